import { sql } from 'kysely';
import { queueMessage } from '#lib/server/mail/outgoing.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

/**
 * The advocate who signs in for the young person of this case now; null where nobody does, after
 * their last day, and once what they see of an ended case is over.
 */
export async function findAdvocate(
	work: Work,
	complaintId: string
): Promise<{ staffId: string; email: string | null } | null> {
	return asOurselves(work, async ({ trx }) => {
		const row = await trx
			.selectFrom('advocate_request')
			.innerJoin('staff', 'staff.staff_id', 'advocate_request.assigned_to')
			.select(['staff.staff_id', 'email'])
			.where('complaint_id', '=', complaintId)
			.where('ended_on', 'is', null)
			.where(sql<boolean>`staff.staff_id = any (advocates_of(provider_id))`)
			.where(sql<boolean>`coalesce(today_in_england() <= sight_ends_on(request_id), true)`)
			.orderBy('asked_at', 'desc')
			.executeTakeFirst();
		return row ? { staffId: row.staff_id, email: row.email } : null;
	});
}

/** Tells them that the complaints team wrote, and nothing of the case. */
export async function tellAdvocate(work: Work, complaintId: string): Promise<void> {
	const advocate = await findAdvocate(work, complaintId);
	if (!advocate) return;
	const { staffId, email } = advocate;
	await asOurselves(work, ({ trx, keys }) =>
		queueMessage(trx, keys, {
			purpose: 'advocateMessage',
			channel: email ? 'email' : 'inbox',
			staffId,
			words: { recipient: email ?? '', ...MESSAGES_OUT.advocateMessage }
		})
	);
}
