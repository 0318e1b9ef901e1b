import { parsePlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Command } from '#lib/domain/complaint/commands.ts';
import { carryOut } from '#lib/server/complaints/carryOut.ts';
import type { OrderGiven } from '#lib/server/complaints/log.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { takeReference } from '#lib/server/complaints/reference.ts';
import { IdAlreadyUsed } from '#lib/server/complaints/idAlreadyUsed.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';

type Receive = Extract<Command, { type: 'receiveComplaint' }>;

/** A complaint that begins, with what else was said at once. */
export interface NewComplaint extends OrderGiven {
	complaintId: string;
	received: Receive;
	/** Orders that follow at once, such as asking for an advocate. */
	then: readonly Command[];
}

/**
 * Gives the complaint its case number and starts its log. The orders are judged as the
 * complainant's own, whoever took them down.
 */
export async function createComplaint(work: Work, complaint: NewComplaint): Promise<Carried> {
	const day = parsePlainDate(complaint.received.receivedOn);
	if (!day.known) return { done: false, refusal: day.refusal };
	return asOurselves(work, async (ours) => {
		const { complaintId, received, then } = complaint;
		const made = await ours.trx
			.insertInto('complaint')
			.values({
				complaint_id: complaintId,
				reference: await takeReference(ours, received.receivedOn),
				version: 0,
				phase: 'received',
				received_on: received.receivedOn,
				recorded_at: instantOf(work),
				made_by: received.madeBy
			})
			.onConflict((conflict) => conflict.column('complaint_id').doNothing())
			.executeTakeFirst();
		if (!made.numInsertedOrUpdatedRows) throw new IdAlreadyUsed('complaintId');
		return carryOut(ours, { ...complaint, commands: [received, ...then], inRole: 'complainant' });
	});
}
