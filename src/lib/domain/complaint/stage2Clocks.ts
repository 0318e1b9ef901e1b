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
import { stage2Facts } from '#lib/domain/complaint/stage2Dates.ts';
import { wasHeld } from '#lib/domain/complaint/stage2State.ts';
import { calendarRefusal } from '#lib/domain/complaint/stage1Dates.ts';
import { wasAnsweredBefore } from '#lib/domain/complaint/takeUpOld.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import type { AppointmentRole } from '#lib/domain/roles/appointments.ts';

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
 * agreed statement. Before the law's own the team's two targets, to name the investigators and to
 * settle the statement. Day 25 is met by the full answer, or by telling that more time is needed;
 * once it was told, the new date is the one that holds.
 *
 * Source: SI 2006/1738 reg 17; Ombudsman decisions 24-021-502 and 25-010-090 for the request.
 */
export function stage2ClocksOf(strand: Strand, context: ClockContext): RunningClock[] {
	const facts = stage2Facts(strand);
	const { strandId, procedure, stage2 } = strand;
	if (facts === null || wasAnsweredBefore(strand, 2)) return [];
	if (procedure === 'corporate') return corporateClocks(strand, facts, context);
	if (procedure !== 'statutory') return [];
	const { dayZeroOn, isExtended = false } = facts;
	const isStopped = !isStage2Open(strand);
	const { respondedOn } = stage2;
	const run = { strandId, isStopped };
	const isOwed = !isStopped && respondedOn === null;
	const shadow = { ...facts, clock: 'stage2FromStatement', promisedOn: null } as const;
	return [
		{
			...run,
			facts: { clock: 'stage2Appointments', dayZeroOn } as const,
			doneOn: bothAppointedOn(strand)
		},
		{
			...run,
			facts: { clock: 'stage2Statement', dayZeroOn } as const,
			doneOn: stage2.statementSettled?.on ?? null
		},
		{
			...run,
			facts: { ...facts, isExtended: false, promisedOn: null },
			doneOn: stage2.extensions[0]?.toldOn ?? respondedOn,
			isHeadline: isOwed && !isExtended
		},
		{
			...run,
			facts: { ...facts, isExtended: true },
			doneOn: respondedOn,
			isHeadline: isOwed && isExtended
		},
		{ ...run, facts: { ...shadow, dayZeroOn: stage2.statementAgreedOn }, doneOn: respondedOn }
	].map((one) => runClock(one, context));
}

/**
 * The two limits of a corporate stage 2: to say that we have the request, which an answer says
 * as well, and to answer. Both from the request, which is never later than the Code's own count
 * of the answer from the acknowledgement.
 *
 * Source: Complaint Handling Code, stage 2: 5 and 20 working days; the council's own policy.
 */
function corporateClocks(strand: Strand, facts: ClockFacts, context: ClockContext): RunningClock[] {
	const { strandId, stage2 } = strand;
	const { respondedOn, acknowledgedOn } = stage2;
	const run = { strandId, isStopped: !isStage2Open(strand) };
	const { dayZeroOn } = facts;
	const isHeadline = !run.isStopped && respondedOn === null;
	return [
		{
			...run,
			facts: { clock: 'corporateStage2Acknowledgement', dayZeroOn } as const,
			doneOn: acknowledgedOn ?? respondedOn
		},
		{ ...run, facts, doneOn: respondedOn, isHeadline }
	].map((one) => runClock(one, context));
}

/** At stage 2, and the full answer not sent: it is owed. */
export function isStage2Open({ stage }: Strand): boolean {
	return (
		stage === 'stage2Requested' ||
		stage === 'stage2Scoping' ||
		stage === 'stage2Investigating' ||
		stage === 'stage2Reported'
	);
}

/**
 * The promises that stage 2 and a panel leave: each accepted recommendation until it is done.
 * They live on after the strand is closed.
 *
 * Source: Getting the Best from Complaints 3.8; Ombudsman decisions 23-016-128 and 24-010-138.
 */
export function recommendationClocksOf(strand: Strand, context: ClockContext): RunningClock[] {
	return strand.recommendations.flatMap(
		({ recommendationId, accepted, decidedOn, dueOn, doneOn }) =>
			accepted && dueOn !== null
				? [
						runClock(
							{
								facts: { clock: 'action', dayZeroOn: decidedOn, setOn: dueOn },
								strandId: strand.strandId,
								aboutId: recommendationId,
								doneOn
							},
							context
						)
					]
				: []
	);
}

/** The day from which both investigators were named; null until then. */
function bothAppointedOn({ appointments }: Strand): PlainDate | null {
	const firstOn = (role: AppointmentRole) =>
		appointments.find((one) => one.role === role && wasHeld(one))?.appointedOn ?? null;
	const [officer, person] = [firstOn('investigatingOfficer'), firstOn('independentPerson')];
	if (officer === null || person === null) return null;
	return officer > person ? officer : person;
}

/** A letter is received two working days after it was posted; anything else the same day. */
function answerReceivedOn(strand: Strand, { holidays }: CountingContext): Known<PlainDate | null> {
	const answeredOn = strand.respondedOn ?? strand.resolvedOn;
	if (answeredOn === null) return known(null);
	const by = strand.answeredOnPaper ? 'firstClassPost' : 'website';
	return deemedReceivedOn({ sentOn: answeredOn, by }, holidays);
}
