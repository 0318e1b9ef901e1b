import type { BankHoliday } from '#lib/domain/calendar/bankHolidays.ts';
import { known, refused, type Known } from '#lib/domain/calendar/known.ts';
import { addDays, addMonths, addYears, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { kindOfDay, type DayKind } from '#lib/domain/calendar/workingDays.ts';
import {
	checkFacts,
	lengthOf,
	type ClockFacts,
	type ClockRefusal,
	type Counting,
	type Pause
} from '#lib/domain/clocks/clockFacts.ts';
import { countDays, type Count, type CountedDay } from '#lib/domain/clocks/countDays.ts';
import {
	clockOf,
	type ClockName,
	type DayZero,
	type Force,
	type Unit
} from '#lib/domain/clocks/statutoryClocks.ts';

/** How a due date comes about, day by day, so that a person can check it. */
export interface Explanation {
	readonly clock: ClockName;
	readonly rule: string;
	readonly source: string;
	readonly force: Force;
	readonly unit: Unit;
	/** How many of the unit, negative when counted backwards; null where a person set the date. */
	readonly length: number | null;
	readonly isExtended: boolean;
	readonly dayZero: DayZero;
	readonly dayZeroOn: PlainDate;
	/** The number day 0 has: 0, or 1 for a council that counts the day of receipt. */
	readonly dayZeroNumber: 0 | 1;
	/** What kind of day day 0 was; null where days of the week play no part. */
	readonly dayZeroKind: DayKind | null;
	/** Each day after day 0 to the end (before it, for a count backwards). Empty where not counted. */
	readonly days: readonly CountedDay[];
	readonly skippedHolidays: readonly BankHoliday[];
	readonly pauses: readonly Pause[];
	/**
	 * The END of this day is the limit; null while a pause is open. An agreed wait is in it, and
	 * so is the date told with an extension, where that comes before the law's own.
	 */
	readonly dueOn: PlainDate | null;
	/** The law's own limit, without any agreed wait: what reports measure against. */
	readonly limitOn: PlainDate | null;
	/** The first day of the pause that is still open. */
	readonly pausedSinceOn: PlainDate | null;
	/** What the limit would be without any pause. Equal to `limitOn` where there was none. */
	readonly unpausedLimitOn: PlainDate;
	/** What the limit would be without the extension; null where there is none, or paused. */
	readonly unextendedLimitOn: PlainDate | null;
	readonly waitsUntilOn: PlainDate | null;
	/** The new date told with the extension; null where none was, or it is the limit itself. */
	readonly promisedOn: PlainDate | null;
}

/**
 * The last day of a clock: the thing is in time until the END of that day.
 *
 * Refused, never guessed, while a pause is open or where the bank holidays run out.
 */
export function dueOn(facts: ClockFacts, counting: Counting): Known<PlainDate, ClockRefusal> {
	const explanation = explain(facts, counting);
	if (!explanation.known) return explanation;
	const { dueOn, pausedSinceOn, unpausedLimitOn } = explanation.value;
	return dueOn !== null
		? known(dueOn)
		: refused({
				code: 'clockPaused',
				clock: facts.clock,
				sinceOn: pausedSinceOn ?? facts.dayZeroOn,
				unpausedDueOn: unpausedLimitOn
			});
}

/**
 * The whole working of a due date. An extension is counted from the original day 0, an agreed
 * wait can only make the date later, and an open pause leaves it unknown.
 *
 * Source: SI 2006/1738 regs 2, 14 and 17(6); Getting the Best from Complaints 3.5.
 */
export function explain(facts: ClockFacts, counting: Counting): Known<Explanation, ClockRefusal> {
	const checked = checkFacts(facts);
	if (!checked.known) return checked;

	const clock = clockOf(facts.clock);
	const isExtended = facts.isExtended ?? false;
	const counted = count(facts, isExtended, counting);
	if (!counted.known) return counted;
	const unpaused = facts.pauses?.length
		? count({ ...facts, pauses: [] }, isExtended, counting)
		: counted;
	if (!unpaused.known) return unpaused;
	const unextended = isExtended ? count(facts, false, counting) : counted;
	if (!unextended.known) return unextended;

	const { days, endsOn, stoppedOn } = counted.value;
	const length = lengthOf(facts.clock, isExtended, counting);
	const waitsUntilOn = facts.waitsUntilOn ?? null;
	const promisedOn = promiseBefore(endsOn, isExtended ? facts.promisedOn : null);
	const startKind =
		clock.unit === 'workingDays' ? kindOfDay(facts.dayZeroOn, counting.holidays) : null;
	return known({
		clock: facts.clock,
		rule: (isExtended ? clock.extendedRule : null) ?? clock.rule,
		source: (isExtended ? clock.extendedSource : null) ?? clock.source,
		force: clock.force,
		unit: clock.unit,
		length,
		isExtended,
		dayZero: clock.startedBy,
		dayZeroOn: facts.dayZeroOn,
		dayZeroNumber:
			counting.receiptIsDayOne && clock.unit === 'workingDays' && (length ?? 0) > 0 ? 1 : 0,
		dayZeroKind: startKind?.known ? startKind.value : null,
		days,
		skippedHolidays: days.flatMap((day) =>
			day.kind === 'holiday' ? [{ date: day.date, name: day.name }] : []
		),
		pauses: facts.pauses ?? [],
		dueOn: laterOf(promisedOn ?? endsOn, waitsUntilOn),
		limitOn: endsOn,
		pausedSinceOn: stoppedOn,
		unpausedLimitOn: unpaused.value.endsOn ?? facts.dayZeroOn,
		unextendedLimitOn: isExtended ? unextended.value.endsOn : null,
		waitsUntilOn,
		promisedOn
	});
}

function count(
	facts: ClockFacts,
	isExtended: boolean,
	counting: Counting
): Known<Count, ClockRefusal> {
	const { dayZeroOn, pauses = [] } = facts;
	const { unit } = clockOf(facts.clock);
	const length = lengthOf(facts.clock, isExtended, counting) ?? 0;
	switch (unit) {
		case 'workingDays':
			return countDays({ dayZeroOn, length, pauses }, counting);
		case 'calendarDays':
			return known(endingOn(addDays(dayZeroOn, length)));
		case 'calendarMonths':
			return known(endingOn(addMonths(dayZeroOn, length)));
		case 'calendarYears':
			return known(endingOn(addYears(dayZeroOn, length)));
		case 'dateSet':
			return known(endingOn(facts.setOn ?? dayZeroOn));
	}
}

function endingOn(date: PlainDate): Count {
	return { days: [], endsOn: date, stoppedOn: null };
}

/** The date told with an extension, where it comes before the limit. */
function promiseBefore(
	limitOn: PlainDate | null,
	promisedOn: PlainDate | null | undefined
): PlainDate | null {
	return limitOn !== null && promisedOn != null && promisedOn < limitOn ? promisedOn : null;
}

function laterOf(limitOn: PlainDate | null, waitsUntilOn: PlainDate | null): PlainDate | null {
	if (limitOn === null || waitsUntilOn === null) return limitOn;
	return waitsUntilOn > limitOn ? waitsUntilOn : limitOn;
}
