import { AsPerson } from '#lib/offline/asPerson.ts';
import type { Fetch } from '#lib/offline/server.ts';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { BROWSER_PUSH } from '#lib/offline/device/browserPush.ts';
import { renewPush } from '#lib/offline/device/devicePush.ts';
import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import { keeperHere } from '#lib/offline/unlock/browserKeeper.ts';
import { doorwayFor, whoNeedsNoKey, type SignedIn } from '#lib/offline/unlock/doorway.ts';
import type { KeeperState } from '#lib/offline/unlock/keeperState.ts';
import type { RunEnded } from '#lib/offline/outbox/syncRun.ts';
import { enrolAgain } from '#lib/offline/unlock/enrolAgain.ts';
import type { GrantedNow } from '#lib/wire/deviceRecord.ts';
import { askWhoIsSignedIn, signOutAtServer } from '#lib/offline/unlock/signedIn.ts';

const askServer = (input: string, init?: RequestInit) => fetch(input, init);

/** This device as the pages see it: how it stands, who is signed in, and what that shows. */
export class DeviceHere {
	readonly #keeper = keeperHere().keeper;
	#renewedFor = '';
	state = $state.raw<KeeperState>({ at: 'opening' });
	signedIn = $state.raw<SignedIn>('asking');
	/** While it is locked: whose sealed work still goes, without a key. */
	sealed = $state.raw<OpenDevice | null>(null);
	/** Whether anybody made it theirs. */
	readonly isSomebodys = $derived('people' in this.state);
	readonly doorway = $derived(doorwayFor(this.state, this.signedIn));

	/**
	 * Follows the device from now on, and asks who is signed in each time that decides what is shown.
	 * Until the function given is called.
	 */
	follow(): () => void {
		const unsubscribe = this.#keeper.subscribe((state) => {
			const before = this.state.at;
			if (isLocked(state) && !isLocked(this.state)) this.sealed = sealedOf(this.state, state);
			this.state = state;
			// At the lock it decides what is shown; once it is open, how long it may stay so.
			const asks = isLocked(state) || state.at === 'unlocked';
			if (asks && state.at !== before) void this.ask();
		});
		const again = () => {
			if (isLocked(this.state)) void this.ask();
		};
		window.addEventListener('online', again);
		window.addEventListener('focus', again);
		return () => {
			unsubscribe();
			window.removeEventListener('online', again);
			window.removeEventListener('focus', again);
		};
	}

	/** Asks the server who is signed in, and lets in whoever needs no key. */
	async ask(): Promise<void> {
		const signedIn = await askWhoIsSignedIn(askServer);
		this.signedIn = signedIn;
		if (typeof signedIn === 'string') return;
		await this.#keeper.heard(signedIn.personId, signedIn);
		const person = whoNeedsNoKey(this.#keeper.current(), signedIn);
		if (person) await this.#keeper.captureAs(person.personId);
		this.#renewPush(signedIn.personId);
	}

	/** Once a page: that they are told on this device is said again by whoever is signed in now. */
	#renewPush(personId: string): void {
		const people = 'people' in this.state ? this.state.people : [];
		const mine = people.find((person) => person.personId === personId);
		if (!mine || this.#renewedFor === personId) return;
		this.#renewedFor = personId;
		void renewPush(asPerson(personId), BROWSER_PUSH, mine.deviceId).catch(() => undefined);
	}

	/** Notes that the server was heard by that person, and what it lets this device do now. */
	async heard(personId: string, granted: GrantedNow | null = null): Promise<void> {
		await this.#keeper.heard(personId, { granted });
	}

	/**
	 * Does what the server said of this device: it is not theirs any more, or they may not sign in any
	 * more, so that all they could read here goes, and the rest once it was left with the server. One
	 * that the server lost in a restore is made theirs once more, and keeps everything.
	 */
	async heed(personId: string, ended: RunEnded): Promise<void> {
		if (mustForget(ended)) await this.#keeper.forgetEverything(personId, { keepSealed: true });
		else if (ended.ended === 'removed') await enrolAgain(asPerson(personId), personId);
	}

	/** Calls `act` when it locks, before its key is gone. Ends by the function given. */
	onLock(act: () => Promise<void>): () => void {
		return this.#keeper.onLock(act);
	}

	/** Locks it, and the other tabs. */
	lock(): void {
		this.#keeper.lock();
	}

	/** Signs out and goes to the sign-in; false where there is no signal for that. */
	async signOut(): Promise<boolean> {
		if (!(await signOutAtServer(askServer))) return false;
		this.#keeper.lock();
		location.assign('/staff/sign-in');
		return true;
	}

	/**
	 * Takes away what that person can read here, so that they set it up again once they signed in; false
	 * where there is no signal for that, and nothing was taken.
	 */
	async setUpAgain(personId: string): Promise<boolean> {
		if (!(await signOutAtServer(askServer))) return false;
		await this.#keeper.forgetReadable(personId, 'setUpAgain');
		location.assign('/staff/sign-in');
		return true;
	}
}

type LockedState = Extract<KeeperState, { at: 'locked' | 'leaseOver' }>;

/** Whoever else is signed in here does not become its owner. */
function asPerson(personId: string): Fetch {
	const asks = new AsPerson(askServer);
	asks.personId = personId;
	return asks.fetch;
}

function mustForget(ended: RunEnded): boolean {
	if (ended.ended === 'removed') return ended.isKnown;
	return ended.ended === 'signedOut' && ended.isOver;
}

function isLocked(state: KeeperState): state is LockedState {
	return state.at === 'locked' || state.at === 'leaseOver';
}

/** Whoever was at it last, or whose alone it is. */
function sealedOf(before: KeeperState, { people }: LockedState): OpenDevice | null {
	const last = 'device' in before ? before.device.person.personId : null;
	const only = people.length === 1 ? people[0] : undefined;
	const person = people.find(({ personId }) => personId === last) ?? only;
	return person ? { person, disk: new IndexedDisk(person.personId), key: null } : null;
}
