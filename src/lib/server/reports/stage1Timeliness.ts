import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { countWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import type { StageFact } from '#lib/domain/complaint/stageFacts.ts';
import { isWithin, type Period } from '#lib/server/reports/period.ts';

/** A date lies outside the list of bank holidays, so that a report would guess. */
export class ReportCannotCount extends Error {
	override name = 'ReportCannotCount';
}

/** One stage 1 answer of the period, with the working days it took. */
export interface Stage1Answer {
	workingDays: number;
	isInAgreedTime: boolean;
}

/**
 * The stage 1 answers given in the period, under one procedure.
 *
 * Answered means a response: withdrawn, disengaged and settled on the spot are not in it. Days
 * are counted from the council's own start, which is day 0.
 *
 * Source: SI 2006/1738 reg 13(1)-(2) (whether time limits were met); rules 7.
 */
export function stage1Answers(
	facts: readonly StageFact[],
	procedure: StageFact['procedure'],
	{ period, holidays }: { period: Period; holidays: BankHolidayList }
): Stage1Answer[] {
	return facts.flatMap((fact) => {
		const { completedOn } = fact;
		const isAnswer =
			fact.procedure === procedure && fact.stage === '1' && fact.closure === 'responded';
		if (!isAnswer || completedOn === null || !isWithin(completedOn, period)) return [];
		return [
			{
				workingDays: daysBetween(fact.startedOn, completedOn, holidays),
				isInAgreedTime: fact.dueOn !== null && completedOn <= fact.dueOn
			}
		];
	});
}

/**
 * How many of the answers fall in each band. The bands exclude each other: an answer counts in
 * the first whose limit it keeps, and in the last where it keeps none.
 */
export function countByBand(
	answers: readonly Stage1Answer[],
	limits: readonly number[]
): Stage1Answer[][] {
	const bands: Stage1Answer[][] = Array.from({ length: limits.length + 1 }, () => []);
	for (const answer of answers) {
		const place = limits.findIndex((limit) => answer.workingDays <= limit);
		bands[place === -1 ? limits.length : place]?.push(answer);
	}
	return bands;
}

function daysBetween(start: PlainDate, end: PlainDate, holidays: BankHolidayList): number {
	const counted = countWorkingDays(start, end, holidays);
	if (!counted.known) throw new ReportCannotCount(JSON.stringify(counted.refusal));
	return counted.value;
}
