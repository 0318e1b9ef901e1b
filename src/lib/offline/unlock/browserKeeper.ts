import type { Moment } from './autoLock.ts';
import { openBell } from './bell.ts';
import { Keeper } from './keeper.ts';
import { lockByItself } from './lockByItself.ts';
import { openPasskeys, type Passkeys } from './passkey.ts';
import { openPeople, type PeopleHere } from './peopleHere.ts';
import { stretchInWorker } from './stretchInWorker.ts';

/** The keeper of this device and what it works with: one a tab, for every page of the staff side. */
export interface KeeperHere {
	keeper: Keeper;
	people: PeopleHere;
	passkeys: Passkeys;
	now(): Moment;
	/** Somebody is at it without touching anything, as while they are recorded: no tab locks for that. */
	touch(): void;
}

let here: KeeperHere | null = null;

/** The keeper of this tab. Begins, with the first call, to look who is here and to lock by itself. */
export function keeperHere(): KeeperHere {
	if (here) return here;
	const now = () => ({ wallMs: Date.now(), steadyMs: performance.now() });
	const people = openPeople();
	const passkeys = openPasskeys(navigator.credentials);
	const bell = openBell();
	const keeper = new Keeper({ people, passkeys, stretch: stretchInWorker, now, bell });
	// Heard by every tab, this one too: a channel of its own.
	const hand = openBell();
	here = { keeper, people, passkeys, now, touch: () => hand.ring('touched') };
	lockByItself(keeper, bell, now);
	void keeper.start();
	return here;
}
