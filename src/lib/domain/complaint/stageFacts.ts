import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { StrandId } from '#lib/domain/complaint/codes.ts';
import type { ImportedStage } from '#lib/domain/complaint/events.ts';
import type { Stage3 } from '#lib/domain/complaint/stage3State.ts';
import { oldStageOf, wasAnsweredBefore } from '#lib/domain/complaint/takeUpOld.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';

/** How a stage ended; `open` while it has not. */
export type StageClosure =
	| 'responded'
	| 'resolved_on_spot'
	| 'withdrawn'
	| 'disengaged'
	| 'outside_scope'
	| 'not_pursued'
	| 'discontinued'
	| 'declined'
	| 'open';

/** One stage of one strand, as every report counts it, whether it was imported or lived here. */
export interface StageFact {
	strandId: StrandId;
	procedure: Strand['procedure'];
	stage: ImportedStage['stage'];
	/** The statutory day 0: what "received" counts. */
	requestedOn: PlainDate;
	/** What the council's own clock started with. */
	startedOn: PlainDate;
	/** The last day in time, with any extension; null where none was set. */
	dueOn: PlainDate | null;
	completedOn: PlainDate | null;
	/** A council's own word is kept as it is. */
	closure: StageClosure | (string & {});
	/** Stage 3: the day the panel met. */
	panelHeldOn?: PlainDate | null;
	/** Stage 3: the complainant asked for that date; one past day 30 is reported as their wish. */
	atComplainantsWish?: boolean;
}

/**
 * The stages of a complaint, in order.
 *
 * `dueOn` of a stage that lived here is worked out by `clocksOf`, not here: reports that need
 * it ask for the row's copy. Source: SI 2006/1738 reg 13 (what a record must hold).
 */
export function stageFactsOf(complaint: Complaint): StageFact[] {
	// A duplicate is counted once, with the complaint it is the same as.
	if (complaint.beside.duplicateOf) return [];
	return complaint.strands.flatMap((strand) =>
		strand.stage === 'imported'
			? strand.importedStages.flatMap((stage) => importedFact(strand, stage))
			: [...answeredBefore(strand), ...livedFacts(strand).filter(isLivedHere(strand))]
	);
}

/** Of a strand taken up again, what its old register had answered, as it had it. */
function answeredBefore(strand: Strand): StageFact[] {
	return STAGES.flatMap((stage) => {
		const old = wasAnsweredBefore(strand, stage) ? oldStageOf(strand, stage) : null;
		return old ? importedFact(strand, old) : [];
	});
}

function isLivedHere(strand: Strand) {
	return ({ stage }: StageFact) =>
		!STAGES.some((one) => String(one) === stage && wasAnsweredBefore(strand, one));
}

const STAGES = [1, 2, 3] as const;

function importedFact(strand: Strand, stage: ImportedStage): StageFact[] {
	const requestedOn = stage.requestedOn ?? stage.startedOn;
	if (!requestedOn) return [];
	return [
		{
			strandId: strand.strandId,
			procedure: strand.procedure,
			stage: stage.stage,
			requestedOn,
			startedOn: stage.startedOn ?? requestedOn,
			dueOn: stage.extendedToOn ?? stage.dueOn,
			completedOn: stage.completedOn,
			closure: stage.closure
		}
	];
}

function livedFacts(strand: Strand): StageFact[] {
	const about = { strandId: strand.strandId, procedure: strand.procedure, dueOn: null };
	const stages: StageFact[] = [];
	if (strand.stage1AcceptedOn !== null) {
		const dayZeroOn = strand.stage1DayZeroOn;
		stages.push({
			...about,
			stage: '1',
			requestedOn: dayZeroOn,
			startedOn: dayZeroOn,
			...endOfStage1(strand)
		});
	}
	if (strand.stage2RequestedOn !== null) {
		const requestedOn = strand.stage2RequestedOn;
		stages.push({
			...about,
			stage: '2',
			requestedOn,
			startedOn: requestedOn,
			...endOfStage2(strand)
		});
	}
	if (strand.stage3 !== null) {
		const { requestedOn, heldOn, atComplainantsWish } = strand.stage3;
		stages.push({
			...about,
			stage: '3',
			requestedOn,
			startedOn: requestedOn,
			panelHeldOn: heldOn,
			atComplainantsWish,
			...endOfStage3(strand.stage3, strand)
		});
	}
	return stages;
}

function endOfStage1(strand: Strand): Pick<StageFact, 'completedOn' | 'closure'> {
	if (strand.respondedOn) return { completedOn: strand.respondedOn, closure: 'responded' };
	// Settled at once is still an answer at stage 1, and is counted as one (rules 2.5, QUICK_RESOLVED).
	if (strand.resolvedOn) return { completedOn: strand.resolvedOn, closure: 'responded' };
	if (strand.stage2RequestedOn)
		return { completedOn: strand.stage2RequestedOn, closure: 'discontinued' };
	if (strand.withdrawnOn) return { completedOn: strand.withdrawnOn, closure: 'withdrawn' };
	if (strand.closed) return { completedOn: strand.closed.on, closure: closureOf(strand.closed) };
	return { completedOn: null, closure: 'open' };
}

/** Stage 3 ends with the response to the panel; a late request that was refused was declined. */
function endOfStage3(
	{ respondedOn, lateDecision }: Stage3,
	{ withdrawnOn }: Strand
): Pick<StageFact, 'completedOn' | 'closure'> {
	if (respondedOn) return { completedOn: respondedOn, closure: 'responded' };
	if (lateDecision?.accepted === false) {
		return { completedOn: lateDecision.decidedOn, closure: 'declined' };
	}
	if (withdrawnOn) return { completedOn: withdrawnOn, closure: 'withdrawn' };
	return { completedOn: null, closure: 'open' };
}

/** Stage 2 ends when all three documents were sent; also where the scope could not be agreed. */
function endOfStage2({
	stage2,
	withdrawnOn,
	closed
}: Strand): Pick<StageFact, 'completedOn' | 'closure'> {
	if (stage2.respondedOn) return { completedOn: stage2.respondedOn, closure: 'responded' };
	if (withdrawnOn) return { completedOn: withdrawnOn, closure: 'withdrawn' };
	if (closed) {
		const isDiscontinued = closed.reason === 'scopeNotAgreed';
		return { completedOn: closed.on, closure: isDiscontinued ? 'discontinued' : 'not_pursued' };
	}
	return { completedOn: null, closure: 'open' };
}

/** What proceedings stopped was given up by nobody: it was broken off. */
function closureOf({ reason }: NonNullable<Strand['closed']>): StageClosure {
	return reason === 'resubmitted' || reason === 'notResubmitted' ? 'discontinued' : 'not_pursued';
}
