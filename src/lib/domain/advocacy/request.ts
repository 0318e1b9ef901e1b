import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	addWorkingDays,
	countWorkingDays,
	isWorkingDay
} from '#lib/domain/calendar/workingDays.ts';

/** What a child lets their advocate know. `nothing`: they took it back. */
export const MAY_KNOW = ['nothing', 'nameOnly', 'story'] as const;
export type MayKnow = (typeof MAY_KNOW)[number];

/** Why a provider cannot take a young person on. */
export const DECLINED_BECAUSE = [
	'nobodyFree',
	'notOurArea',
	'language',
	'conflict',
	'other'
] as const;
export type DeclinedBecause = (typeof DECLINED_BECAUSE)[number];

/** For which language an interpreter is looked for. Never words that somebody typed. */
export const INTERPRETED = [
	'signLanguage',
	'arabic',
	'sorani',
	'pashto',
	'dari',
	'tigrinya',
	'amharic',
	'vietnamese',
	'albanian',
	'other'
] as const;
export type Interpreted = (typeof INTERPRETED)[number];

/** What a provider owes a child, one after the other. */
export type AdvocateStep = 'acknowledge' | 'assign' | 'contact';

/**
 * How many working days a provider has: to say that it has the request, and to name the advocate,
 * both from the day of asking; and, once named, for the advocate to be in touch.
 *
 * Source: what Coram Voice holds itself to (1 and 2); the last is ours.
 */
export const ADVOCATE_LIMITS = {
	acknowledge: 1,
	assign: 2,
	contact: 1
} as const satisfies Record<AdvocateStep, number>;

/** So often a provider is asked again for one request; then it is for a person. */
export const MOST_CHASES = 5;

/** What has become of a request, day by day. */
export interface AdvocateRequest {
	askedOn: PlainDate;
	/** The provider first said something to it. */
	acknowledgedOn: PlainDate | null;
	assignedOn: PlainDate | null;
	/** The advocate, by their sign-in; null where staff wrote down who it is. */
	assignedTo: string | null;
	firstContactOn: PlainDate | null;
	/** Declined, or taken back by the child. */
	endedOn: PlainDate | null;
}

/** What the provider owes next, and by the end of which day. */
export interface AdvocateStanding {
	/** Null where nothing is owed. */
	step: AdvocateStep | null;
	/** Null where nothing is owed, or the bank holidays run out. */
	dueOn: PlainDate | null;
	/** Working days it is late today; 0 while in time. */
	daysLate: number;
}

/** What the days are counted by. */
export interface AdvocateCounting {
	today: PlainDate;
	holidays: BankHolidayList;
}

/**
 * What the provider owes the child next. The day of asking is day 0. An advocate named early still
 * has until the day the child was first told.
 */
export function standingOfRequest(
	request: AdvocateRequest,
	{ today, holidays }: AdvocateCounting
): AdvocateStanding {
	const step = owed(request);
	if (step === null) return { step, dueOn: null, daysLate: 0 };
	const dueOn = dueDay(request, step, holidays);
	return { step, dueOn, daysLate: dueOn === null ? 0 : lateBy(dueOn, today, holidays) };
}

/**
 * About what the provider is asked again today; null where it is in time, was asked today, or was
 * asked often enough. Nobody is asked on a day that is no working day.
 */
export function chaseToday(
	request: AdvocateRequest,
	chasedOn: readonly PlainDate[],
	counting: AdvocateCounting
): AdvocateStep | null {
	const { step, daysLate } = standingOfRequest(request, counting);
	const { today, holidays } = counting;
	if (daysLate === 0 || chasedOn.includes(today) || chasedOn.length >= MOST_CHASES) return null;
	const working = isWorkingDay(today, holidays);
	return working.known && working.value ? step : null;
}

/** By the end of which day that step is owed; null where the bank holidays run out. */
export function dueDay(
	{ askedOn, assignedOn }: Pick<AdvocateRequest, 'askedOn' | 'assignedOn'>,
	step: AdvocateStep,
	holidays: BankHolidayList
): PlainDate | null {
	const after = (start: PlainDate, days: number) => {
		const day = addWorkingDays(start, days, holidays);
		return day.known ? day.value : null;
	};
	if (step !== 'contact') return after(askedOn, ADVOCATE_LIMITS[step]);
	const first = after(askedOn, ADVOCATE_LIMITS.assign);
	const since = after(assignedOn ?? askedOn, ADVOCATE_LIMITS.contact);
	return first !== null && since !== null && first > since ? first : since;
}

function owed(request: AdvocateRequest): AdvocateStep | null {
	if (request.endedOn !== null || request.firstContactOn !== null) return null;
	// Of an advocate who does not sign in nobody could say that they were in touch: it would be late for ever.
	if (request.assignedOn !== null) return request.assignedTo === null ? null : 'contact';
	return request.acknowledgedOn === null ? 'acknowledge' : 'assign';
}

function lateBy(dueOn: PlainDate, today: PlainDate, holidays: BankHolidayList): number {
	if (today <= dueOn) return 0;
	const late = countWorkingDays(dueOn, today, holidays);
	return late.known ? late.value : 0;
}
