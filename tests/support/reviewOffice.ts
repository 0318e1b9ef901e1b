import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { readReviews } from '#lib/server/reviews/readReviews.ts';
import type { RecordConcern, ReviewOrder } from '#lib/wire/reviewOrders.ts';
import type { MyReviews } from '#lib/wire/reviews.ts';
import type { PushedText, PushResult } from '#lib/wire/sync.ts';
import { openOffice, type Office } from './caseworkOffice.ts';

/** An office with reviewing officers. */
export interface ReviewOffice extends Office {
	/** What the child said, told to `by`; gives the ids and what came of it. */
	tell(
		by: string,
		told?: Partial<Told>
	): Promise<{
		concernId: string;
		childId: string;
		result: PushResult;
	}>;
	/** Does something about a concern, a review or a promise, with one text where it brings words. */
	act(by: string, id: string, order: ReviewOrder, words?: string): Promise<PushResult>;
	/** A review that the officer types in. */
	plan(
		by: string,
		review: { child?: string; childId?: string; on: string; place?: string }
	): Promise<{
		childId: string;
		reviewId: string;
	}>;
	listOf(staffId: string): Promise<MyReviews>;
}

interface Told extends Omit<RecordConcern, 'type' | 'saidTextId' | 'wantsTextId'> {
	concernId: string;
	said: string;
	wants: string;
}

/** Opens it on `db`, on Monday 2 November 2026 unless told otherwise. */
export function openReviewOffice(db: Kysely<Database>): ReviewOffice {
	const office = openOffice(db);
	const act = (by: string, id: string, order: ReviewOrder, words?: string) =>
		office.give({ by, complaintId: id, order, texts: textsOf(order, words ?? 'Words') });
	return {
		...office,
		act,
		async tell(by, told = {}) {
			const { concernId = crypto.randomUUID(), said = 'My room is cold', wants = '' } = told;
			const order = concernOrder(told, wants !== '');
			const { saidTextId: textId, wantsTextId } = order;
			const texts: PushedText[] = [{ textId, kind: 'whatHappened', words: said }];
			if (wantsTextId) texts.push({ textId: wantsTextId, kind: 'whatWouldHelp', words: wants });
			const result = await office.give({ by, complaintId: concernId, order, texts });
			return { concernId, childId: order.childId, result };
		},
		async plan(by, { child = '', childId = crypto.randomUUID(), on, place = 'Elm House' }) {
			const reviewId = crypto.randomUUID();
			const order = { type: 'planReview', reviewId, childName: child, on, place } as ReviewOrder;
			const result = await act(by, childId, order);
			if (!result.done) throw new Error(JSON.stringify(result.refusal));
			return { childId, reviewId };
		},
		listOf: (staffId) => readReviews(office.service, staffId)
	};
}

function concernOrder(
	{ concernId: _id, said: _said, wants: _wants, ...told }: Partial<Told>,
	hasWants: boolean
): RecordConcern {
	return {
		type: 'recordConcern',
		childId: crypto.randomUUID(),
		childName: 'Jay Kaur',
		reviewId: null,
		saidOn: '2026-11-02',
		saidTextId: crypto.randomUUID(),
		wantsTextId: hasWants ? crypto.randomUUID() : null,
		safeNow: 'yes',
		phoned: null,
		wantsAdvocate: 'no',
		next: 'sortHere',
		...told
	};
}

function textsOf(order: ReviewOrder, words: string): PushedText[] {
	const own: PushedText[] =
		'textId' in order ? [{ textId: order.textId, kind: 'note', words }] : [];
	const promised =
		'promises' in order
			? order.promises.map(({ whatTextId }) => {
					return { textId: whatTextId, kind: 'promised' as const, words: 'Mend the heating' };
				})
			: [];
	return [...own, ...promised];
}
