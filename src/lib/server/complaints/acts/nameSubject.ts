import { enqueue } from '#lib/server/jobs/queue.ts';
import { noteAct } from '#lib/server/audit/auditEntries.ts';
import { findVersion } from '#lib/server/complaints/log.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { keepPeople } from '#lib/server/people/people.ts';
import { findLineManagers } from '#lib/server/people/standings.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';
import type { Order } from '#lib/wire/sync.ts';

type NameSubject = Extract<Order, { type: 'nameSubject' }>;

/**
 * Names the person complained about. A member of staff loses sight of the case at once, in
 * lists and counts too, and whatever of it they held: as officer, as responder, as the one who
 * took its alert. So does their line manager, who may then be given it to answer, with a reason.
 * Source: rules 5.2.
 */
export async function nameSubject(
	work: Work,
	complaintId: string,
	{ personId, name, staffId }: NameSubject
): Promise<Carried> {
	if (staffId !== null && !(await isStaff(work, staffId))) {
		return refuseAct({ code: 'staffUnknown', staffId });
	}
	// As ourselves: whoever names themselves sees nothing of the case from the next statement on.
	return asOurselves(work, async (ours) => {
		const person = { personId, part: 'subjectOfComplaint' as const, name, relation: '', staffId };
		await keepPeople(ours, complaintId, [person]);
		if (staffId !== null) await shutOut(ours, complaintId, staffId);
		await noteAct(ours, { action: 'subjectNamed', complaintId, data: { personId, staffId } });
		return { done: true, version: await findVersion(ours, complaintId) };
	});
}

async function isStaff({ trx }: Work, staffId: string): Promise<boolean> {
	const found = await trx
		.selectFrom('staff')
		.select('staff_id')
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	return found !== undefined;
}

async function shutOut(work: Work, complaintId: string, staffId: string): Promise<void> {
	const { trx } = work;
	await trx
		.insertInto('complaint_subject')
		.values({
			complaint_id: complaintId,
			staff_id: staffId,
			named_by: work.actor.kind === 'staff' ? work.actor.staffId : null,
			named_at: instantOf(work)
		})
		.onConflict((conflict) => conflict.columns(['complaint_id', 'staff_id']).doNothing())
		.execute();
	// Their manager may answer it only once somebody has said why, so they hand it back too.
	for (const shutOutId of [staffId, ...(await findLineManagers(work, complaintId))]) {
		await takeBack(work, complaintId, shutOutId);
		await handBackAlerts(work, complaintId, shutOutId);
	}
}

async function takeBack({ trx }: Work, complaintId: string, staffId: string): Promise<void> {
	for (const held of ['officer_id', 'responder_id'] as const) {
		await trx
			.updateTable('complaint')
			.set({ [held]: null })
			.where('complaint_id', '=', complaintId)
			.where(held, '=', staffId)
			.execute();
	}
}

/** An alert they took has nobody now: the duty list is told again, at once. */
async function handBackAlerts(work: Work, complaintId: string, staffId: string): Promise<void> {
	const alerts = await work.trx
		.updateTable('safety_alert')
		.set({ taken_by: null, taken_at: null })
		.where('complaint_id', '=', complaintId)
		.where('taken_by', '=', staffId)
		.where('closed_at', 'is', null)
		.returning('alert_id')
		.execute();
	for (const { alert_id: alertId } of alerts) {
		await enqueue(work.trx, {
			kind: 'tellDuty',
			data: { alertId },
			runAt: instantOf(work),
			uniqueKey: `tellDuty:${alertId}:handedBack:${staffId}`
		});
	}
}
