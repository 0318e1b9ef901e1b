import { hearServer, leaseLeftMs, passTime, type DeviceTime } from '#lib/domain/offline/lease.ts';
import type { EnrolledPerson } from '#lib/offline/device/ownDevice.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import type { GrantedNow } from '#lib/wire/deviceRecord.ts';
import type { DutyNumber } from '#lib/wire/signedInNow.ts';
import { fromBase64Url } from '#lib/wire/sealedOrder.ts';
import type { Moment } from './autoLock.ts';
import type { PeopleHere, PersonHere } from './peopleHere.ts';
import { deleteReadable } from './readable.ts';

/** What the leases of a device are kept by. */
export interface LeasesOn {
	people: PeopleHere;
	now(): Moment;
}

/** What the server said when it was heard; null or left out where it said nothing of it. */
export interface HeardSaid {
	signedInForMs?: number | null;
	granted?: GrantedNow | null;
	/** What they hold now; left out where it was not said. */
	roles?: readonly StaffRole[];
	/** Whom to ring for a child who is not safe; likewise. */
	duty?: DutyNumber | null;
}

/** The time that each person's data may stay here, and its end. */
export interface Leases {
	/** The person after a look at the clocks; what they could read is deleted where the time is over. */
	look(personId: string): Promise<PersonHere | null>;
	/** Notes that the server was heard for that person, and what it said. */
	hear(personId: string, said: HeardSaid): Promise<PersonHere | null>;
	/** Deletes what that person could read here. The key first: without it the rest is noise. */
	end(
		personId: string,
		standing: Exclude<PersonHere['standing'], 'open'>
	): Promise<PersonHere | null>;
}

export function openLeases({ people, now }: LeasesOn): Leases {
	// From here on the clock is watched: what it then falls behind, it was put back.
	let since = now();
	return { look, hear, end };

	function timeNow(): DeviceTime {
		const { wallMs, steadyMs } = now();
		return { wallMs, lagMs: steadyMs - since.steadyMs - (wallMs - since.wallMs) };
	}

	async function look(personId: string): Promise<PersonHere | null> {
		const time = timeNow();
		const person = await people.change(
			personId,
			(before) => before && { ...before, lease: passTime(before.lease, time) }
		);
		if (person?.standing !== 'open' || leaseLeftMs(person.lease, person) > 0) return person;
		return end(personId, 'mustSignIn');
	}

	async function hear(personId: string, said: HeardSaid): Promise<PersonHere | null> {
		const before = await look(personId);
		if (!before) return null;
		const time = timeNow();
		since = now();
		const { signedInForMs = null, granted, roles, duty } = said;
		const heard = {
			...(roles && { runsReviews: roles.includes('reviewingOfficer') }),
			...(duty !== undefined && { duty })
		};
		return people.change(personId, (person) => {
			if (!person) return null;
			const lease = hearServer(person.lease, time, signedInForMs);
			return { ...person, lease, ...heard, ...(granted ? readGranted(granted) : {}) };
		});
	}

	async function end(
		personId: string,
		standing: Exclude<PersonHere['standing'], 'open'>
	): Promise<PersonHere | null> {
		const person = await people.change(
			personId,
			(before) => before && { ...before, wraps: [], standing }
		);
		await deleteReadable(personId);
		return person;
	}
}

/** What the server lets a device do, as the device keeps it. */
export function readGranted({
	sealKey: { keyId, publicKey },
	...limits
}: GrantedNow): Pick<EnrolledPerson, keyof GrantedNow> {
	return { ...limits, sealKey: { keyId, publicKey: fromBase64Url(publicKey) } };
}
