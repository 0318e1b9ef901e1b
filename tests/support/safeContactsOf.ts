import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';

/** The ways of reaching somebody, by name, and whether a number or an address is kept for them. */
export function safeContactsOf(service: Service, complaintId: string) {
	return inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		const rows = await trx
			.selectFrom('safe_contact')
			.select(['channel', 'is_allowed', 'sealed'])
			.where('complaint_id', '=', complaintId)
			.orderBy('channel')
			.execute();
		return rows.map(({ channel, is_allowed, sealed }) => ({
			channel,
			isAllowed: is_allowed,
			isKept: sealed !== null
		}));
	});
}
