import { known, type Known } from '#lib/domain/calendar/known.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dueOn } from '#lib/domain/clocks/explain.ts';
import type { ClockName } from '#lib/domain/clocks/statutoryClocks.ts';
import { panelOf } from '#lib/domain/complaint/panelPeople.ts';
import { countingOf, type CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import {
	runClock,
	type ClockContext,
	type ClockRun,
	type RunningClock
} from '#lib/domain/complaint/runningClocks.ts';
import { stage2AnswerReceivedOn } from '#lib/domain/complaint/stage2Dates.ts';
import { calendarRefusal } from '#lib/domain/complaint/stage1Dates.ts';
import { wasAnsweredBefore } from '#lib/domain/complaint/takeUpOld.ts';
import type { Strand, StrandStage } from '#lib/domain/complaint/state.ts';

/** Day 30 from the request: the last day on which the panel meets in time (reg 19(4)). */
export function panelLimitOn(
	{ stage3 }: Strand,
	context: CountingContext
): Known<PlainDate | null> {
	return endOf('stage3PanelMeeting', stage3?.requestedOn ?? null, context);
}

/** Ten working days before the panel, counted backwards; null while it has no date. */
export function papersByOn({ stage3 }: Strand, context: CountingContext): Known<PlainDate | null> {
	return endOf('stage3Papers', stage3?.panelOn ?? null, context);
}

/** Day 5 from the meeting (reg 20(2)); null before it. */
export function reportByOn({ stage3 }: Strand, context: CountingContext): Known<PlainDate | null> {
	return endOf('stage3Report', stage3?.heldOn ?? null, context);
}

/** Day 15 from the receipt of the panel's report (reg 20(3)); null before it. */
export function responseByOn(
	{ stage3 }: Strand,
	context: CountingContext
): Known<PlainDate | null> {
	return endOf('stage3Response', stage3?.reportReceivedOn ?? null, context);
}

/**
 * The clocks of stage 3: 20 working days to ask, from the receipt of the stage 2 answer; from the
 * request 2 to say so, 10 for the chair, 30 for the meeting; the papers 10 before the meeting,
 * counted backwards; 5 for the report, to us and to the others, and 15 for the response.
 *
 * A later meeting at the complainant's wish is due on that day, and is measured against day 30
 * all the same.
 */
export function stage3ClocksOf(strand: Strand, context: ClockContext): RunningClock[] {
	if (strand.procedure !== 'statutory' || strand.stage2.respondedOn === null) return [];
	if (wasAnsweredBefore(strand, 3)) return [];
	const received = stage2AnswerReceivedOn(strand, context);
	const { stage3 } = strand;
	return [
		askClock(strand, received.known ? received.value : null, context),
		...(stage3 ? runsOf(strand, context).map((run) => runClock(run, context)) : [])
	];
}

/** The complainant's own time to ask. Past it nobody owes anything: late requests are decided. */
function askClock(
	strand: Strand,
	dayZeroOn: PlainDate | null,
	context: ClockContext
): RunningClock {
	const { strandId, stage, stage3 } = strand;
	const clock = runClock(
		{
			facts: { clock: 'stage3Request', dayZeroOn },
			strandId,
			doneOn: stage3?.requestedOn ?? null,
			isStopped: stage !== 'stage2Adjudicated'
		},
		context
	);
	return clock.outcome === 'late'
		? { ...clock, outcome: 'stopped', daysLate: 0, position: null }
		: clock;
}

function runsOf(strand: Strand, context: ClockContext): ClockRun[] {
	const { strandId, stage, stage3 } = strand;
	if (!stage3) return [];
	const { requestedOn: dayZeroOn, panelOn, heldOn, reportReceivedOn } = stage3;
	const owed = OWED_AT[stage as keyof typeof OWED_AT] ?? null;
	const run = (facts: ClockRun['facts'], doneOn: PlainDate | null): ClockRun => ({
		facts,
		strandId,
		doneOn,
		isStopped: owed === null,
		isHeadline: facts.clock === owed
	});
	return [
		run({ clock: 'stage3Acknowledgement', dayZeroOn }, stage3.acknowledgedOn),
		run({ clock: 'stage3Chair', dayZeroOn }, panelOf(strand).firstChairOn),
		run(
			{ clock: 'stage3PanelMeeting', dayZeroOn, waitsUntilOn: wishedOn(strand, context) },
			heldOn
		),
		run({ clock: 'stage3Papers', dayZeroOn: panelOn }, stage3.papers?.sentOn ?? null),
		run({ clock: 'stage3Report', dayZeroOn: heldOn }, reportReceivedOn),
		run({ clock: 'stage3ReportSent', dayZeroOn: heldOn }, stage3.reportSent?.on ?? null),
		run({ clock: 'stage3Response', dayZeroOn: reportReceivedOn }, stage3.respondedOn)
	];
}

/** Which clock says when the next thing is owed, while the review goes on. */
const OWED_AT = {
	stage3Requested: 'stage3PanelMeeting',
	stage3Convening: 'stage3PanelMeeting',
	stage3PanelHeld: 'stage3Report',
	stage3Reported: 'stage3Response'
} as const satisfies Partial<Record<StrandStage, ClockName>>;

/** A date past day 30 for which the complainant asked; null otherwise. */
function wishedOn(strand: Strand, context: CountingContext): PlainDate | null {
	return isOutsideAtWish(strand, context) ? (strand.stage3?.panelOn ?? null) : null;
}

/** Whether the panel meets, or met, after day 30 because the complainant asked for that. */
export function isOutsideAtWish(strand: Strand, context: CountingContext): boolean {
	const { stage3 } = strand;
	if (!stage3?.atComplainantsWish || stage3.panelOn === null) return false;
	const limit = panelLimitOn(strand, context);
	return limit.known && limit.value !== null && stage3.panelOn > limit.value;
}

function endOf(
	clock: ClockName,
	dayZeroOn: PlainDate | null,
	context: CountingContext
): Known<PlainDate | null> {
	if (dayZeroOn === null) return known(null);
	const end = dueOn({ clock, dayZeroOn }, countingOf(context));
	return end.known ? end : { known: false, refusal: calendarRefusal(end.refusal) };
}
