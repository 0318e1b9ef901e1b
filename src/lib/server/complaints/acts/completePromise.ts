import { findVersion } from '#lib/server/complaints/log.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { Work } from '#lib/server/work.ts';
import type { Order } from '#lib/wire/sync.ts';

/** What an answer promised was done on that day. The first to say so stands. */
export async function completePromise(
	work: Work,
	complaintId: string,
	{ promiseId, doneOn }: Extract<Order, { type: 'completePromise' }>
): Promise<Carried> {
	const today = dateInEngland(work.now());
	if (doneOn > today)
		return { done: false, refusal: { code: 'dateInFuture', date: doneOn, today } };
	const promise = await work.trx
		.selectFrom('promise')
		.select('done_on')
		.where('promise_id', '=', promiseId)
		.where('complaint_id', '=', complaintId)
		.executeTakeFirst();
	if (!promise) return refuseAct({ code: 'notYours' });
	if (promise.done_on === null) {
		await work.trx
			.updateTable('promise')
			.set({ done_on: doneOn })
			.where('promise_id', '=', promiseId)
			.execute();
	}
	return { done: true, version: await findVersion(work, complaintId) };
}
