import { partsOf, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Pause } from '#lib/domain/clocks/clockFacts.ts';
import type { Explanation } from '#lib/domain/clocks/explain.ts';
import type { ClockPosition } from '#lib/domain/clocks/position.ts';
import { clockOf, type ClockName, type Unit } from '#lib/domain/clocks/statutoryClocks.ts';
import { DAY_ZERO_WORDS, PAUSE_WORDS, amount } from '#lib/words/clockNames.ts';
import { dayAndMonth, fullDate, shortDate } from '#lib/words/dates.ts';

/**
 * What the child hears of each clock: what will happen by DAY, and what is true once DAY has
 * gone by. Null for a clock that is no concern of theirs.
 */
const FOR_CHILD = {
	acknowledgement: ['You will hear from us by DAY.', 'You should have heard from us by DAY.'],
	sufficientInterest: null,
	stage1Response: ['You will get an answer by DAY.', 'You should have had an answer by DAY.'],
	stage2Request: [
		'Try to ask by DAY, but you can still ask after that.',
		'You can still ask for someone new to look.'
	],
	stage2Response: [
		'You will get the full answer by DAY.',
		'You should have had the full answer by DAY.'
	],
	stage2FromStatement: null,
	stage2Statement: null,
	stage2Appointments: null,
	stage3Request: [
		'If you want a panel to look, ask by DAY.',
		'It is late to ask, but you can still ask.'
	],
	stage3Acknowledgement: ['You will hear from us by DAY.', 'You should have heard from us by DAY.'],
	stage3Chair: null,
	stage3PanelMeeting: ['The panel will meet by DAY.', 'The panel should have met by DAY.'],
	stage3Papers: ['You will get the papers by DAY.', 'You should have had the papers by DAY.'],
	stage3Report: [
		'You will get what the panel says by DAY.',
		'You should have heard from the panel by DAY.'
	],
	stage3ReportSent: [
		'You will get what the panel says by DAY.',
		'You should have heard from the panel by DAY.'
	],
	stage3Response: [
		'You will get our new answer by DAY.',
		'You should have had our new answer by DAY.'
	],
	oneYearToComplain: [
		'You have until DAY to tell us about it.',
		'It was a while ago, but you can still tell us.'
	],
	oneYearToResubmit: [
		'You have until DAY to ask us to look again.',
		'It was a while ago, but you can still ask us.'
	],
	suspensionReview: null,
	ombudsmanEnquiry: null,
	action: ['We will do this by DAY.', 'We should have done this by DAY.'],
	ombudsman: null,
	dataComplaintAcknowledgement: [
		'You will hear from us by DAY.',
		'You should have heard from us by DAY.'
	],
	corporateStage1Response: [
		'You will get an answer by DAY.',
		'You should have had an answer by DAY.'
	],
	corporateStage2Acknowledgement: [
		'You will hear from us by DAY.',
		'You should have heard from us by DAY.'
	],
	corporateStage2Response: [
		'You will get our last answer by DAY.',
		'You should have had our last answer by DAY.'
	]
} as const satisfies Record<ClockName, readonly [string, string] | null>;

/**
 * What a due date means for the child, in one plain sentence; null for a clock that is no
 * concern of theirs. With a position past the day it does not promise a day that has gone.
 */
export function clockForChild(explanation: Explanation, position?: ClockPosition): string | null {
	const { clock, dueOn, pauses } = explanation;
	const words = FOR_CHILD[clock];
	if (words === null) return null;
	if (dueOn === null) {
		const open = pauses.find(({ to }) => to === null);
		return open?.reason === 'mediation'
			? 'We will give you a new date after the talks.'
			: 'We will give you a new date when you have an advocate.';
	}
	const [promise, gone] = words;
	const isLate = position?.state === 'late';
	// A year off, a day and month alone would name the wrong year.
	const isFarOff = clock === 'oneYearToComplain' || clock === 'oneYearToResubmit';
	return (isLate ? gone : promise).replace('DAY', isFarOff ? fullDate(dueOn) : dayAndMonth(dueOn));
}

/** The working of a due date for staff, one sentence an item, in the order to read them. */
export function explainClock(explanation: Explanation): string[] {
	return [
		sayDayZero(explanation),
		sayLength(explanation),
		sayEnd(explanation),
		...sayPauses(explanation),
		...sayNotCounted(explanation),
		...sayExtension(explanation),
		...sayWait(explanation),
		`Source: ${explanation.source}.`
	];
}

/** Where a clock stands: "Day 10 of 10, last day", "2 working days late". */
export function sayPosition({ state, day, of, left, late }: ClockPosition, unit: Unit): string {
	const isNumbered = unit === 'workingDays' && of !== null && day > 0;
	const where = isNumbered ? `Day ${day} of ${of}` : '';
	const ofUnit = unit === 'workingDays' || unit === 'dateSet' ? 'workingDays' : 'calendarDays';
	switch (state) {
		case 'notStarted':
			return 'Not started';
		case 'paused':
			return `Paused${isNumbered ? ` after day ${day} of ${of}` : ''}`;
		case 'late':
			return `${amount(late, ofUnit)} late`;
		case 'dueToday':
			return where === '' ? 'Last day' : `${where}, last day`;
		case 'dayOver':
			return where === '' ? 'The last day is over' : `${where}, the last day is over`;
		case 'running':
			return [where, `${amount(left ?? 0, ofUnit)} left`].filter((part) => part !== '').join(', ');
	}
}

function sayDayZero({ dayZero, dayZeroOn, dayZeroKind, dayZeroNumber }: Explanation): string {
	const not = dayZeroKind?.kind === 'working' || dayZeroKind === null ? '' : ', not a working day';
	const counted = dayZeroNumber === 1 ? 'It is counted as day 1' : 'It is not counted';
	return `Day ${dayZeroNumber} is ${shortDate(dayZeroOn)}${not}: ${DAY_ZERO_WORDS[dayZero]}. ${counted}.`;
}

function sayLength({ length, unit, dayZeroOn }: Explanation): string {
	if (length === null) return 'A person set the date; no days are counted.';
	if (unit !== 'workingDays') {
		const corresponding = unit === 'calendarDays' ? '' : ' It ends on the same date of the month.';
		return `It runs for ${amount(length, unit)}, weekends and holidays included.${corresponding}`;
	}
	return length < 0
		? `${amount(-length, unit)} are counted back; the day before ${shortDate(dayZeroOn)} is day 1.`
		: `${amount(length, unit)} are counted.`;
}

function sayEnd(explanation: Explanation): string {
	const { limitOn, pausedSinceOn, unpausedLimitOn, pauses, promisedOn } = explanation;
	if (limitOn === null) {
		const since = shortDate(pausedSinceOn ?? unpausedLimitOn);
		return `Paused since ${since}, so the date is not known yet. Without the pause it would be ${shortDate(unpausedLimitOn)}.`;
	}
	const without =
		pauses.length > 0 && unpausedLimitOn !== limitOn
			? ` Without the pause it would be ${shortDate(unpausedLimitOn)}.`
			: '';
	return promisedOn === null
		? `It is due by the end of ${shortDate(limitOn)}.${without}`
		: `The limit is the end of ${shortDate(limitOn)}.${without}`;
}

function sayPauses({ pauses, days }: Explanation): string[] {
	return pauses.map((pause) => {
		const why = PAUSE_WORDS[pause.reason ?? 'advocate'];
		if (pause.to === null) return `The count stopped after ${shortDate(pause.from)}: ${why}.`;
		const stopped = days.filter(({ kind, date }) => kind === 'paused' && isIn(date, pause)).length;
		return `Paused after ${shortDate(pause.from)} until ${shortDate(pause.to)}, ${why}: ${amount(stopped, 'workingDays')} not counted.`;
	});
}

function isIn(date: PlainDate, { from, to }: Pause): boolean {
	return date > from && (to === null || date <= to);
}

function sayNotCounted({ days, skippedHolidays, unit }: Explanation): string[] {
	if (unit !== 'workingDays' || days.length === 0) return [];
	const weekend = days.filter(({ kind }) => kind === 'weekend').length;
	const parts = [
		...(weekend > 0 ? [`${weekend} weekend ${weekend === 1 ? 'day' : 'days'}`] : []),
		...(skippedHolidays.length > 0
			? [
					`${skippedHolidays.length} bank ${skippedHolidays.length === 1 ? 'holiday' : 'holidays'}: ${skippedHolidays
						.map(({ date, name }) => `${shortDate(date)} (${sayHoliday(name)})`)
						.join(', ')}`
				]
			: [])
	];
	const skipped = parts.length === 0 ? 'no days' : parts.join(', and ');
	return [`Not counted: ${skipped}.`, sayClosingDays(days)];
}

/** "Boxing Day (substitute day)" is said as "for Boxing Day". */
function sayHoliday(name: string): string {
	return name.replace(/^(.*) \(substitute day\)$/, 'for $1');
}

function sayClosingDays(days: Explanation['days']): string {
	const atChristmas = days.filter(({ kind, date }) => {
		const { month, day } = partsOf(date);
		return kind === 'counted' && month === 12 && day > 26;
	});
	const named = atChristmas.map(({ date }) => shortDate(date)).join(', ');
	return named === ''
		? 'Days when our offices are closed do count.'
		: `Our Christmas closing does count, because these are working days in law: ${named}.`;
}

function sayExtension(explanation: Explanation): string[] {
	const { clock, isExtended, unextendedLimitOn, promisedOn } = explanation;
	const later = clockOf(clock).force === 'law' ? 'the law would allow more' : 'the limit is later';
	if (!isExtended) return [];
	const before =
		unextendedLimitOn === null ? '' : ` Before that it was ${shortDate(unextendedLimitOn)}.`;
	const promised =
		promisedOn === null
			? []
			: [`The complainant was told ${shortDate(promisedOn)}: that day holds, although ${later}.`];
	return [`Extended, counted from the same day 0.${before}`, ...promised];
}

function sayWait({ waitsUntilOn, limitOn }: Explanation): string[] {
	if (waitsUntilOn === null || (limitOn !== null && waitsUntilOn <= limitOn)) return [];
	return [
		`The complainant agreed to wait until ${shortDate(waitsUntilOn)}. Reports still measure against the limit.`
	];
}
