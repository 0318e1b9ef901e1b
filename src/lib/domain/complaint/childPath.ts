import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	isTakenBack,
	situationOf,
	slowestOf,
	type ChildSituation
} from '#lib/domain/complaint/childSituation.ts';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import type { ClockContext, RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { stage3RequestUntil } from '#lib/domain/complaint/stage2Dates.ts';
import { explainStage2Advice } from '#lib/domain/complaint/stage2Clocks.ts';
import { panelDayOf, stage3PathSteps } from '#lib/domain/complaint/stage3Path.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

/** The steps of the path: "You told us", "We read it" and so on. Their words are in `words/`. */
export type PathStepName =
	| 'youToldUs'
	| 'weReadIt'
	| 'someoneLooks'
	| 'youGetAnswer'
	| 'someoneNewLooks'
	/** The panel: three people who do not work for the council. */
	| 'threePeopleLook'
	| 'lastAnswer';

/** One step of the path a child sees. At most one step is `now`. */
export interface PathStep {
	readonly step: PathStepName;
	readonly status: 'done' | 'now' | 'next' | 'late';
	/** The day it was done; null until then, and where no one day says so. */
	readonly doneOn: PlainDate | null;
	/** The END of the day by which it is to be done; null where there is none or none is known. */
	readonly dueOn: PlainDate | null;
	/** Only where it is late: the day it is to be done by now; null where nobody can say. */
	readonly newDueOn: PlainDate | null;
}

/** A child's picture of where their complaint stands. The slowest strand decides. */
export interface ChildPath {
	readonly situation: ChildSituation;
	readonly steps: readonly PathStep[];
	/**
	 * "You will get an answer by": the new day where the first one has passed. Null where no
	 * answer is owed, while an advocate is waited for, and where nobody can say.
	 */
	readonly answerDueOn: PlainDate | null;
	/** "Try to ask by then. You can still ask after that." Null before there is an answer. */
	readonly askAdvisedByOn: PlainDate | null;
	/** The last day to ask for a panel in time; null before the full answer of stage 2. */
	readonly askPanelByOn: PlainDate | null;
	/** The day the panel meets; null where it has none, and once it has met. */
	readonly panelOn: PlainDate | null;
	/** The last day on which the panel meets in time; null once it has met. */
	readonly panelByOn: PlainDate | null;
}

/** The path of a complaint as it stands on that day. */
export function pathForChild(complaint: Complaint, context: ClockContext): ChildPath {
	const clocks = clocksOf(complaint, context);
	const owed = slowestOf(complaint, clocks);
	const situation = situationOf(complaint, owed);
	const answer = answerStep(owed, clocks, context.today);
	const askAdvisedByOn = adviceOf(complaint, context);
	const askPanelByOn = situation === 'answeredAgain' ? panelUntil(complaint, context) : null;
	const known = { situation, answer, askAdvisedByOn, askPanelByOn, owed };
	const isLeftUnread = situation === 'stopped' && !isRead(complaint);
	const start = [
		done('youToldUs', complaint.receivedOn),
		...(isLeftUnread ? [] : [readStep(complaint, clocks)])
	];
	return {
		situation,
		steps: [...start, ...laterSteps(complaint, known)],
		answerDueOn:
			owed?.clock === 'stage3PanelMeeting' || owed?.clock === 'stage3Report'
				? null
				: (answer.newDueOn ?? (answer.status === 'late' ? null : answer.dueOn)),
		askAdvisedByOn,
		askPanelByOn,
		panelOn: panelDayOf(complaint),
		panelByOn: owed?.clock === 'stage3PanelMeeting' ? owed.dueOn : null
	};
}

function laterSteps(
	complaint: Complaint,
	known: {
		situation: ChildSituation;
		answer: PathStep;
		askAdvisedByOn: PlainDate | null;
		askPanelByOn: PlainDate | null;
		owed: RunningClock | null;
	}
): PathStep[] {
	const { situation, answer, askAdvisedByOn } = known;
	switch (situation) {
		case 'waitingToBeRead':
			return [next('someoneLooks'), answer, next('someoneNewLooks')];
		case 'lookingIntoIt':
		case 'waitingForAdvocate':
			return [now('someoneLooks'), answer, next('someoneNewLooks')];
		case 'late':
			return [
				isRead(complaint) ? now('someoneLooks') : next('someoneLooks'),
				answer,
				next('someoneNewLooks')
			];
		case 'someoneNewLooks':
		case 'someoneNewIsLate':
			return answeredOn(complaint) === null
				? [now('someoneNewLooks'), answer]
				: [...answered(complaint), { ...now('someoneNewLooks'), ...withoutName(answer) }];
		case 'answeredAgain':
			return [...answeredTwice(complaint), next('threePeopleLook', known.askPanelByOn)];
		case 'askedLate':
		case 'threePeopleLook':
		case 'threePeopleAreLate':
		case 'lastAnswer':
		case 'withOmbudsman':
		case 'tooLateToAsk':
			return [...answeredTwice(complaint), ...stage3PathSteps(complaint, situation, known.owed)];
		case 'answered':
		case 'settled':
			return [...answered(complaint), next('someoneNewLooks', askAdvisedByOn)];
		case 'onHold':
		case 'closed':
		case 'stopped':
		case 'passedOn':
			return [];
	}
}

/** When the answer comes: its day, or, once that has passed, the furthest the law still allows. */
function answerStep(
	owed: RunningClock | null,
	clocks: readonly RunningClock[],
	today: PlainDate
): PathStep {
	if (owed?.outcome !== 'late') {
		return next('youGetAnswer', owed?.outcome === 'running' ? owed.dueOn : null);
	}
	const furthest = clocks.find(
		({ clock, strandId, isExtended }) =>
			clock === owed.clock && strandId === owed.strandId && isExtended
	);
	// Past the date that was told, only a new one that was told counts, not what the law allows.
	const wasPromised = owed.explanation?.promisedOn != null;
	const limitOn = wasPromised ? null : (furthest?.dueOn ?? null);
	return {
		...next('youGetAnswer', owed.dueOn),
		status: 'late',
		newDueOn: limitOn !== null && limitOn >= today ? limitOn : null
	};
}

function readStep(complaint: Complaint, clocks: readonly RunningClock[]): PathStep {
	const { acknowledgedOn, triagedOn } = complaint;
	if (isRead(complaint)) return done('weReadIt', earlierOf(acknowledgedOn, triagedOn));
	const clock = clocks.find((one) => one.clock === 'acknowledgement');
	const step = next('weReadIt', clock?.dueOn ?? null);
	if (complaint.phase !== 'received') return step;
	return { ...step, status: clock?.outcome === 'late' ? 'late' : 'now' };
}

function answered(complaint: Complaint): PathStep[] {
	return [done('someoneLooks', null), done('youGetAnswer', answeredOn(complaint))];
}

/** Stage 1 where there was one, and the full answer after it. */
function answeredTwice(complaint: Complaint): PathStep[] {
	const first = answeredOn(complaint) === null ? [] : answered(complaint);
	const fullOn = latestOf(
		complaint.strands
			.filter((strand) => !isTakenBack(strand))
			.map(({ stage2 }) => stage2.respondedOn)
	);
	return [...first, done('someoneNewLooks', fullOn)];
}

/** The day of the last answer or settlement that stands. */
function answeredOn({ strands }: Complaint): PlainDate | null {
	return latestOf(
		strands
			.filter((strand) => !isTakenBack(strand))
			.map(({ respondedOn, resolvedOn }) => respondedOn ?? resolvedOn)
	);
}

function adviceOf({ strands }: Complaint, context: ClockContext): PlainDate | null {
	return latestOf(
		strands
			.filter((strand) => !isTakenBack(strand) && strand.stage2RequestedOn === null)
			.map((strand) => explainStage2Advice(strand, context))
			.map((advice) => (advice.known ? (advice.value?.limitOn ?? null) : null))
	);
}

function panelUntil({ strands }: Complaint, context: ClockContext): PlainDate | null {
	return latestOf(
		strands
			.filter((strand) => !isTakenBack(strand))
			.map((strand) => stage3RequestUntil(strand, context))
			.map((until) => (until.known ? until.value : null))
	);
}

function isRead({ acknowledgedOn, triagedOn }: Complaint): boolean {
	return acknowledgedOn !== null || triagedOn !== null;
}

function done(step: PathStepName, doneOn: PlainDate | null): PathStep {
	return { step, status: 'done', doneOn, dueOn: null, newDueOn: null };
}

function now(step: PathStepName): PathStep {
	return { step, status: 'now', doneOn: null, dueOn: null, newDueOn: null };
}

function next(step: PathStepName, dueOn: PlainDate | null = null): PathStep {
	return { step, status: 'next', doneOn: null, dueOn, newDueOn: null };
}

/** The dates of the stage 2 answer, on the one step that stands for all of stage 2. */
function withoutName({ status, dueOn, newDueOn }: PathStep): Omit<PathStep, 'step' | 'doneOn'> {
	return { status: status === 'late' ? 'late' : 'now', dueOn, newDueOn };
}

function latestOf(dates: readonly (PlainDate | null)[]): PlainDate | null {
	return dates.reduce((latest, on) => (on !== null && (latest ?? '') < on ? on : latest), null);
}

function earlierOf(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
	if (one === null || other === null) return one ?? other;
	return one < other ? one : other;
}
