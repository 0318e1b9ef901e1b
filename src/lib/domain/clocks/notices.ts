import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { instantInEngland, instantToMs, type Instant } from '#lib/domain/calendar/england.ts';
import { known, type Known } from '#lib/domain/calendar/known.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import { daysLate } from '#lib/domain/clocks/position.ts';

/** The hour, by clocks in England, at which the right to stage 2 is told on the last day. */
const DAY_20_NOTICE_HOUR = 17;

/** What decides when an unanswered complainant is told of the right to stage 2. */
export interface Day20Facts {
	/** Day 20 of stage 1, pauses taken out, whether or not time was extended. */
	readonly day20On: PlainDate;
	/** The day until which the complainant agreed to wait, that day included. */
	readonly waitsUntilOn: PlainDate | null;
}

/**
 * The moment to tell the complainant that stage 2 may be asked for now: 17:00 in England on day
 * 20, or on the last day of an agreed wait. Milliseconds since 1970.
 *
 * Source: SI 2006/1738 reg 14; Getting the Best from Complaints 3.5.
 */
export function day20NoticeAt({ day20On, waitsUntilOn }: Day20Facts): number {
	const on = waitsUntilOn !== null && waitsUntilOn > day20On ? waitsUntilOn : day20On;
	return instantInEngland(on, DAY_20_NOTICE_HOUR);
}

/** Whether an unanswered complainant must by `now` have been told of the right to stage 2. */
export function isDay20NoticeDue(facts: Day20Facts, now: Instant): boolean {
	return instantToMs(now) >= day20NoticeAt(facts);
}

/** What decides when the letter about a missed day 65 goes. */
export interface Day65Facts {
	readonly day65On: PlainDate;
	/** The day an officer recorded that day 65 will be missed; null where nobody has. */
	readonly willBeMissedRecordedOn: PlainDate | null;
	readonly waitsUntilOn: PlainDate | null;
}

/**
 * The day the letter goes that says day 65 was missed: day 66, the working day after it, or the
 * day an officer recorded that it will be missed, where that is earlier. While the complainant
 * has agreed to wait there is none until the working day after the wait.
 *
 * Source: SI 2006/1738 reg 17(6).
 */
export function day65LetterOn(facts: Day65Facts, holidays: BankHolidayList): Known<PlainDate> {
	const { day65On, willBeMissedRecordedOn, waitsUntilOn } = facts;
	if (waitsUntilOn !== null && waitsUntilOn > day65On) {
		return addWorkingDays(waitsUntilOn, 1, holidays);
	}
	if (willBeMissedRecordedOn !== null && willBeMissedRecordedOn <= day65On) {
		return known(willBeMissedRecordedOn);
	}
	return addWorkingDays(day65On, 1, holidays);
}

/**
 * Whether more time at stage 1 was told too late: after day 10. Told late it still counts, and
 * is a breach.
 *
 * Source: SI 2006/1738 reg 14.
 */
export function isExtensionToldLate(
	told: { toldOn: PlainDate; day10On: PlainDate },
	holidays: BankHolidayList
): Known<boolean> {
	const late = daysLate({ dueOn: told.day10On, unit: 'workingDays' }, told.toldOn, holidays);
	return late.known ? known(late.value > 0) : late;
}
