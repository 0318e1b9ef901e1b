import { mayAct } from '#lib/domain/roles/acts.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { openFor } from '#lib/server/keys/sealing.ts';
import { findPeople } from '#lib/server/people/people.ts';
import {
	findSafePhones,
	openTrustedNames,
	type SafePhone
} from '#lib/server/people/safeContacts.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/** Somebody of the case who may vouch. */
export interface KnownVoucher {
	id: string;
	name: string;
	part: 'advocate' | 'helper' | 'trustedPerson';
}

/** What the form offers. Never a number: an officer sees those where they always do. */
export interface WaysIn {
	vouchers: readonly KnownVoucher[];
	numbers: readonly SafePhone[];
	canText: boolean;
}

/** What there is to choose from for a new way in; null where it is none of their cases or work. */
export function readWaysIn(
	service: Service,
	staffId: string,
	complaintId: string
): Promise<WaysIn | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		if (!mayAct(await findHeldRoles(work), 'giveNewWayIn')) return null;
		const seen = await work.trx
			.selectFrom('complaint')
			.select('complaint_id')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirst();
		if (!seen) return null;
		const numbers = await findSafePhones(work, complaintId);
		return {
			vouchers: await findVouchers(work, complaintId),
			numbers,
			canText: numbers.some(isSafeToText) && canTextNow(service)
		};
	});
}

/** Those of the case who may vouch: advocates, helpers, and whoever they said they trust. */
export async function findVouchers(
	work: Work,
	complaintId: string
): Promise<readonly KnownVoucher[]> {
	const people = (await findPeople(work.trx, work.keys, [complaintId])).get(complaintId) ?? [];
	const known = people.flatMap(({ personId, part, name }): KnownVoucher[] =>
		(part === 'advocate' || part === 'helper') && name !== '' ? [{ id: personId, name, part }] : []
	);
	const key = await openFor(work.trx, work.keys, complaintId);
	const trusted = key ? await openTrustedNames(work.trx, key, complaintId) : [];
	return [...known, ...trusted.map((one) => ({ ...one, part: 'trustedPerson' as const }))];
}

/** The names of those it is about. */
export async function findSubjects(work: Work, complaintId: string): Promise<readonly string[]> {
	const people = (await findPeople(work.trx, work.keys, [complaintId])).get(complaintId) ?? [];
	return people.flatMap(({ part, name }) => (part === 'subjectOfComplaint' ? [name] : []));
}

/** Whether words may go to that phone: they said so, and only they see it. */
export function isSafeToText({ channel, whoCanSee }: SafePhone): boolean {
	return channel === 'textMessage' && whoCanSee === 'justMe';
}

/** Whether there is a provider that sends text messages, and does not only keep them. */
export function canTextNow({ providers = [] }: Service): boolean {
	return providers.some(
		({ sends, channels }) => sends === 'sent' && channels.includes('textMessage')
	);
}
