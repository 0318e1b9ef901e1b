import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { refuseStep, type ConcernStep } from '#lib/domain/reviews/concern.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { keepAct, lockConcern, wordsIn } from '#lib/server/reviews/concerns.ts';
import { readLadder } from '#lib/server/reviews/ladder.ts';
import { raiseComplaint } from '#lib/server/reviews/raiseComplaint.ts';
import { keepPromises } from '#lib/server/reviews/reviewPromises.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import type { ReviewOrder } from '#lib/wire/reviewOrders.ts';
import type { PushedCommand } from '#lib/wire/sync.ts';

type Of<Type extends ReviewOrder['type']> = Extract<ReviewOrder, { type: Type }>;

/** Settles a concern with whoever can, and keeps what was promised for it. */
export async function settleConcern(
	work: Work,
	pushed: PushedCommand,
	order: Of<'settleConcern'>
): Promise<Carried> {
	const step: ConcernStep = { type: 'settled', on: order.settledOn };
	return takeStep(work, pushed, { step, textId: order.textId, promises: order.promises });
}

/** Takes a concern up the ladder, or to Cafcass beside it. */
export async function escalateConcern(
	work: Work,
	pushed: PushedCommand,
	{ to, escalatedOn, textId }: Of<'escalateConcern'>
): Promise<Carried> {
	const step: ConcernStep =
		to === 'cafcass'
			? { type: 'referredToCafcass', on: escalatedOn }
			: { type: 'escalated', on: escalatedOn, step: to };
	return takeStep(work, pushed, { step, textId, promises: [] });
}

/** Makes a concern a complaint, whoever settled it before: the child may complain all the same. */
export async function turnConcernIntoComplaint(
	work: Work,
	pushed: PushedCommand
): Promise<Carried> {
	const { complaintId: concernId } = pushed;
	// Asked with their own eyes first: whose it is not, learns nothing of it.
	if (!(await lockConcern(work, concernId))) return refuseAct({ code: 'notYours' });
	return asOurselves(work, (ours) => raiseComplaint(ours, pushed, concernId));
}

async function takeStep(
	work: Work,
	{ complaintId: concernId, texts }: PushedCommand,
	{
		step,
		textId,
		promises
	}: { step: ConcernStep; textId: string; promises: Of<'settleConcern'>['promises'] }
): Promise<Carried> {
	const found = await lockConcern(work, concernId);
	if (!found) return refuseAct({ code: 'notYours' });
	const { ladder } = await readLadder(work);
	const why = refuseStep(found.concern, step, { today: dateInEngland(work.now()), ladder });
	if (why) return refuseAct({ code: 'concernRefused', why });
	const { child_id: childId, review_id: reviewId } = found.row;
	await keepAct(work, { concernId, childId }, { act: step, words: wordsIn(texts, textId) });
	await keepPromises(work, { childId, reviewId, concernId, madeOn: step.on }, { promises, texts });
	return { done: true, version: null };
}
