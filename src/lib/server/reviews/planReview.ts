import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import type { SealedPlace } from '#lib/server/keys/sealing.ts';
import { officerOf } from '#lib/server/reviews/concerns.ts';
import { keepChild, lockChild, sealForChild } from '#lib/server/reviews/reviewedChildren.ts';
import { keepPromises } from '#lib/server/reviews/reviewPromises.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';
import type { ReviewOrder } from '#lib/wire/reviewOrders.ts';
import type { PushedCommand } from '#lib/wire/sync.ts';

type Of<Type extends ReviewOrder['type']> = Extract<ReviewOrder, { type: Type }>;

/** A review of theirs that an officer types in, of a child in their list or a new one. */
export async function planReview(
	work: Work,
	{ complaintId: childId }: PushedCommand,
	{ reviewId, childName, on, place }: Of<'planReview'>
): Promise<Carried> {
	if (!(await lockChild(work.trx, childId))) {
		if (childName.trim() === '') return refuseAct({ code: 'notYours' });
		// An id of somebody else's child is in use, and the database says no more than that.
		await asOurselves(work, (ours) =>
			keepChild(ours, { childId, officerId: officerOf(work), name: childName, number: '' })
		);
	}
	await keepReview(work, { reviewId, childId, on, place, isUploaded: false });
	return { done: true, version: null };
}

/** A review, as somebody typed it or an administrator's list has it. */
export interface NewReview {
	reviewId: string;
	childId: string;
	on: PlainDate;
	place: string;
	isUploaded: boolean;
}

/** Keeps a review. Of one child there is one a day. */
export async function keepReview(work: Work, review: NewReview): Promise<void> {
	const { reviewId, childId, on, place, isUploaded } = review;
	const key = await sealForChild(work, childId);
	await work.trx
		.insertInto('review')
		.values({
			review_id: reviewId,
			child_id: childId,
			review_on: on,
			sealed_place: key.seal(placeOfReview(reviewId), place.trim()),
			is_uploaded: isUploaded,
			added_by: officerOf(work),
			added_at: instantOf(work)
		})
		.execute();
}

/** Says whether a review was held, and what was promised there. */
export async function holdReview(
	work: Work,
	{ complaintId: reviewId, texts }: PushedCommand,
	{ held, promises }: Of<'holdReview'>
): Promise<Carried> {
	const row = await work.trx
		.selectFrom('review')
		.select(['child_id', 'review_on'])
		.where('review_id', '=', reviewId)
		.forUpdate()
		.executeTakeFirst();
	if (!row) return refuseAct({ code: 'notYours' });
	const madeOn = row.review_on as PlainDate;
	if (madeOn > dateInEngland(work.now())) {
		return refuseAct({ code: 'promiseRefused', why: { code: 'dayInFuture', on: madeOn } });
	}
	await work.trx
		.updateTable('review')
		.set({ held, noted_at: instantOf(work) })
		.where('review_id', '=', reviewId)
		.execute();
	const at = { childId: row.child_id, reviewId, concernId: null, madeOn };
	await keepPromises(work, at, { promises, texts });
	return { done: true, version: null };
}

/** Where the place of a review lies. */
export function placeOfReview(reviewId: string): SealedPlace {
	return { table: 'review', column: 'sealed_place', rowId: reviewId };
}
