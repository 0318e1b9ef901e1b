import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';

/**
 * Why the calendar cannot answer. Facts only; the English is in `words/clocks.ts`.
 *
 * `noSuchDay`: written rightly, but the calendar has no such day. `bankHolidaysRunOut`: `date` lies before `from` or after `to`, both of which the list still
 * covers. `holidaysMissing`: the list is said to cover `year` but has too few days for it.
 */
export type CalendarRefusal =
	| { code: 'notADate'; text: string }
	| { code: 'noSuchDay'; text: string }
	| { code: 'yearOutOfRange'; text: string; fromYear: number; toYear: number }
	| { code: 'bankHolidaysRunOut'; date: PlainDate; from: PlainDate; to: PlainDate }
	| { code: 'holidaysMissing'; year: number; found: number };

/** An answer that is either known, or refused with the facts of why. Never a guess. */
export type Known<Value, Refusal = CalendarRefusal> =
	{ known: true; value: Value } | { known: false; refusal: Refusal };

/** Wraps an answer that is known. */
export function known<Value>(value: Value): { known: true; value: Value } {
	return { known: true, value };
}

/** Wraps a refusal to answer. */
export function refused<Refusal>(refusal: Refusal): { known: false; refusal: Refusal } {
	return { known: false, refusal };
}
