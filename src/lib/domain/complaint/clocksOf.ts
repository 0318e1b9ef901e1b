import {
	ombudsmanClocks,
	stoppedForDuplicate,
	suspensionClocks
} from '#lib/domain/beside/besideClocks.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { PersonCode } from '#lib/domain/triage/codes.ts';
import {
	runClock,
	type ClockContext,
	type RunningClock
} from '#lib/domain/complaint/runningClocks.ts';
import {
	recommendationClocksOf,
	stage2AdviceOf,
	stage2ClocksOf
} from '#lib/domain/complaint/stage2Clocks.ts';
import { stage3ClocksOf } from '#lib/domain/complaint/stage3Clocks.ts';
import { stage1Facts } from '#lib/domain/complaint/stage1Dates.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';

/** People whose sufficient interest in the child has to be decided first (reg 12). */
const NEEDS_INTEREST: readonly PersonCode[] = ['P7', 'P12', 'P17'];

/**
 * Every clock of a complaint, each with its working: first those of the whole complaint, then
 * strand by strand in their order. Before triage the stage 1 clock runs for the complaint as a
 * whole, counted as statutory, because the law counts from receipt.
 *
 * Nothing is worked out for an old record: it keeps the dates its register printed. Where one is
 * taken up again, what its register had answered keeps them too. What is with the Ombudsman has
 * clocks of its own in any case.
 */
export function clocksOf(complaint: Complaint, context: ClockContext): RunningClock[] {
	const ombudsman = ombudsmanClocks(complaint.beside.ombudsmanCases, context);
	if (complaint.phase === 'none' || complaint.phase === 'imported') return ombudsman;
	const own = [
		...clocksOfComplaint(complaint, context),
		...complaint.strands.flatMap((strand) => clocksOfStrand(strand, context))
	];
	return [...stoppedForDuplicate(complaint, own), ...ombudsman];
}

/** The clocks of one strand, stage by stage. */
function clocksOfStrand(strand: Strand, context: ClockContext): RunningClock[] {
	return [
		...stage1ClocksOf(strand, context),
		...stage2AdviceOf(strand, context),
		...stage2ClocksOf(strand, context),
		...stage3ClocksOf(strand, context),
		...suspensionClocks(strand, context),
		...recommendationClocksOf(strand, context)
	];
}

/** The clock that says when a strand's next answer is due; null where none is owed. */
export function headlineOf(
	clocks: readonly RunningClock[],
	strandId: string | null
): RunningClock | null {
	return clocks.find((clock) => clock.strandId === strandId && clock.isHeadline) ?? null;
}

function clocksOfComplaint(complaint: Complaint, context: ClockContext): RunningClock[] {
	const { phase, receivedOn: dayZeroOn, triagedOn } = complaint;
	// An old register does not say when it was acknowledged, or who had an interest.
	if (complaint.strands.some(({ importedStages }) => importedStages.length > 0)) return [];
	const isStopped = phase === 'withdrawn';
	const clocks = [
		runClock(
			{
				facts: { clock: 'acknowledgement', dayZeroOn },
				strandId: null,
				doneOn: complaint.acknowledgedOn ?? firstAnswerOn(complaint),
				isStopped
			},
			context
		)
	];
	if (needsInterest(complaint)) {
		const facts = { clock: 'sufficientInterest', dayZeroOn } as const;
		const decidedOn = earlierOf(complaint.beside.interest?.decidedOn ?? null, triagedOn);
		clocks.push(runClock({ facts, strandId: null, doneOn: decidedOn, isStopped }, context));
	}
	if (triagedOn === null) {
		const facts = { clock: 'stage1Response', dayZeroOn } as const;
		const run = { strandId: null, isStopped };
		clocks.push(runClock({ ...run, facts, isHeadline: !isStopped }, context));
		clocks.push(runClock({ ...run, facts: { ...facts, isExtended: true } }, context));
	}
	return clocks;
}

function earlierOf(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
	if (one === null || other === null) return one ?? other;
	return one < other ? one : other;
}

/** An answer says as well that we have it. */
function firstAnswerOn({ strands }: Complaint): PlainDate | null {
	const answers = strands.map(({ respondedOn, resolvedOn }) => respondedOn ?? resolvedOn);
	return answers.reduce(
		(first, on) => (on !== null && (first === null || on < first) ? on : first),
		null
	);
}

/** Until triage says who complains, an adult may turn out to need it decided. */
function needsInterest({ madeBy, triagedOn, elements }: Complaint): boolean {
	return triagedOn === null
		? madeBy === 'adult'
		: elements.some(({ person }) => NEEDS_INTEREST.includes(person));
}

/**
 * Day 10 and day 20 of a statutory strand, or the one limit of a corporate one. Day 10 is met by
 * an answer, or by telling in time that more time is needed.
 *
 * Source: SI 2006/1738 reg 14.
 */
function stage1ClocksOf(strand: Strand, context: ClockContext): RunningClock[] {
	if (strand.stage1AcceptedOn === null) return [];
	const { strandId, extension } = strand;
	const facts = stage1Facts(strand);
	const answeredOn = strand.respondedOn ?? strand.resolvedOn;
	const isStopped = !isWaitingForAnswer(strand);
	const isHeadline = answeredOn === null && !isStopped;
	if (strand.procedure === 'corporate') {
		return [runClock({ facts, strandId, doneOn: answeredOn, isStopped, isHeadline }, context)];
	}
	const isExtended = extension !== null;
	const first = {
		facts: { ...facts, isExtended: false, waitsUntilOn: isExtended ? null : strand.waitsUntilOn },
		strandId,
		doneOn: extension?.toldOn ?? answeredOn,
		isStopped,
		isHeadline: isHeadline && !isExtended
	};
	const last = {
		facts: { ...facts, isExtended: true },
		strandId,
		doneOn: answeredOn,
		isStopped,
		isHeadline: isHeadline && isExtended
	};
	return [runClock(first, context), runClock(last, context)];
}

/** Open at stage 1 and not answered: an answer is owed. */
export function isWaitingForAnswer({ stage }: Strand): boolean {
	return stage === 'stage1Open' || stage === 'stage1Paused' || stage === 'stage1Overdue';
}
