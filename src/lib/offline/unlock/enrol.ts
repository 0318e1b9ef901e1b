import { startLease } from '#lib/domain/offline/lease.ts';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import type { Answer } from '#lib/offline/server.ts';
import type { Standing } from '#lib/offline/store.ts';
import type { EnrolDevice, EnrolReply, ListedDevice, UnlocksBy } from '#lib/wire/deviceRecord.ts';
import type { Moment } from './autoLock.ts';
import type { Keeper } from './keeper.ts';
import { readGranted } from './leases.ts';
import type { PeopleHere, PersonHere } from './peopleHere.ts';
import { deleteReadable } from './readable.ts';
import type { Stretch } from './stretch.ts';
import { CannotStretch } from './stretchInWorker.ts';
import { makeKey, type Openers } from './wraps.ts';

/** What making a device somebody's own needs. */
export interface EnrolsOn {
	keeper: Keeper;
	people: PeopleHere;
	stretch: Stretch;
	now(): Moment;
	/** Asks the browser to keep what is stored here, whatever else it wants room for. */
	persist(): Promise<boolean>;
	/** Tells the server of the device. */
	ask(device: EnrolDevice): Promise<Answer<EnrolReply>>;
	newId(): string;
}

/** Who makes it theirs, what they call it, and what opens it. Without an opener it only takes down. */
export interface Enrolling {
	me: { personId: string; displayName: string; signedInForMs: number };
	deviceName: string;
	openers: Openers;
}

/** What it came to. With no device made, nothing was changed here. */
export type Enrolled =
	| { enrolled: true; isPersisted: boolean }
	| { enrolled: false; because: 'tooManyDevices'; devices: readonly ListedDevice[] }
	| { enrolled: false; because: Standing | 'missing' | 'storageRefused' | 'cannotStretch' };

/** Ids that are taken already: a device that was removed, or another's. One more is free. */
const TRIES = 3;

/**
 * Makes this device the own of whoever is signed in: they are at it then. What they could read here
 * before is gone, with the key of it; what was not sent stays.
 *
 * Source: security 3.2, 3.4.
 */
export async function enrolHere(
	on: EnrolsOn,
	{ me, deviceName, openers }: Enrolling
): Promise<Enrolled> {
	const { personId, displayName } = me;
	try {
		await looksStored(personId);
		const before = (await on.people.list()).find((one) => one.personId === personId);
		const isPersisted = await on.persist();
		const unlocksBy = opensBy(openers);
		let deviceId = before && before.standing !== 'removed' ? before.deviceId : on.newId();
		for (let tries = 0; tries < TRIES; tries += 1) {
			// Made first: a passphrase that cannot be stretched here shall leave nothing at the server.
			const made = await keyFor({ personId, deviceId }, openers, on.stretch);
			const answer = await on.ask({ deviceId, name: deviceName, unlocksBy, isPersisted });
			if (!answer.ok) return { enrolled: false, because: answer.standing };
			const reply = answer.value;
			if (reply.kind === 'tooManyDevices') {
				return { enrolled: false, because: reply.kind, devices: reply.devices };
			}
			if (reply.kind === 'enrolled') {
				const { credential, ...granted } = reply.granted;
				const person: PersonHere = {
					...{ personId, displayName, deviceId, deviceName, unlocksBy, wraps: made.wraps },
					...{ credential, ...readGranted(granted) },
					lease: startLease(on.now().wallMs, me.signedInForMs),
					standing: 'open'
				};
				await deleteReadable(personId);
				await on.keeper.take(person, made.key);
				return { enrolled: true, isPersisted };
			}
			deviceId = on.newId();
		}
		return { enrolled: false, because: 'serverBroken' };
	} catch (error) {
		const because = error instanceof CannotStretch ? 'cannotStretch' : 'storageRefused';
		return { enrolled: false, because };
	}
}

/** What a device with these openers is opened by. */
function opensBy({ passkey, passphrase }: Openers): UnlocksBy {
	if (passkey) return 'passkey';
	return passphrase === null ? 'nothing' : 'passphrase';
}

async function keyFor(
	place: { personId: string; deviceId: string },
	openers: Openers,
	stretch: Stretch
) {
	if (opensBy(openers) === 'nothing') return { key: null, wraps: [] };
	return makeKey(place, openers, stretch);
}

/** Rejects where the browser keeps nothing for us: better now than at the first child's words. */
async function looksStored(personId: string): Promise<void> {
	const disk = new IndexedDisk(personId);
	try {
		await disk.readOutbox();
	} finally {
		await disk.close();
	}
}
