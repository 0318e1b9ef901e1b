import { deleteDB } from 'idb';
import type { Moment } from '#lib/offline/unlock/autoLock.ts';
import type { Bell, Ring } from '#lib/offline/unlock/bell.ts';
import { Keeper } from '#lib/offline/unlock/keeper.ts';
import type { Passkeys } from '#lib/offline/unlock/passkey.ts';
import { openPeople, type PersonHere } from '#lib/offline/unlock/peopleHere.ts';
import { stretchHere, type Stretch } from '#lib/offline/unlock/stretch.ts';
import { makeKey, randomBytes, type Openers } from '#lib/offline/unlock/wraps.ts';
import { startLease } from '#lib/domain/offline/lease.ts';

/** Tuesday 3 November 2026, 09:00. */
export const TUESDAY_MS = Date.UTC(2026, 10, 3, 9);
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const PASSPHRASE = 'copper kettle under nine bridges';

/** The real stretching, at a cost that many tests can pay. The dear one has a test of its own. */
export const stretchLightly: Stretch = (passphrase, salt) =>
	stretchHere(passphrase, salt, { memoryKiB: 64, passes: 1 });

/** The tabs of one device, as far as tests open them. */
export interface TestDevice {
	/** A tab of the app, started. */
	openTab(): Promise<Keeper>;
	/** The same, with nothing done in it yet. */
	newTab(): Keeper;
	/** Lets time pass on the wall's clock and on the steady one. */
	wait(ms: number): void;
	/** Turns the clock on the wall. */
	turnClock(ms: number): void;
	now(): Moment;
	passkeys: TestPasskeys;
}

/** Passkeys whose answer a test decides. They give a secret of their own for each salt, as real ones do. */
export interface TestPasskeys extends Passkeys {
	answer: 'given' | 'cancelled' | 'noSecret' | 'notThere';
}

export function openTestDevice(): TestDevice {
	let wallMs = TUESDAY_MS;
	let steadyMs = 0;
	const tabs = new Set<{ hear: (what: Ring) => void }>();
	const passkeys = testPasskeys();
	const now = () => ({ wallMs, steadyMs });
	const newTab = () =>
		new Keeper({
			people: openPeople(),
			passkeys,
			stretch: stretchLightly,
			now,
			bell: bellAmong(tabs)
		});
	return {
		newTab,
		async openTab() {
			const keeper = newTab();
			await keeper.start();
			return keeper;
		},
		wait(ms) {
			wallMs += ms;
			steadyMs += ms;
		},
		turnClock(ms) {
			wallMs += ms;
		},
		now,
		passkeys
	};
}

/** Somebody whose device it becomes, opened by a passphrase unless said otherwise. */
export async function someoneHere(
	name: string,
	openers: Openers = { passkey: null, passphrase: PASSPHRASE }
) {
	const place = { personId: `person-${name.toLowerCase()}`, deviceId: `tablet of ${name}` };
	const { key, wraps } = await makeKey(place, openers, stretchLightly);
	const person: PersonHere = {
		...place,
		displayName: name,
		deviceName: 'My tablet',
		credential: 'opens the deposit',
		sealKey: { keyId: 'first', publicKey: randomBytes(65) },
		unlocksBy: openers.passkey ? 'passkey' : 'passphrase',
		caseLimit: 40,
		leaseHours: 72,
		longestLeaseDays: 7,
		wraps,
		lease: startLease(TUESDAY_MS),
		standing: 'open'
	};
	return { person, key };
}

/** Deletes every database of this device. */
export async function forgetDevice(): Promise<void> {
	for (const { name } of await indexedDB.databases()) if (name) await deleteDB(name);
}

function testPasskeys(): TestPasskeys {
	const secrets = new Map<string, Uint8Array<ArrayBuffer>>();
	const passkeys: TestPasskeys = {
		answer: 'given',
		async make() {
			const held = { credentialId: randomBytes(16), salt: randomBytes(32) };
			return passkeys.ask(held);
		},
		async ask({ credentialId, salt }) {
			if (passkeys.answer !== 'given') return { given: false, because: passkeys.answer };
			const name = `${credentialId} ${salt}`;
			const secret = secrets.get(name) ?? randomBytes(32);
			secrets.set(name, secret);
			return { given: true, by: { credentialId, salt, secret } };
		}
	};
	return passkeys;
}

function bellAmong(tabs: Set<{ hear: (what: Ring) => void }>): Bell {
	const own = new Set<{ hear: (what: Ring) => void }>();
	return {
		ring(what) {
			for (const tab of tabs) if (!own.has(tab)) tab.hear(what);
		},
		listen(hear) {
			const tab = { hear };
			own.add(tab);
			tabs.add(tab);
			return () => tabs.delete(tab);
		}
	};
}
