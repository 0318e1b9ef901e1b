import { noteEntry } from '#lib/server/audit/auditEntries.ts';
import type { PlannedReview, UploadPlan } from '#lib/domain/reviews/planUpload.ts';
import { keepReview, placeOfReview } from '#lib/server/reviews/planReview.ts';
import { indexNumber, keepChild, sealForChild } from '#lib/server/reviews/reviewedChildren.ts';
import type { Work } from '#lib/server/work.ts';

/** Does what a list changes, as ourselves, and writes down who had it done. */
export async function carryOutList(ours: Work, plan: UploadPlan): Promise<void> {
	const newIdOf = new Map<string, string>();
	for (const { child, ...kept } of plan.newChildren) {
		const childId = crypto.randomUUID();
		newIdOf.set(child, childId);
		await keepChild(ours, { childId, ...kept });
	}
	for (const { child, toId } of plan.moved) {
		await changeChild(ours, child, { officer_id: toId });
	}
	for (const { child, number } of plan.numbered) {
		await changeChild(ours, child, { number_index: indexNumber(ours.keys, number) });
	}
	for (const review of plan.reviews) {
		await keepPlanned(ours, review, newIdOf.get(review.child) ?? review.child);
	}
	const { reviews, moved, numbered } = plan;
	const data = { lines: reviews.length, moved: moved.length, numbered: numbered.length };
	await noteEntry(ours, { action: 'reviewListTaken', entity: 'review', data });
}

async function changeChild(
	{ trx }: Work,
	childId: string,
	changes: { officer_id: string } | { number_index: Buffer }
): Promise<void> {
	await trx.updateTable('reviewed_child').set(changes).where('child_id', '=', childId).execute();
}

async function keepPlanned(ours: Work, review: PlannedReview, childId: string): Promise<void> {
	const { on, place } = review;
	if (review.change === 'same') return;
	if (review.change === 'add') {
		const reviewId = crypto.randomUUID();
		return keepReview(ours, { reviewId, childId, on, place, isUploaded: true });
	}
	const { reviewId } = review;
	const key = await sealForChild(ours, childId);
	await ours.trx
		.updateTable('review')
		.set({ review_on: on, sealed_place: key.seal(placeOfReview(reviewId), place) })
		.where('review_id', '=', reviewId)
		.execute();
}
