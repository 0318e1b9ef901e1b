import { mayAct, REVIEW_ACTS } from '#lib/domain/roles/acts.ts';
import type { GivenLate } from '#lib/server/complaints/giveCommand.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import {
	escalateConcern,
	settleConcern,
	turnConcernIntoComplaint
} from '#lib/server/reviews/concernActs.ts';
import { holdReview, planReview } from '#lib/server/reviews/planReview.ts';
import { recordConcern } from '#lib/server/reviews/recordConcern.ts';
import { checkPromise } from '#lib/server/reviews/reviewPromises.ts';
import type { Work } from '#lib/server/work.ts';
import type { ReviewOrder } from '#lib/wire/reviewOrders.ts';
import type { Order, PushedCommand } from '#lib/wire/sync.ts';

/** Whether an order is a reviewing officer's: about a concern, a review or a promise, and no case. */
export function isAtReview(order: Order): order is ReviewOrder {
	return (REVIEW_ACTS as readonly string[]).includes(order.type);
}

/** Carries out an order of a reviewing officer, on the children they see. */
export async function actAtReview(
	work: Work,
	pushed: PushedCommand,
	{ order, late }: { order: ReviewOrder; late: GivenLate }
): Promise<Carried> {
	const held = await findHeldRoles(work);
	// What a device left behind is a complaints manager's to take up, in the name of who heard it.
	const isForAnother = late.concern?.toldTo !== undefined && held.includes('complaintsManager');
	if (!mayAct(held, order.type) && !isForAnother) {
		return refuseAct({ code: 'mayNotAct', act: order.type });
	}
	switch (order.type) {
		case 'recordConcern':
			return recordConcern(work, pushed, { order, ...(late.concern && { late: late.concern }) });
		case 'settleConcern':
			return settleConcern(work, pushed, order);
		case 'escalateConcern':
			return escalateConcern(work, pushed, order);
		case 'turnConcernIntoComplaint':
			return turnConcernIntoComplaint(work, pushed);
		case 'checkPromise':
			return checkPromise(work, pushed.complaintId, order);
		case 'planReview':
			return planReview(work, pushed, order);
		case 'holdReview':
			return holdReview(work, pushed, order);
	}
}
