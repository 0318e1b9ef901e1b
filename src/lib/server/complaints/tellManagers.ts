import { queueMessage } from '#lib/server/mail/outgoing.ts';
import { findShutOut } from '#lib/server/people/standings.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

/** What the complaints team is told of at once. */
type Occasion = 'stage2Requested' | 'paperHandedIn';

/**
 * Tells every complaints manager that stage 2 or a panel was asked for: its clock runs already. Not
 * one who is complained about, nor their line manager, and with no word of the case.
 */
export function tellManagers(work: Work, complaintId: string): Promise<void> {
	return tellThem(work, { complaintId, occasion: 'stage2Requested', alsoOfficer: false });
}

/** Tells the complaints managers and the officer of the case, as `tellManagers`. */
export function tellTeam(work: Work, complaintId: string, occasion: Occasion): Promise<void> {
	return tellThem(work, { complaintId, occasion, alsoOfficer: true });
}

async function tellThem(
	work: Work,
	told: { complaintId: string; occasion: Occasion; alsoOfficer: boolean }
): Promise<void> {
	const { complaintId, occasion, alsoOfficer } = told;
	const shutOut = await findShutOut(work, complaintId);
	await asOurselves(work, async ({ trx, keys }) => {
		const { officer_id: officerId } = await trx
			.selectFrom('complaint')
			.select('officer_id')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirstOrThrow();
		const people = await trx
			.selectFrom('staff')
			.innerJoin('staff_role', 'staff_role.staff_id', 'staff.staff_id')
			.select(['staff.staff_id', 'email'])
			.distinct()
			.where('is_active', '=', true)
			.where((eb) =>
				eb.or([
					eb('role', '=', 'complaintsManager'),
					...(alsoOfficer && officerId ? [eb('staff.staff_id', '=', officerId)] : [])
				])
			)
			.execute();
		for (const { staff_id: staffId, email } of people) {
			if (shutOut.includes(staffId)) continue;
			await queueMessage(trx, keys, {
				purpose: occasion,
				channel: email ? 'email' : 'inbox',
				staffId,
				words: { recipient: email ?? '', ...MESSAGES_OUT[occasion] }
			});
		}
	});
}
