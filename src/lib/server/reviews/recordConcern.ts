import { dateInEngland, type Instant } from '#lib/domain/calendar/england.ts';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	toldOffline,
	whenReceived,
	type DeviceEvidence
} from '#lib/domain/offline/whenReceived.ts';
import { raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { IdAlreadyUsed } from '#lib/server/complaints/idAlreadyUsed.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { keepAct, officerOf, wordsOfConcern } from '#lib/server/reviews/concerns.ts';
import { raiseComplaint } from '#lib/server/reviews/raiseComplaint.ts';
import { keepChild, sealForChild } from '#lib/server/reviews/reviewedChildren.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';
import type { RecordConcern } from '#lib/wire/reviewOrders.ts';
import type { PushedCommand } from '#lib/wire/sync.ts';

/** What the device knew that had no signal, and when the order reached the server. */
export interface HeardLate {
	evidence: DeviceEvidence;
	receivedAt: Instant;
	/** Who heard it, where somebody else gives it for them. */
	toldTo?: string;
}

/**
 * Writes down what a child told at a review: a complaint at once, or to be settled where it was
 * said. It lands whoever has the child by now: what a child said in a kitchen without signal is not
 * turned away because the list has changed. A "no" or "not sure" to "are you safe?" raises the alert.
 */
export async function recordConcern(
	work: Work,
	pushed: PushedCommand,
	{ order, late }: { order: RecordConcern; late?: HeardLate }
): Promise<Carried> {
	if (!isPlainDate(order.saidOn)) {
		return refuseAct({ code: 'badForm', path: 'saidOn', message: 'Enter the day they said it' });
	}
	return asOurselves(work, async (ours) => {
		const officerId = late?.toldTo ?? officerOf(ours);
		if (!(await findOrKeepChild(ours, order, officerId))) {
			return refuseAct({ code: 'badForm', path: 'childName', message: 'Enter the child’s name' });
		}
		const concernId = pushed.complaintId;
		await refuseUsed(ours, concernId);
		const when = await findDay(ours, order, late);
		await keepConcern(ours, pushed, { order, officerId, ...when });
		const of = { concernId, childId: order.childId };
		await keepAct(ours, of, { act: { type: 'recorded', on: when.startsOn } });
		if (order.safeNow === 'no' || order.safeNow === 'notSure') {
			await raiseAlert(ours, {
				alertId: crypto.randomUUID(),
				draftId: null,
				complaintId: null,
				concernId,
				answer: order.safeNow,
				callBack: null
			});
		}
		if (order.next === 'sortHere') return { done: true, version: null };
		return raiseComplaint(ours, pushed, concernId);
	});
}

/** The child, made now where they are in no list; false where nothing says who it is. */
async function findOrKeepChild(
	ours: Work,
	order: RecordConcern,
	officerId: string
): Promise<boolean> {
	const { childId, childName } = order;
	const known = await ours.trx
		.selectFrom('reviewed_child')
		.select('child_id')
		.where('child_id', '=', childId)
		.executeTakeFirst();
	if (known) return true;
	if (childName.trim() === '') return false;
	await keepChild(ours, { childId, officerId, name: childName, number: '' });
	return true;
}

/** Its id will be that of a complaint, so it is the id of none yet. Throws `IdAlreadyUsed`. */
async function refuseUsed({ trx }: Work, concernId: string): Promise<void> {
	const used = await trx
		.selectFrom('complaint')
		.select('complaint_id')
		.where('complaint_id', '=', concernId)
		.executeTakeFirst();
	if (used) throw new IdAlreadyUsed('complaintId');
}

/** Day 0, by the day it was said where that is borne out; the review is looked up in our diary. */
async function findDay(
	ours: Work,
	{ reviewId, childId, saidOn }: RecordConcern,
	late: HeardLate | undefined
): Promise<{
	startsOn: PlainDate;
	reachedOn: PlainDate;
	isDisputed: boolean;
	reviewId: string | null;
}> {
	const review =
		reviewId === null
			? undefined
			: await ours.trx
					.selectFrom('review')
					.select(['review_id', 'review_on'])
					.where('review_id', '=', reviewId)
					.where('child_id', '=', childId)
					.executeTakeFirst();
	const reviewOn = (review?.review_on ?? null) as PlainDate | null;
	const today = dateInEngland(ours.now());
	// With a signal the server is heard as the order is given.
	const told = late
		? toldOffline({ madeOn: saidOn, ...late, reviewOn })
		: { madeOn: saidOn, lastServerOn: today, receivedOn: today, reviewOn };
	const { startsOn, isDisputed } = whenReceived(told, await readHolidays(ours.trx));
	const reachedOn = told.receivedOn;
	return { startsOn, reachedOn, isDisputed, reviewId: review?.review_id ?? null };
}

async function keepConcern(
	ours: Work,
	{ complaintId: concernId, texts }: PushedCommand,
	kept: {
		order: RecordConcern;
		officerId: string;
		startsOn: PlainDate;
		reachedOn: PlainDate;
		isDisputed: boolean;
		reviewId: string | null;
	}
): Promise<void> {
	const { order } = kept;
	const key = await sealForChild(ours, order.childId);
	await ours.trx
		.insertInto('concern')
		.values({
			concern_id: concernId,
			child_id: order.childId,
			review_id: kept.reviewId,
			said_on: order.saidOn,
			starts_on: kept.startsOn,
			reached_on: kept.reachedOn,
			is_day_in_doubt: kept.isDisputed,
			safe_now: order.safeNow,
			phoned: order.phoned,
			wants_advocate: order.wantsAdvocate,
			sealed: key.seal(wordsOfConcern(concernId), JSON.stringify(texts)),
			recorded_by: kept.officerId,
			recorded_at: instantOf(ours)
		})
		.execute();
}
