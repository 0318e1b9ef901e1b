import { mediationPauses } from '#lib/domain/beside/mediationPauses.ts';
import { known, type Known } from '#lib/domain/calendar/known.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClockFacts } from '#lib/domain/clocks/clockFacts.ts';
import { deemedReceivedOn } from '#lib/domain/clocks/deemedReceipt.ts';
import { explain, type Explanation } from '#lib/domain/clocks/explain.ts';
import { countingOf, type CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import {
	runClock,
	type ClockContext,
	type RunningClock
} from '#lib/domain/complaint/runningClocks.ts';
import { calendarRefusal } from '#lib/domain/complaint/stage1Dates.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

/**
 * The 20 working days in which the complainant is advised to ask for stage 2, from the day they
 * had the answer. Advice only: a later request is taken all the same. Null before an answer.
 *
 * Source: Getting the Best from Complaints 3.5.8; Interpretation Act 1978 s.7 for a letter.
 */
export function explainStage2Advice(
	strand: Strand,
	context: CountingContext
): Known<Explanation | null> {
	const received = answerReceivedOn(strand, context);
	if (!received.known) return received;
	if (received.value === null) return known(null);
	const facts: ClockFacts = { clock: 'stage2Request', dayZeroOn: received.value };
	const advice = explain(facts, countingOf(context));
	return advice.known ? advice : { known: false, refusal: calendarRefusal(advice.refusal) };
}

/** The advice to ask for stage 2 as a clock. It binds nobody, so it is never late. */
export function stage2AdviceOf(strand: Strand, context: ClockContext): RunningClock[] {
	const received = answerReceivedOn(strand, context);
	if (!received.known || received.value === null) return [];
	const { strandId, stage2RequestedOn, stage } = strand;
	const clock = runClock(
		{
			facts: { clock: 'stage2Request', dayZeroOn: received.value },
			strandId,
			doneOn: stage2RequestedOn,
			isStopped: stage === 'closed' || stage === 'withdrawn'
		},
		context
	);
	switch (clock.outcome) {
		case 'late':
			return [{ ...clock, outcome: 'stopped', daysLate: 0, position: null }];
		case 'missed':
			return [{ ...clock, outcome: 'met', daysLate: 0 }];
		case 'notStarted':
		case 'running':
		case 'paused':
		case 'met':
		case 'stopped':
		case 'notKnown':
			return [clock];
	}
}

/**
 * Day 25 and day 65 from the request, and beside them, for comparison only, the clock from the
 * agreed statement, which starts when the statement is agreed. Before the law's own the team's
 * two targets, to name the investigators and to agree the statement.
 *
 * Source: SI 2006/1738 reg 17; Ombudsman decisions 24-021-502 and 25-010-090 for the request.
 */
export function stage2ClocksOf(strand: Strand, context: ClockContext): RunningClock[] {
	const { strandId, procedure, stage2RequestedOn: dayZeroOn, stage } = strand;
	if (procedure !== 'statutory' || dayZeroOn === null) return [];
	const isStopped = stage !== 'stage2Requested';
	const run = { strandId, isStopped };
	const pauses = mediationPauses(strand.beside.adr);
	return [
		{ ...run, facts: { clock: 'stage2Appointments', dayZeroOn } as const },
		{ ...run, facts: { clock: 'stage2Statement', dayZeroOn } as const },
		{
			...run,
			facts: { clock: 'stage2Response', dayZeroOn, pauses } as const,
			isHeadline: !isStopped
		},
		{ ...run, facts: { clock: 'stage2Response', dayZeroOn, pauses, isExtended: true } as const },
		{ ...run, facts: { clock: 'stage2FromStatement', dayZeroOn: null } as const }
	].map((one) => runClock(one, context));
}

/** A letter is received two working days after it was posted; anything else the same day. */
function answerReceivedOn(strand: Strand, { holidays }: CountingContext): Known<PlainDate | null> {
	const answeredOn = strand.respondedOn ?? strand.resolvedOn;
	if (answeredOn === null) return known(null);
	const by = strand.answeredOnPaper ? 'firstClassPost' : 'website';
	return deemedReceivedOn({ sentOn: answeredOn, by }, holidays);
}
