import { nameOfHoliday, type BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { dateInEngland, instantInEngland } from '#lib/domain/calendar/england.ts';
import { weekdayOf, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { findOutsideList } from '#lib/domain/calendar/workingDays.ts';
import type { CallTime } from '#lib/intake/codes.ts';

/** When the complaints team reads what comes in. Weekday 1 is Monday; times are '09:00'. */
export interface ReadingHours {
	weekdays: readonly number[];
	opensAt: string;
	closesAt: string;
}

/** Who is told of a child who may not be safe. An empty list means that nobody is. */
export interface DutyRoute {
	staffIds: readonly string[];
	outsideHours: 'nobody' | 'dutyList';
	callWithinMinutes: number;
}

/** What the page may say to a child who may not be safe. */
export type CallPromise =
	/** Somebody is told now; `byMs` is the latest moment at which they call. */
	| { kind: 'call'; byMs: number }
	/** Nobody would see it before the office opens again: whom to ring instead. */
	| { kind: 'nobodyNow' }
	/** The council has named nobody to be told: only whom to ring. */
	| { kind: 'noDutyRoute' };

const MINUTE_MS = 60_000;
/** Promised times are round, and never earlier than the minutes allow. */
const ROUND_TO_MS = 5 * MINUTE_MS;

const CALL_TIME_MINUTES = {
	now: 0,
	halfAnHour: 30,
	oneHour: 60,
	twoHours: 120
} as const satisfies Record<CallTime, number>;

/**
 * Whether a call can be promised at `nowMs`, and by when.
 *
 * Where nobody is on duty outside the hours, a call is promised only if there is time for it
 * before they end. A child who asked for a later time is called by that time instead.
 */
export function promiseCall(
	nowMs: number,
	{ hours, duty, holidays }: { hours: ReadingHours; duty: DutyRoute; holidays: BankHolidayList },
	asked: CallTime | null = null
): CallPromise {
	if (duty.staffIds.length === 0) return { kind: 'noDutyRoute' };
	const minutes = Math.max(duty.callWithinMinutes, asked ? CALL_TIME_MINUTES[asked] : 0);
	const byMs = Math.ceil((nowMs + minutes * MINUTE_MS) / ROUND_TO_MS) * ROUND_TO_MS;
	if (duty.outsideHours === 'dutyList') return { kind: 'call', byMs };

	const closesMs = closingTimeOf(nowMs, hours, holidays);
	return closesMs !== null && byMs <= closesMs ? { kind: 'call', byMs } : { kind: 'nobodyNow' };
}

/** When the office that is open at `nowMs` closes, or null where it is shut. */
function closingTimeOf(
	nowMs: number,
	{ weekdays, opensAt, closesAt }: ReadingHours,
	holidays: BankHolidayList
): number | null {
	const today = dateInEngland(nowMs);
	if (!weekdays.includes(weekdayOf(today) + 1)) return null;
	// Past the end of the list nobody knows whether it is a holiday: nothing is promised.
	if (findOutsideList(today, holidays) || nameOfHoliday(today, holidays) !== null) return null;
	const closesMs = at(today, closesAt);
	return nowMs >= at(today, opensAt) && nowMs < closesMs ? closesMs : null;
}

function at(date: PlainDate, clock: string): number {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return instantInEngland(date, hours, minutes);
}
