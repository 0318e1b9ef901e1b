import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';

/** Whether what was promised was done, as somebody who asked has found. */
export const PROMISE_FOUND = ['kept', 'partly', 'notKept'] as const;
export type PromiseFound = (typeof PROMISE_FOUND)[number];

/** What was promised at a review, as far as the rules look into it. */
export interface ReviewPromise {
	/** By when; null where nobody said. */
	dueOn: PlainDate | null;
	madeOn: PlainDate;
	found: PromiseFound | null;
	checkedOn: PlainDate | null;
}

/** Why a check is refused. */
export type PromiseRefusal =
	| { code: 'isKept'; checkedOn: PlainDate }
	| { code: 'dayInFuture'; on: PlainDate }
	| { code: 'dayTooEarly'; on: PlainDate; earliestOn: PlainDate };

/** Why that check may not be written down; null where it may. What was kept stays kept. */
export function refuseCheck(
	promise: ReviewPromise,
	on: PlainDate,
	today: PlainDate
): PromiseRefusal | null {
	const { found, checkedOn, madeOn } = promise;
	if (found === 'kept' && checkedOn !== null) return { code: 'isKept', checkedOn };
	if (on > today) return { code: 'dayInFuture', on };
	const earliestOn = checkedOn ?? madeOn;
	return on < earliestOn ? { code: 'dayTooEarly', on, earliestOn } : null;
}

/** Whether it is to be asked about next time: until it was kept whole. */
export function isOpen({ found }: Pick<ReviewPromise, 'found'>): boolean {
	return found !== 'kept';
}

/** Where an open promise stands on a day. The day it is due it is not late yet. */
export function promiseStanding(
	{ dueOn, found }: Pick<ReviewPromise, 'dueOn' | 'found'>,
	today: PlainDate
): 'kept' | 'open' | 'late' {
	if (found === 'kept') return 'kept';
	return dueOn !== null && dueOn < today ? 'late' : 'open';
}

/** Open promises in the order to ask about them: the earliest first, those without a day last. */
export function inOrderToAsk<Promised extends Pick<ReviewPromise, 'dueOn' | 'found' | 'madeOn'>>(
	promises: readonly Promised[]
): Promised[] {
	const whenOf = ({ dueOn, madeOn }: Promised) => `${dueOn ?? '9999-12-31'} ${madeOn}`;
	return promises
		.filter(isOpen)
		.toSorted((one, other) =>
			whenOf(one) < whenOf(other) ? -1 : whenOf(one) > whenOf(other) ? 1 : 0
		);
}
