import { openFor } from '#lib/server/keys/sealing.ts';
import type { SafeContactChannel, SafeContactDetails } from '#lib/server/people/safeContacts.ts';
import type { Work } from '#lib/server/work.ts';

/** One way of reaching a young person that they called safe, or one not to be used. */
export interface WayToReach {
	id: string;
	channel: Exclude<SafeContactChannel, 'code'>;
	isAllowed: boolean;
	/** The number or the address; empty where it is not to be used. */
	to: string;
	/** Of a trusted person only. */
	trusted: string;
	whoCanSee: 'justMe' | 'others' | 'notSure' | null;
	voicemailAllowed: boolean | null;
	goodTimes: readonly string[];
}

/** How the young person may be reached, as far as the one acting may see it. */
export async function findWaysToReach(
	{ trx, keys }: Work,
	complaintId: string
): Promise<WayToReach[]> {
	const rows = await trx
		.selectFrom('safe_contact')
		.select(['safe_contact_id', 'channel', 'is_allowed', 'sealed'])
		.select(['who_can_see', 'voicemail_allowed', 'good_times'])
		.where('complaint_id', '=', complaintId)
		.where('whose', '=', 'complainant')
		.where('erased_at', 'is', null)
		.orderBy('safe_contact_id')
		.execute();
	const key = rows.length > 0 ? await openFor(trx, keys, complaintId) : null;
	return rows.flatMap((row): WayToReach[] => {
		const { safe_contact_id: id, channel } = row;
		if (channel === 'code') return [];
		const place = { table: 'safe_contact', column: 'sealed', rowId: id } as const;
		const words = row.is_allowed ? (key?.open(place, row.sealed) ?? null) : null;
		const details = words === null ? null : (JSON.parse(words) as SafeContactDetails);
		const way = {
			whoCanSee: row.who_can_see,
			voicemailAllowed: row.voicemail_allowed,
			goodTimes: row.good_times
		};
		const { to = '', name = null } = details ?? {};
		return [{ id, channel, isAllowed: row.is_allowed, to, trusted: name ?? '', ...way }];
	});
}
