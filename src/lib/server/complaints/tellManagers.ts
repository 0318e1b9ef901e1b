import { queueMessage } from '#lib/server/mail/outgoing.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

/**
 * Tells every complaints manager that stage 2 or a panel was asked for: its clock runs already. Not
 * one who is complained about, and with no word of the case.
 */
export async function tellManagers(work: Work, complaintId: string): Promise<void> {
	await asOurselves(work, async ({ trx, keys }) => {
		const managers = await trx
			.selectFrom('staff')
			.innerJoin('staff_role', 'staff_role.staff_id', 'staff.staff_id')
			.select(['staff.staff_id', 'email'])
			.where('role', '=', 'complaintsManager')
			.where('is_active', '=', true)
			.where('staff.staff_id', 'not in', (eb) =>
				eb
					.selectFrom('complaint_subject')
					.select('complaint_subject.staff_id')
					.where('complaint_id', '=', complaintId)
			)
			.execute();
		for (const { staff_id: staffId, email } of managers) {
			await queueMessage(trx, keys, {
				purpose: 'stage2Requested',
				channel: email ? 'email' : 'inbox',
				staffId,
				words: { recipient: email ?? '', ...MESSAGES_OUT.stage2Requested }
			});
		}
	});
}
