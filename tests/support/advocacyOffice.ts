import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { signUndertaking } from '#lib/server/advocacy/signUndertaking.ts';
import { saveSetting } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Office } from './caseworkOffice.ts';
import { makeOutside } from './appointed.ts';

/** Two providers with a contract on every day of the tests; the first is asked first. */
export const PROVIDERS = [
	{ providerId: 'nyas', name: 'NYAS', email: 'inbox@example.org' },
	{ providerId: 'shout-out', name: 'Shout Out at Off the Record', email: '' }
].map((one) => ({
	...one,
	telephone: '0808 808 1001',
	hours: 'Monday to Friday',
	areas: [],
	languages: [],
	contractFromOn: '' as const,
	contractToOn: '' as const
}));

/** Keeps these providers as the council's own. */
export function useProviders({ service }: Office, providers = PROVIDERS): Promise<unknown> {
	return inTransaction(service, { kind: 'system' }, ({ trx }) =>
		saveSetting(trx, { name: 'advocacy', value: { providers }, seenVersion: 0 }, null)
	);
}

/** Hires an advocate of a provider, who has signed unless told otherwise. */
export async function hireAdvocate(
	office: Office,
	name: string,
	{
		providerId = 'nyas',
		signs = true,
		validUntil = '2099-12-31'
	}: { providerId?: string; signs?: boolean; validUntil?: PlainDate } = {}
): Promise<string> {
	const staffId = await office.hire(name, ['advocate']);
	await makeOutside(office.service, staffId, validUntil);
	await joinProvider(office, staffId, { providerId, signs });
	return staffId;
}

/** Makes somebody who is hired one of a provider's advocates. */
export async function joinProvider(
	{ service }: Office,
	staffId: string,
	{ providerId = 'nyas', signs = true }: { providerId?: string; signs?: boolean } = {}
): Promise<void> {
	await inTransaction(service, { kind: 'system' }, ({ trx }) =>
		trx
			.insertInto('outside_person')
			.values({ staff_id: staffId, provider_id: providerId })
			.execute()
	);
	if (signs) await signUndertaking(service, staffId);
}

/** The rows of a request that was given to somebody, by the name alone, whatever they are. */
export async function giveToAdvocate(
	{ service }: Office,
	{ complaintId, staffId }: { complaintId: string; staffId: string }
): Promise<void> {
	const about = { request_id: crypto.randomUUID(), complaint_id: complaintId };
	await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		await trx
			.insertInto('advocate_request')
			.values({
				...about,
				provider_id: 'nyas',
				asked_on: '2026-11-02',
				may_know: 'nameOnly',
				answer: 'accepted',
				assigned_to: staffId,
				assigned_on: '2026-11-02'
			})
			.execute();
		await trx
			.insertInto('advocate_consent')
			.values({
				...about,
				consent_id: crypto.randomUUID(),
				may_know: 'nameOnly',
				wording: '2026-11',
				told_on: '2026-11-02',
				told_at: '2026-11-02T10:00:00Z'
			})
			.execute();
	});
}

/** How often providers were told to look into their inbox, for that reason. */
export async function countTold(
	{ service }: Office,
	purpose: 'advocateRequest' | 'advocateChanged'
): Promise<number> {
	const told = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
		trx
			.selectFrom('outgoing_message')
			.select('outgoing_message_id')
			.where('purpose', '=', purpose)
			.execute()
	);
	return told.length;
}

/** The newest request for the child of a case; as the server sees it. */
export function newestRequest(office: Office, complaintId: string) {
	return inTransaction(office.service, { kind: 'system' }, ({ trx }) =>
		trx
			.selectFrom('advocate_request')
			.selectAll()
			.where('complaint_id', '=', complaintId)
			.orderBy('asked_at', 'desc')
			.orderBy('ended_on', (order) => order.desc().nullsFirst())
			.executeTakeFirstOrThrow()
	);
}
