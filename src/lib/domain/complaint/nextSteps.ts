import {
	besideStepsOfComplaint,
	besideStepsOfStrand,
	type BesideStep,
	type BesideStepName
} from '#lib/domain/beside/besideSteps.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import { clocksOf, headlineOf } from '#lib/domain/complaint/clocksOf.ts';
import type { StrandId } from '#lib/domain/complaint/codes.ts';
import type { ClockContext, RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { stage1Dates, workingDaysLate } from '#lib/domain/complaint/stage1Dates.ts';
import { stage3RequestUntil } from '#lib/domain/complaint/stage2Dates.ts';
import { stage2Steps } from '#lib/domain/complaint/stage2Steps.ts';
import { explainStage2Advice } from '#lib/domain/complaint/stage2Clocks.ts';
import { stage3Steps } from '#lib/domain/complaint/stage3Steps.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';

/** What a complaint can ask of the team next. */
export type StepName =
	| 'acknowledge'
	| 'decideTriage'
	/** The child waits for an advocate, and stage 1 with them. */
	| 'chaseAdvocate'
	/** Time can still be extended, if it is told by then. */
	| 'sendAnswerOrExtend'
	| 'sendAnswer'
	| 'tellRightToStage2'
	/** Name the investigating officer and the independent person. */
	| 'arrangeStage2'
	| 'agreeStatement'
	/** More time at stage 2 can still be told without being late. */
	| 'finishStage2OrExtend'
	| 'finishStage2'
	| 'adjudicate'
	/** All three documents at once. */
	| 'sendStage2Documents'
	/** The last answer of the corporate procedure. */
	| 'acknowledgeCorporateStage2'
	| 'answerCorporateStage2'
	/** Day 65 has gone by: say sorry, and tell of the Ombudsman. */
	| 'tellStage2Delay'
	| 'carryOutRecommendation'
	/** Proceedings stop it: keep yourself informed of them (SI 2006/1738 reg 8). */
	| 'followProceedings'
	/** A late request waits for its decision (reg 18). */
	| 'decideLateStage3'
	| 'acknowledgeStage3'
	/** Three independent persons, one of them the chair. */
	| 'appointPanel'
	| 'fixPanelDate'
	| 'sendPanelPapers'
	| 'holdPanel'
	| 'chasePanelReport'
	/** To the complainant, the independent person and the others (reg 20(2)). */
	| 'sendPanelReport'
	| 'respondStage3'
	| 'followEarlyReferral'
	| 'close'
	| BesideStepName;

/** One thing to do, and by the end of which day; null where no day is set. */
export interface NextStep {
	readonly what: StepName;
	/** Null where it is about the whole complaint. */
	readonly strandId: StrandId | null;
	/** Which of several: an enquiry, a recommendation, a freeze; left out where there is one. */
	readonly aboutId?: string;
	readonly dueOn: PlainDate | null;
	/** Working days it is late today; 0 while in time. */
	readonly daysLate: number;
}

/** The team reads and routes a new complaint within one working day. A target of ours. */
const TRIAGE_WORKING_DAYS = 1;
/** A provider says within one working day whether it has an advocate. */
const ADVOCATE_WORKING_DAYS = 1;
/** Somebody who withdrew may take it up again with a press of a button for so long. */
const UNDO_WORKING_DAYS = 20;

/** What needs doing, the earliest first, and what has no day last. */
export function nextSteps(complaint: Complaint, context: ClockContext): NextStep[] {
	const clocks = clocksOf(complaint, context);
	const beside = besideStepsOfComplaint(complaint).map((step) => dated(step, context));
	const steps = [
		...(complaint.beside.duplicateOf ? [] : ownSteps(complaint, clocks, context)),
		...beside
	];
	return steps.sort((one, other) => compareDates(one.dueOn, other.dueOn));
}

/** The first thing that needs doing; null where nothing does. */
export function nextStep(complaint: Complaint, context: ClockContext): NextStep | null {
	return nextSteps(complaint, context)[0] ?? null;
}

function ownSteps(
	complaint: Complaint,
	clocks: readonly RunningClock[],
	context: ClockContext
): NextStep[] {
	return [
		...stepsOfComplaint(complaint, clocks, context),
		...complaint.strands.flatMap((strand) => [
			...stepsOfStrand(strand, clocks, context),
			...recommendationSteps(strand, context),
			...besideStepsOfStrand(complaint, strand, context.today).map((step) => dated(step, context))
		])
	];
}

function dated(
	{ what, strandId, aboutId, on, workingDaysAfter }: BesideStep,
	context: ClockContext
): NextStep {
	const about = aboutId === null ? {} : { aboutId };
	if (on === null) return { what, strandId, ...about, dueOn: null, daysLate: 0 };
	const due = addWorkingDays(on, workingDaysAfter, context.holidays);
	const dueOn = workingDaysAfter === 0 ? on : due.known ? due.value : null;
	return { ...stepOn({ what, strandId, dueOn }, context), ...about };
}

function stepsOfComplaint(
	{ phase, receivedOn, turnedOn, advocate, strands }: Complaint,
	clocks: readonly RunningClock[],
	context: ClockContext
): NextStep[] {
	const steps: NextStep[] = [];
	if (phase !== 'received' && phase !== 'triaged') return steps;
	const isOver = phase === 'triaged' && strands.every(isDoneWith);
	const acknowledgement = clocks.find(({ clock }) => clock === 'acknowledgement');
	if (acknowledgement?.doneOn === null && !isOver) {
		steps.push(stepByClock('acknowledge', acknowledgement));
	}
	if (phase === 'received' && receivedOn !== null) {
		const start = { from: turnedOn ?? receivedOn, workingDays: TRIAGE_WORKING_DAYS };
		steps.push(stepAfter({ what: 'decideTriage', strandId: null, ...start }, context));
	}
	if (advocate.isAwaited && advocate.askedOn !== null && !isOver) {
		const start = { from: advocate.askedOn, workingDays: ADVOCATE_WORKING_DAYS };
		steps.push(stepAfter({ what: 'chaseAdvocate', strandId: null, ...start }, context));
	}
	return steps;
}

function stepsOfStrand(
	strand: Strand,
	clocks: readonly RunningClock[],
	context: ClockContext
): NextStep[] {
	const { strandId } = strand;
	switch (strand.stage) {
		case 'stage1Open':
			return [answerStep(strand, clocks), ...day20Step(strand, context)];
		case 'stage1Overdue':
			return [answerStep(strand, clocks)];
		case 'stage1Responded':
		case 'stage1Resolved':
			return closeAfterAdvice(strand, context);
		case 'withdrawn': {
			const from = strand.withdrawnOn ?? context.today;
			// The day after the last on which it can still be taken up again.
			const workingDays = UNDO_WORKING_DAYS + 1;
			return [stepAfter({ what: 'close', strandId, from, workingDays }, context)];
		}
		case 'stage2Requested':
		case 'stage2Scoping':
		case 'stage2Investigating':
		case 'stage2Reported':
			return stage2Steps(strand, clocks);
		case 'stage2Adjudicated':
			return closeAfterStage2(strand, context);
		case 'corporateAnswered':
			return [{ what: 'close', strandId, dueOn: null, daysLate: 0 }];
		case 'stage3Requested':
		case 'stage3Convening':
		case 'stage3PanelHeld':
		case 'stage3Reported':
		case 'stage3Responded':
		case 'referredEarly':
			return stage3Steps(strand, clocks, context);
		case 'suspended':
			// Once the proceedings are named, the date to look at them again says when.
			return strand.beside.suspension
				? []
				: [{ what: 'followProceedings', strandId, dueOn: null, daysLate: 0 }];
		case 'stage1Paused':
		case 'closed':
		case 'imported':
			return [];
	}
}

/** The answer, and with it the last day on which more time can be told without being late. */
function answerStep(strand: Strand, clocks: readonly RunningClock[]): NextStep {
	const headline = headlineOf(clocks, strand.strandId);
	const mayExtend =
		strand.stage === 'stage1Open' && strand.extension === null && headline?.outcome === 'running';
	const what = mayExtend ? 'sendAnswerOrExtend' : 'sendAnswer';
	return headline
		? stepByClock(what, headline)
		: { what, strandId: strand.strandId, dueOn: null, daysLate: 0 };
}

/** From day 20 on, or from the last day of an agreed wait, until it has been told. */
function day20Step(strand: Strand, context: ClockContext): NextStep[] {
	const dates = stage1Dates(strand, context);
	if (strand.procedure !== 'statutory' || !dates.known) return [];
	const { lastLimitOn } = dates.value;
	const { waitsUntilOn, strandId } = strand;
	if (lastLimitOn === null) return [];
	const dueOn = waitsUntilOn !== null && waitsUntilOn > lastLimitOn ? waitsUntilOn : lastLimitOn;
	if (context.today < dueOn) return [];
	return [stepOn({ what: 'tellRightToStage2', strandId, dueOn }, context)];
}

function closeAfterAdvice(strand: Strand, context: ClockContext): NextStep[] {
	const { strandId } = strand;
	const advice = explainStage2Advice(strand, context);
	const until = advice.known ? (advice.value?.limitOn ?? null) : null;
	if (until === null) return [{ what: 'close', strandId, dueOn: null, daysLate: 0 }];
	return [stepAfter({ what: 'close', strandId, from: until, workingDays: 1 }, context)];
}

/** The day after the last on which a panel can be asked for in time. */
function closeAfterStage2(strand: Strand, context: ClockContext): NextStep[] {
	const { strandId } = strand;
	const until = stage3RequestUntil(strand, context);
	if (!until.known || until.value === null) {
		return [{ what: 'close', strandId, dueOn: null, daysLate: 0 }];
	}
	return [stepAfter({ what: 'close', strandId, from: until.value, workingDays: 1 }, context)];
}

function recommendationSteps(strand: Strand, context: ClockContext): NextStep[] {
	const { strandId, recommendations } = strand;
	return recommendations
		.filter(({ accepted, doneOn }) => accepted && doneOn === null)
		.map(({ recommendationId, dueOn }) =>
			stepOn(
				{ what: 'carryOutRecommendation', strandId, dueOn, aboutId: recommendationId },
				context
			)
		);
}

function isDoneWith({ stage }: Strand): boolean {
	return stage === 'closed' || stage === 'withdrawn';
}

function stepByClock(what: StepName, { strandId, dueOn, daysLate }: RunningClock): NextStep {
	return { what, strandId, dueOn, daysLate };
}

function stepAfter(
	step: { what: StepName; strandId: StrandId | null; from: PlainDate; workingDays: number },
	context: ClockContext
): NextStep {
	const { what, strandId } = step;
	const due = addWorkingDays(step.from, step.workingDays, context.holidays);
	return stepOn({ what, strandId, dueOn: due.known ? due.value : null }, context);
}

function stepOn(step: Omit<NextStep, 'daysLate'>, context: ClockContext): NextStep {
	const late = workingDaysLate(context.today, step.dueOn, context);
	return { ...step, daysLate: late.known ? late.value : 0 };
}

function compareDates(one: PlainDate | null, other: PlainDate | null): number {
	if (one === other) return 0;
	if (one === null) return 1;
	if (other === null) return -1;
	return one < other ? -1 : 1;
}
