import { mediationPauses } from '#lib/domain/beside/mediationPauses.ts';
import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { known, type CalendarRefusal, type Known } from '#lib/domain/calendar/known.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClockFacts, ClockRefusal } from '#lib/domain/clocks/clockFacts.ts';
import { explain } from '#lib/domain/clocks/explain.ts';
import { daysLate } from '#lib/domain/clocks/position.ts';
import { countingOf, type CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

/** A clock was asked for something no complaint can be in: a bug, never a person's mistake. */
export class ImpossibleClock extends Error {
	override name = 'ImpossibleClock';
}

/**
 * The last days of stage 1 for one strand, pauses taken out. Each is null while the clock waits
 * for an advocate. An agreement to wait is not in them: they are what the answer is held to.
 */
export interface Stage1Dates {
	/** Without any extension: day 10, or the council's own length. */
	firstLimitOn: PlainDate | null;
	/** The furthest an extension can take it: day 20, or the council's own. */
	lastLimitOn: PlainDate | null;
	/** Whichever of the two holds now. */
	dueOn: PlainDate | null;
}

/** The facts of the stage 1 clock of a strand, for the clocks to count. */
export function stage1Facts(strand: Strand): ClockFacts {
	const isCorporate = strand.procedure === 'corporate';
	return {
		clock: isCorporate ? 'corporateStage1Response' : 'stage1Response',
		dayZeroOn: strand.stage1DayZeroOn,
		isExtended: strand.extension !== null,
		pauses: isCorporate ? strand.pauses : [...strand.pauses, ...mediationPauses(strand.beside.adr)],
		waitsUntilOn: strand.waitsUntilOn
	};
}

/**
 * When stage 1 of a strand runs out. Both limits count from the same day 0, whenever the
 * extension was told.
 *
 * Source: SI 2006/1738 reg 14.
 */
export function stage1Dates(strand: Strand, context: CountingContext): Known<Stage1Dates> {
	const facts = stage1Facts(strand);
	const counting = countingOf(context);
	const first = explain({ ...facts, isExtended: false }, counting);
	if (!first.known) return { known: false, refusal: calendarRefusal(first.refusal) };
	const last = explain({ ...facts, isExtended: true }, counting);
	if (!last.known) return { known: false, refusal: calendarRefusal(last.refusal) };

	const firstLimitOn = first.value.limitOn;
	const lastLimitOn = last.value.limitOn;
	return known({
		firstLimitOn,
		lastLimitOn,
		dueOn: facts.isExtended ? lastLimitOn : firstLimitOn
	});
}

/** Whether something done on `doneOn` came after `dueOn`; the weekend after it is not late. */
export function isLate(
	doneOn: PlainDate,
	dueOn: PlainDate | null,
	context: { holidays: BankHolidayList }
): Known<boolean> {
	const late = workingDaysLate(doneOn, dueOn, context);
	return late.known ? known(late.value > 0) : late;
}

/** How many working days after `dueOn` it was done; 0 in time, and where no day was set. */
export function workingDaysLate(
	doneOn: PlainDate,
	dueOn: PlainDate | null,
	{ holidays }: { holidays: BankHolidayList }
): Known<number> {
	return dueOn === null ? known(0) : daysLate({ dueOn, unit: 'workingDays' }, doneOn, holidays);
}

/** The refusals of the calendar are for a person; any other refusal of a clock is a bug. */
export function calendarRefusal(refusal: ClockRefusal): CalendarRefusal {
	switch (refusal.code) {
		case 'notADate':
		case 'noSuchDay':
		case 'yearOutOfRange':
		case 'bankHolidaysRunOut':
		case 'holidaysMissing':
			return refusal;
		case 'clockPaused':
		case 'cannotBeExtended':
		case 'cannotBePaused':
		case 'pauseEndsBeforeItStarts':
		case 'dateNotSet':
			throw new ImpossibleClock(JSON.stringify(refusal));
	}
}
