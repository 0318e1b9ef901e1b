import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import type { EnrolledPerson } from '#lib/offline/device/ownDevice.ts';
import type { OwnKey } from '#lib/offline/device/ownKey.ts';
import type { Moment } from './autoLock.ts';
import type { Bell } from './bell.ts';
import type { KeeperState, LockBecause, Unlocked } from './keeperState.ts';
import { forgetPerson, type Forgotten } from './forget.ts';
import { openLeases, type HeardSaid, type Leases } from './leases.ts';
import { lockableKey } from './lockableKey.ts';
import type { Passkeys } from './passkey.ts';
import type { PeopleHere, PersonHere } from './peopleHere.ts';
import type { Stretch } from './stretch.ts';
import { CannotStretch } from './stretchInWorker.ts';
import { keyByPasskey, keyByPassphrase, type NoKey } from './unlocking.ts';

/** What a keeper needs of the browser. */
export interface KeeperPorts {
	people: PeopleHere;
	passkeys: Passkeys;
	stretch: Stretch;
	now(): Moment;
	bell: Bell;
}

/**
 * Keeps this device: whose it is, whether it is open, and for whom. It alone has the key, in memory,
 * and takes it back from everybody when the device locks.
 *
 * Source: security 3.2, 3.8.
 */
export class Keeper {
	readonly #on: KeeperPorts;
	readonly #leases: Leases;
	readonly #listeners = new Set<(state: KeeperState) => void>();
	readonly #beforeLock = new Set<() => void | Promise<void>>();
	/** What locking began and is still being written. */
	#writing: Promise<unknown> = Promise.resolve();
	#state: KeeperState = { at: 'opening' };
	#drop: () => void = () => undefined;
	/** Counts what was begun, so that an answer that comes after a lock opens nothing. */
	#turn = 0;

	constructor(on: KeeperPorts) {
		this.#on = on;
		this.#leases = openLeases(on);
		on.bell.listen((what) => {
			// Where somebody only writes down, nothing is open, and their words are on the page.
			if (what === 'lock' && this.#state.at !== 'captureOnly') this.#lock();
			if (what === 'people') void this.#readAgain();
		});
	}

	current(): KeeperState {
		return this.#state;
	}

	/** Calls `listener` at once and after every change, until the returned function is called. */
	subscribe(listener: (state: KeeperState) => void): () => void {
		this.#listeners.add(listener);
		listener(this.#state);
		return () => this.#listeners.delete(listener);
	}

	/**
	 * Calls `act` when the device locks, before its key is gone: what is half written begins to be
	 * sealed, and what is shown is forgotten. What it promises is waited for before anything is deleted.
	 * Until the returned function is called.
	 */
	onLock(act: () => void | Promise<void>): () => void {
		this.#beforeLock.add(act);
		return () => this.#beforeLock.delete(act);
	}

	/** Looks who is here, and whose time is over. The device is locked then, or nobody's. */
	async start(): Promise<void> {
		try {
			for (const { personId } of await this.#on.people.list()) await this.#leases.look(personId);
			this.#change(atDoor(await this.#on.people.list()));
		} catch {
			// A private window, a full or broken disk: browsers differ in what they call it.
			this.#change({ at: 'storageRefused' });
		}
	}

	/** Opens the device by that person's passphrase. Takes about a second. */
	unlockByPassphrase(personId: string, passphrase: string): Promise<Unlocked> {
		return this.#unlock(personId, (person) =>
			keyByPassphrase(person, passphrase, this.#on.stretch)
		);
	}

	/** Opens the device by that person's passkey, which the browser asks for. */
	unlockByPasskey(personId: string): Promise<Unlocked> {
		return this.#unlock(personId, (person) => keyByPasskey(person, this.#on.passkeys));
	}

	/** Lets that person write things down, and read nothing. Needs no passphrase. */
	async captureAs(personId: string): Promise<void> {
		this.#turn += 1;
		const people = await this.#on.people.list();
		const person = people.find((one) => one.personId === personId);
		if (!person) return this.#change(atDoor(people));
		const device = { person, disk: new IndexedDisk(personId), key: null };
		this.#change({ at: 'captureOnly', people, device });
	}

	/** Locks this tab and, unless it was merely out of sight or closed, every other. */
	lock(because: LockBecause = 'asked'): void {
		if (because === 'asked' || because === 'idle') this.#on.bell.ring('lock');
		this.#lock();
	}

	/** Takes what enrolling gave: the person is here now, and at it. */
	async take(person: PersonHere, key: OwnKey | null): Promise<void> {
		this.#turn += 1;
		await this.#on.people.change(person.personId, () => person);
		this.#on.bell.ring('people');
		await this.#open(person, key);
	}

	/**
	 * Notes that the server was heard by that person, and what it said: how long ago they signed in,
	 * and what the device may do from now on.
	 */
	async heard(personId: string, said: HeardSaid = {}): Promise<void> {
		if ((await this.#leases.hear(personId, said)) !== null) await this.#readAgain();
	}

	/** Looks at the clocks again, and ends what is over. To be called every minute or so. */
	async look(): Promise<void> {
		const state = this.#state;
		if (!('people' in state)) return;
		// Everybody's time runs, also of those who are not at it: a lost tablet lies locked.
		for (const { personId } of state.people) {
			const person = await this.#leases.look(personId);
			if (state.at !== 'unlocked' || personId !== state.device.person.personId) continue;
			if (this.#state !== state || person?.standing === 'open') continue;
			await this.#end(person);
		}
	}

	/** Deletes what that person could read here. What is sealed to the server stays. */
	async forgetReadable(
		personId: string,
		standing: 'mustSignIn' | 'setUpAgain' | 'removed'
	): Promise<void> {
		this.lock('asked');
		await this.#writing;
		await this.#leases.end(personId, standing);
		this.#on.bell.ring('people');
		await this.#readAgain();
	}

	/**
	 * Deletes all that is here of that person. With `keepSealed`, what was not sent stays until it
	 * was. Throws `StillThere`.
	 */
	async forgetEverything(personId: string, keeps: { keepSealed: boolean }): Promise<Forgotten> {
		this.lock('asked');
		await this.#writing;
		const forgotten = await forgetPerson(
			{ people: this.#on.people, leases: this.#leases },
			personId,
			keeps
		);
		this.#on.bell.ring('people');
		await this.#readAgain();
		return forgotten;
	}

	async #unlock(
		personId: string,
		open: (person: PersonHere) => Promise<OwnKey | NoKey>
	): Promise<Unlocked> {
		const turn = (this.#turn += 1);
		try {
			const person = await this.#leases.look(personId);
			if (person?.standing !== 'open') {
				await this.#readAgain();
				return { unlocked: false, because: 'gone' };
			}
			const key = await open(person);
			if (typeof key === 'string') return { unlocked: false, because: key };
			if (turn !== this.#turn) return { unlocked: false, because: 'overtaken' };
			await this.#open(person, key);
			return { unlocked: true };
		} catch (error) {
			const because = error instanceof CannotStretch ? 'cannotStretch' : 'storageRefused';
			return { unlocked: false, because };
		}
	}

	async #open(person: PersonHere, key: OwnKey | null): Promise<void> {
		const turn = this.#turn;
		const people = await this.#on.people.list();
		if (turn !== this.#turn) return;
		this.#drop();
		const disk = new IndexedDisk(person.personId);
		if (!key) return this.#change({ at: 'captureOnly', people, device: { person, disk, key } });
		const lockable = lockableKey(key);
		this.#drop = lockable.drop;
		this.#change({ at: 'unlocked', people, device: { person, disk, key: lockable.key } });
	}

	#lock(): void {
		this.#turn += 1;
		const state = this.#state;
		if (!('people' in state)) return;
		if (state.at === 'unlocked') {
			this.#writing = Promise.allSettled([...this.#beforeLock].map((act) => act()));
		}
		this.#drop();
		if (state.at !== 'locked') this.#change({ at: 'locked', people: state.people });
	}

	async #end(person: PersonHere | null): Promise<void> {
		this.#lock();
		const people = await this.#on.people.list();
		if (person && this.#state.at === 'locked') this.#change({ at: 'leaseOver', people, person });
	}

	/** Who is here may have changed: another tab wrote it. Whoever is at it stays, if they still may. */
	async #readAgain(): Promise<void> {
		const people = await this.#on.people.list();
		const state = this.#state;
		if (state.at === 'leaseOver') return this.#change({ ...state, people });
		if (state.at !== 'unlocked' && state.at !== 'captureOnly') return this.#change(atDoor(people));
		const person = people.find(({ personId }) => personId === state.device.person.personId);
		const mayStay = person && (state.at === 'captureOnly' || person.standing === 'open');
		if (!mayStay) {
			this.#lock();
			return this.#change(atDoor(people));
		}
		// The same device as before, unless what it may do has changed: whoever holds it need not begin anew.
		const isSame = mayDo(person) === mayDo(state.device.person);
		const device = isSame ? state.device : { ...state.device, person };
		this.#change({ ...state, people, device });
	}

	#change(state: KeeperState): void {
		this.#state = state;
		for (const listener of this.#listeners) listener(state);
	}
}

function atDoor(people: readonly PersonHere[]): KeeperState {
	return people.length === 0 ? { at: 'notSetUp' } : { at: 'locked', people };
}

/** What the server lets the device do, to compare. */
function mayDo({ sealKey, caseLimit, leaseHours, longestLeaseDays, ...more }: EnrolledPerson) {
	const { credential, runsReviews, duty } = more;
	const limits = [caseLimit, leaseHours, longestLeaseDays, credential, runsReviews];
	return [sealKey.keyId, ...limits, duty?.name, duty?.telephone].join();
}
