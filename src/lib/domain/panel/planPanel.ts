import { known, type Known } from '#lib/domain/calendar/known.ts';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays, isWorkingDay } from '#lib/domain/calendar/workingDays.ts';
import type { ClockRefusal, Counting } from '#lib/domain/clocks/clockFacts.ts';
import { dueOn } from '#lib/domain/clocks/explain.ts';
import type { ClockName } from '#lib/domain/clocks/statutoryClocks.ts';

/** Somebody who has to be there, and the days on which they cannot be. */
export interface PanelDiary {
	readonly personId: string;
	readonly busyOn: readonly PlainDate[];
}

/** What a plan for a review panel is made from. */
export interface PanelPlanFacts {
	/** Day 0: the day the request for the panel was received. */
	readonly requestedOn: PlainDate;
	/** No day before it is proposed. */
	readonly today: PlainDate;
	readonly diaries: readonly PanelDiary[];
	/** The day the papers went to all; null while they have not. */
	readonly papersSentOn: PlainDate | null;
	/** The day the first chair was appointed; null while there is none. */
	readonly chairAppointedOn: PlainDate | null;
}

/** One working day on which the panel could meet, with every date that would hang on it. */
export interface PanelDay {
	readonly panelOn: PlainDate;
	/** Which working day since the request it is; day 30 is the last that keeps the clock. */
	readonly day: number;
	/** The END of this day is the last on which papers go in time. */
	readonly papersByOn: PlainDate;
	/** The chair is needed by then: by day 10, and before the papers go. */
	readonly chairByOn: PlainDate;
	readonly reportByOn: PlainDate;
	/** The latest day of the response, where the report comes on its own last day. */
	readonly responseByOn: PlainDate;
	/** After day 30: only where the complainant asks for it. */
	readonly isPastLimit: boolean;
	/** Whether the papers went, or can still go, 10 working days before. */
	readonly keepsPapers: boolean;
	/** Whose diary it breaks, in the order of the diaries; empty where everybody is free. */
	readonly brokenBy: readonly string[];
}

/** The dates of stage 3 from the request, and the days on which the panel could meet. */
export interface PanelPlan {
	readonly acknowledgeByOn: PlainDate;
	readonly chairByOn: PlainDate;
	readonly panelByOn: PlainDate;
	/** Day 10 has gone by, and the chair was not appointed by then. */
	readonly isChairLate: boolean;
	/** Every working day from today to day 30, and the five after it, in order. */
	readonly days: readonly PanelDay[];
	/** Those of the days that keep every clock and break nobody's diary. */
	readonly proposed: readonly PanelDay[];
}

/** How many working days past day 30 stay visible, for a complainant who asks for one. */
const DAYS_PAST_LIMIT = 5;

/**
 * On which days a review panel can meet: by day 30 from the request, with the papers to all 10
 * working days before, and whose diary each day breaks. Nothing is guessed where the bank holiday
 * list does not reach.
 *
 * Source: SI 2006/1738 regs 19(4) and 20; Getting the Best from Complaints 3.13 to 3.18.
 */
export function planPanel(
	facts: PanelPlanFacts,
	counting: Counting
): Known<PanelPlan, ClockRefusal> {
	const { requestedOn, chairAppointedOn } = facts;
	const limits = limitsFrom(requestedOn, counting);
	if (!limits.known) return limits;
	const { chairByOn, panelByOn } = limits.value;
	const lastShown = addWorkingDays(panelByOn, DAYS_PAST_LIMIT, counting.holidays);
	if (!lastShown.known) return lastShown;

	const days: PanelDay[] = [];
	let day = counting.receiptIsDayOne ? 1 : 0;
	for (let on = addDays(requestedOn, 1); on <= lastShown.value; on = addDays(on, 1)) {
		const working = isWorkingDay(on, counting.holidays);
		if (!working.known) return working;
		if (!working.value) continue;
		day += 1;
		if (on < facts.today) continue;
		const planned = planDay({ panelOn: on, day, limits: limits.value }, facts, counting);
		if (!planned.known) return planned;
		days.push(planned.value);
	}
	return known({
		...limits.value,
		isChairLate: (chairAppointedOn ?? facts.today) > chairByOn,
		days,
		proposed: days.filter(keepsAll)
	});
}

/** Whether a day keeps every clock and breaks nobody's diary. */
export function keepsAll({ isPastLimit, keepsPapers, brokenBy }: PanelDay): boolean {
	return !isPastLimit && keepsPapers && brokenBy.length === 0;
}

type Limits = Pick<PanelPlan, 'acknowledgeByOn' | 'chairByOn' | 'panelByOn'>;

function limitsFrom(dayZeroOn: PlainDate, counting: Counting): Known<Limits, ClockRefusal> {
	const end = (clock: ClockName) => dueOn({ clock, dayZeroOn }, counting);
	const acknowledge = end('stage3Acknowledgement');
	if (!acknowledge.known) return acknowledge;
	const chair = end('stage3Chair');
	if (!chair.known) return chair;
	const panel = end('stage3PanelMeeting');
	if (!panel.known) return panel;
	return known({
		acknowledgeByOn: acknowledge.value,
		chairByOn: chair.value,
		panelByOn: panel.value
	});
}

function planDay(
	one: { panelOn: PlainDate; day: number; limits: Limits },
	{ today, papersSentOn, diaries }: PanelPlanFacts,
	counting: Counting
): Known<PanelDay, ClockRefusal> {
	const { panelOn, day, limits } = one;
	const papers = dueOn({ clock: 'stage3Papers', dayZeroOn: panelOn }, counting);
	if (!papers.known) return papers;
	const report = dueOn({ clock: 'stage3Report', dayZeroOn: panelOn }, counting);
	if (!report.known) return report;
	const response = dueOn({ clock: 'stage3Response', dayZeroOn: report.value }, counting);
	if (!response.known) return response;
	return known({
		panelOn,
		day,
		papersByOn: papers.value,
		chairByOn: papers.value < limits.chairByOn ? papers.value : limits.chairByOn,
		reportByOn: report.value,
		responseByOn: response.value,
		isPastLimit: panelOn > limits.panelByOn,
		keepsPapers: (papersSentOn ?? today) <= papers.value,
		brokenBy: diaries
			.filter(({ busyOn }) => busyOn.includes(panelOn))
			.map(({ personId }) => personId)
	});
}
