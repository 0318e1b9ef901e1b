import { describe, expect, it } from 'vitest';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { doorwayFor, whoNeedsNoKey, type SignedIn } from '#lib/offline/unlock/doorway.ts';
import type { KeeperState } from '#lib/offline/unlock/keeperState.ts';
import type { PersonHere } from '#lib/offline/unlock/peopleHere.ts';
import { someoneHere } from '../../support/deviceAtRest.ts';

const { person: priya } = await someoneHere('Priya');

function signedIn(personId: string): SignedIn {
	const roles = ['complaintsOfficer'] as const;
	return {
		personId,
		displayName: personId,
		roles,
		signedInForMs: 0,
		siteName: 'Have your say',
		duty: null
	};
}

function lockedFor(changes: Partial<PersonHere> = {}): KeeperState {
	return { at: 'locked', people: [{ ...priya, ...changes }] };
}

function takingDown(changes: Partial<PersonHere>): KeeperState {
	const person = { ...priya, ...changes };
	const device = { person, disk: new IndexedDisk(person.personId), key: null };
	return { at: 'captureOnly', people: [person], device };
}

describe('what a device shows', () => {
	it.each(['asking', 'nobody', 'noSignal', signedIn('person-priya')] as const)(
		'is the app where it is nobody’s, whoever is signed in: %o',
		(who) => {
			expect(doorwayFor({ at: 'notSetUp' }, who)).toEqual({ shows: 'app', device: null });
			expect(doorwayFor({ at: 'storageRefused' }, who)).toEqual({ shows: 'app', device: null });
		}
	);

	it.each(['nobody', 'noSignal', signedIn('person-priya')] as const)(
		'is the lock of its owner, with a signal or without: %o',
		(who) => {
			expect(doorwayFor(lockedFor(), who).shows).toBe('lock');
		}
	);

	it('is nothing yet while it is not known who is signed in', () => {
		expect(doorwayFor(lockedFor(), 'asking')).toEqual({ shows: 'wait' });
	});

	it('is the app for somebody else who signed in, with nothing of its owner’s', () => {
		expect(doorwayFor(lockedFor(), signedIn('person-sam'))).toEqual({ shows: 'app', device: null });
	});

	it('is the lock also when the time was over, until they have signed in again', () => {
		const over = lockedFor({ standing: 'mustSignIn', wraps: [] });
		expect(doorwayFor(over, signedIn('person-priya')).shows).toBe('lock');
		expect(whoNeedsNoKey(over, signedIn('person-priya'))).toBeNull();
		const again = lockedFor({ standing: 'setUpAgain', wraps: [] });
		expect(whoNeedsNoKey(again, signedIn('person-priya'))?.displayName).toBe('Priya');
		expect(whoNeedsNoKey(again, 'noSignal')).toBeNull();
	});

	it('is only something to write on for whoever did not unlock it', () => {
		expect(doorwayFor(takingDown({}), signedIn('person-priya')).shows).toBe('capture');
		expect(doorwayFor(takingDown({}), 'noSignal').shows).toBe('capture');
	});

	it('is the app for its owner who is signed in, where nothing of theirs can be read on it', () => {
		const nothing = takingDown({ unlocksBy: 'nothing', wraps: [] });
		expect(doorwayFor(nothing, signedIn('person-priya')).shows).toBe('app');
		expect(doorwayFor(nothing, signedIn('person-sam')).shows).toBe('capture');
		expect(doorwayFor(nothing, 'noSignal').shows).toBe('capture');
	});
});
