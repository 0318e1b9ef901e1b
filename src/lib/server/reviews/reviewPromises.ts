import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { refuseCheck } from '#lib/domain/reviews/promises.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import type { SealedPlace } from '#lib/server/keys/sealing.ts';
import { officerOf, wordsIn } from '#lib/server/reviews/concerns.ts';
import { sealForChild } from '#lib/server/reviews/reviewedChildren.ts';
import type { Work } from '#lib/server/work.ts';
import type { NewReviewPromise, ReviewOrder } from '#lib/wire/reviewOrders.ts';
import type { PushedText } from '#lib/wire/sync.ts';

/** What a promise says, as it lies sealed. */
export interface PromiseWords {
	what: string;
	who: string;
}

/** Keeps what was promised to a child, to be asked about next time. */
export async function keepPromises(
	work: Work,
	at: {
		childId: string;
		reviewId: string | null;
		concernId: string | null;
		madeOn: PlainDate;
	},
	{ promises, texts }: { promises: readonly NewReviewPromise[]; texts: readonly PushedText[] }
): Promise<void> {
	if (promises.length === 0) return;
	const key = await sealForChild(work, at.childId);
	const sealed = ({ promiseId, whatTextId, who }: NewReviewPromise) => {
		const words: PromiseWords = { what: wordsIn(texts, whatTextId), who: who.trim() };
		return key.seal(wordsOfPromise(promiseId), JSON.stringify(words));
	};
	await work.trx
		.insertInto('review_promise')
		.values(
			promises.map((promise) => ({
				promise_id: promise.promiseId,
				child_id: at.childId,
				review_id: at.reviewId,
				concern_id: at.concernId,
				sealed: sealed(promise),
				made_on: at.madeOn,
				due_on: promise.dueOn,
				made_by: officerOf(work)
			}))
		)
		.execute();
}

/** Writes down whether a promise was kept, as far as somebody found out. */
export async function checkPromise(
	work: Work,
	promiseId: string,
	{ found, checkedOn }: Extract<ReviewOrder, { type: 'checkPromise' }>
): Promise<Carried> {
	const row = await work.trx
		.selectFrom('review_promise')
		.select(['made_on', 'due_on', 'found', 'checked_on'])
		.where('promise_id', '=', promiseId)
		.forUpdate()
		.executeTakeFirst();
	if (!row) return refuseAct({ code: 'notYours' });
	const promise = {
		madeOn: row.made_on as PlainDate,
		dueOn: row.due_on as PlainDate | null,
		found: row.found,
		checkedOn: row.checked_on as PlainDate | null
	};
	const why = refuseCheck(promise, checkedOn, dateInEngland(work.now()));
	if (why) return refuseAct({ code: 'promiseRefused', why });
	await work.trx
		.updateTable('review_promise')
		.set({ found, checked_on: checkedOn, checked_by: officerOf(work) })
		.where('promise_id', '=', promiseId)
		.execute();
	return { done: true, version: null };
}

/** Where the words of a promise lie. */
export function wordsOfPromise(promiseId: string): SealedPlace {
	return { table: 'review_promise', column: 'sealed', rowId: promiseId };
}
