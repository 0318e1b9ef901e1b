import { z } from 'zod';
import { LADDER_STEPS } from '#lib/domain/reviews/ladder.ts';
import { PROMISE_FOUND } from '#lib/domain/reviews/promises.ts';
import { dateAsWritten, id, plainDate } from '#lib/wire/partSchemas.ts';

const LONGEST_NAME = 200;
const MOST_PROMISES = 20;
const name = z.string().max(LONGEST_NAME);

const promises = z
	.array(
		z.strictObject({
			promiseId: id,
			whatTextId: id,
			who: name.min(1, 'Enter who will do it'),
			dueOn: plainDate.nullable()
		})
	)
	.max(MOST_PROMISES);

/** The orders of a reviewing officer, as a device sends them. */
export const REVIEW_ORDERS = [
	z.strictObject({
		type: z.literal('recordConcern'),
		childId: id,
		childName: name,
		reviewId: id.nullable(),
		saidOn: dateAsWritten,
		saidTextId: id,
		wantsTextId: id.nullable(),
		safeNow: z.enum(['yes', 'no', 'notSure', 'notAsked']),
		phoned: z.enum(['yes', 'notYet']).nullable(),
		wantsAdvocate: z.enum(['yes', 'no', 'notAsked']),
		next: z.enum(['raise', 'sortHere'])
	}),
	z.strictObject({
		type: z.literal('settleConcern'),
		settledOn: plainDate,
		textId: id,
		promises
	}),
	z.strictObject({
		type: z.literal('escalateConcern'),
		to: z.enum([...LADDER_STEPS, 'cafcass']),
		escalatedOn: plainDate,
		textId: id
	}),
	z.strictObject({ type: z.literal('turnConcernIntoComplaint') }),
	z.strictObject({
		type: z.literal('checkPromise'),
		found: z.enum(PROMISE_FOUND),
		checkedOn: plainDate
	}),
	z.strictObject({
		type: z.literal('planReview'),
		reviewId: id,
		childName: name,
		on: plainDate,
		place: name
	}),
	z.strictObject({
		type: z.literal('holdReview'),
		held: z.enum(['held', 'notHeld']),
		promises
	})
] as const;
