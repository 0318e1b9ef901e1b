import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import type { SignedInNow } from '#lib/wire/signedInNow.ts';
import type { KeeperState } from './keeperState.ts';
import type { PersonHere } from './peopleHere.ts';

/** Who the server says is signed in; `asking` until it said so. */
export type SignedIn = SignedInNow | 'asking' | 'nobody' | 'noSignal';

/**
 * What the staff app shows: the app, with the device where it is theirs; the lock; the little that
 * needs no key; or nothing yet.
 */
export type Doorway =
	| { shows: 'wait' }
	| { shows: 'app'; device: OpenDevice | null }
	| { shows: 'lock'; people: readonly PersonHere[] }
	| { shows: 'capture'; device: OpenDevice };

/**
 * What to show. A device that is nobody's shows the app, as does one that belongs to others than
 * whoever is signed in: they read from the server and see nothing of it. Whose device it is unlocks
 * it first, whether or not there is a signal, unless there is nothing on it that could be read.
 */
export function doorwayFor(state: KeeperState, signedIn: SignedIn): Doorway {
	switch (state.at) {
		case 'opening':
			return { shows: 'wait' };
		case 'notSetUp':
		case 'storageRefused':
			return { shows: 'app', device: null };
		case 'unlocked':
			return { shows: 'app', device: state.device };
		case 'captureOnly':
			return isLetIn(state, signedIn)
				? { shows: 'app', device: state.device }
				: { shows: 'capture', device: state.device };
		case 'locked':
		case 'leaseOver':
			if (signedIn === 'asking') return { shows: 'wait' };
			if (typeof signedIn === 'string') return { shows: 'lock', people: state.people };
			return findHere(state.people, signedIn)
				? { shows: 'lock', people: state.people }
				: { shows: 'app', device: null };
	}
}

/** Who may go in without unlocking: nothing of theirs can be read here. Null where that is nobody. */
export function whoNeedsNoKey(state: KeeperState, signedIn: SignedIn): PersonHere | null {
	if (state.at !== 'locked' && state.at !== 'leaseOver') return null;
	const person = typeof signedIn === 'string' ? null : findHere(state.people, signedIn);
	return person && hasNothingToRead(person) ? person : null;
}

/** They signed in again since their time was over, or their device only ever took down. */
function hasNothingToRead({ standing, unlocksBy }: PersonHere): boolean {
	return (
		standing === 'setUpAgain' ||
		standing === 'removed' ||
		(standing === 'open' && unlocksBy === 'nothing')
	);
}

function findHere(people: readonly PersonHere[], { personId }: SignedInNow): PersonHere | null {
	return people.find((one) => one.personId === personId) ?? null;
}

/** Whoever only takes down here, and is the one who is signed in, has the app as well. */
function isLetIn(
	{ people, device }: Extract<KeeperState, { at: 'captureOnly' }>,
	signedIn: SignedIn
): boolean {
	if (typeof signedIn === 'string' || signedIn.personId !== device.person.personId) return false;
	const person = findHere(people, signedIn);
	return person !== null && hasNothingToRead(person);
}
