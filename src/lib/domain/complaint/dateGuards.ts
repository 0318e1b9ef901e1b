import { parsePlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { findOutsideList } from '#lib/domain/calendar/workingDays.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';

/** A day that a date may not come before, and what happened on it. */
export interface Earliest {
	date: PlainDate | null;
	because: Extract<Refusal, { code: 'dateBefore' }>['because'];
}

/**
 * Why a date cannot be the day something happened: no such day, after today in England, off the
 * bank holiday list, or before what it follows. Null where it can.
 */
export function findBadDate(
	date: PlainDate,
	context: RuleContext,
	...earliest: readonly Earliest[]
): Refusal | null {
	const bad = findUncountableDate(date, context);
	if (bad) return bad;
	if (date > context.today) return { code: 'dateInFuture', date, today: context.today };
	for (const { date: first, because } of earliest) {
		if (first !== null && date < first) {
			return { code: 'dateBefore', date, earliest: first, because };
		}
	}
	return null;
}

/** Why more time cannot have been told that day: the answer had gone. Null where it had not. */
export function findToldAfterAnswer(
	toldOn: PlainDate,
	answeredOn: PlainDate | null
): Refusal | null {
	return answeredOn !== null && toldOn > answeredOn
		? { code: 'toldAfterAnswer', toldOn, answeredOn }
		: null;
}

/** Why a date, past or to come, cannot be counted with: no such day, or off the list. */
export function findUncountableDate(
	date: PlainDate,
	{ holidays }: Pick<RuleContext, 'holidays'>
): Refusal | null {
	const parsed = parsePlainDate(date);
	return parsed.known ? findOutsideList(date, holidays) : parsed.refusal;
}
