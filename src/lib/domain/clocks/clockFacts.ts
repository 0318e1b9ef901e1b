import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { known, refused, type CalendarRefusal, type Known } from '#lib/domain/calendar/known.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	clockOf,
	type ClockName,
	type LocalClockName,
	type PauseReason
} from '#lib/domain/clocks/statutoryClocks.ts';

/** What counting needs to know besides the case: the holidays and the council's own choices. */
export interface Counting {
	readonly holidays: BankHolidayList;
	/** The council's own lengths, in working days, where they are a setting. */
	readonly localLengths?: Partial<Readonly<Record<LocalClockName, number>>>;
	/** How much longer more time can make one of them at most, in working days, likewise. */
	readonly localExtensions?: Partial<Readonly<Record<LocalClockName, number>>>;
	/** True for a council that counts the day of the event as day 1: a working day earlier. */
	readonly receiptIsDayOne?: boolean;
}

/**
 * A time in which nothing is counted. The days up to and including `from` are used; counting
 * goes on the day after `to`. `to` is null while it still lasts. Without a reason it is the wait
 * for an advocate.
 */
export interface Pause {
	readonly from: PlainDate;
	readonly to: PlainDate | null;
	readonly reason?: PauseReason;
}

/** What is known of one clock in one case. */
export interface ClockFacts {
	readonly clock: ClockName;
	/** The day of the event that starts it, whether or not it is a working day. */
	readonly dayZeroOn: PlainDate;
	readonly isExtended?: boolean;
	readonly pauses?: readonly Pause[];
	/** The day until which the complainant agreed to wait, that day included. */
	readonly waitsUntilOn?: PlainDate | null;
	/** The new date told with an extension: it holds where it comes before the law's own limit. */
	readonly promisedOn?: PlainDate | null;
	/** The date a person set, for a clock that is not counted. */
	readonly setOn?: PlainDate;
}

/** Why a clock gives no date. `clockPaused` still has the date it would be without any pause. */
export type ClockRefusal =
	| CalendarRefusal
	| { code: 'clockPaused'; clock: ClockName; sinceOn: PlainDate; unpausedDueOn: PlainDate }
	| { code: 'cannotBeExtended'; clock: ClockName }
	| { code: 'cannotBePaused'; clock: ClockName; reason: PauseReason }
	| { code: 'pauseEndsBeforeItStarts'; from: PlainDate; to: PlainDate }
	| { code: 'dateNotSet'; clock: ClockName };

/**
 * How long a clock is, in its own unit: the law's length, or the council's own where that is a
 * setting. An extension adds to the council's own length what it adds to the default, unless the
 * council has set how much.
 */
export function lengthOf(
	name: ClockName,
	isExtended: boolean,
	{ localLengths, localExtensions }: Counting
): number | null {
	const clock = clockOf(name);
	if (clock.length === null) return null;
	const base = ownOf(name, localLengths) ?? clock.length;
	const more =
		isExtended && clock.extendedLength !== null
			? (ownOf(name, localExtensions) ?? clock.extendedLength - clock.length)
			: 0;
	const length = base + more;
	if (!Number.isInteger(length)) throw new RangeError(`${name} is not whole days: ${length}`);
	return length;
}

/** What the council set for a clock; undefined where it did not, and for a limit of the law. */
function ownOf(
	name: ClockName,
	own: Partial<Readonly<Record<ClockName, number>>> | undefined
): number | undefined {
	return clockOf(name).isSetting ? own?.[name] : undefined;
}

/** Whether these facts can be counted at all, before any day is. */
export function checkFacts(facts: ClockFacts): Known<ClockFacts, ClockRefusal> {
	const clock = clockOf(facts.clock);
	if (facts.isExtended && clock.extendedLength === null) {
		return refused({ code: 'cannotBeExtended', clock: facts.clock });
	}
	for (const { from, to, reason = 'advocate' } of facts.pauses ?? []) {
		if (!clock.pausedBy.includes(reason)) {
			return refused({ code: 'cannotBePaused', clock: facts.clock, reason });
		}
		if (to !== null && to < from) return refused({ code: 'pauseEndsBeforeItStarts', from, to });
	}
	if (clock.unit === 'dateSet' && !facts.setOn) {
		return refused({ code: 'dateNotSet', clock: facts.clock });
	}
	return known(facts);
}
