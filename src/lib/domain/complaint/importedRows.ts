import type { ImportedElement, ImportedStage } from '#lib/domain/complaint/events.ts';
import type { ElementRow, StrandRow } from '#lib/domain/complaint/rows.ts';
import { wasAnsweredBefore } from '#lib/domain/complaint/takeUpOld.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';

/** The row of a strand of the old register: the dates as printed, none of them worked out. */
export function importedStrandRow(strand: Strand, position: number): StrandRow {
	const stage1 = strand.importedStages.find(({ stage }) => stage === '1') ?? null;
	const stage2 = strand.importedStages.find(({ stage }) => stage === '2') ?? null;
	const stage3 = strand.importedStages.find(({ stage }) => stage === '3') ?? null;
	const last = strand.importedStages.at(-1) ?? null;
	return {
		strandId: strand.strandId,
		position,
		procedure: strand.procedure,
		stage: strand.stage,
		stage1DayZeroOn: stage1?.requestedOn ?? stage1?.startedOn ?? strand.stage1DayZeroOn,
		stage1DueOn: printedDueOn(stage1),
		stage1LimitOn: null,
		isExtended: stage1?.extendedToOn != null,
		isPaused: false,
		respondedOn: stage1?.completedOn ?? null,
		resolvedOn: null,
		stage2RequestedOn: stage2?.requestedOn ?? null,
		stage2DueOn: printedDueOn(stage2),
		stage2LimitOn: null,
		stage2StatementAgreedOn: null,
		stage2RespondedOn: stage2?.completedOn ?? null,
		stage2ReceivedOn: null,
		stage3RequestedOn: stage3?.requestedOn ?? stage3?.startedOn ?? null,
		stage3DueOn: stage3?.extendedToOn ?? stage3?.dueOn ?? null,
		panelOn: null,
		panelHeldOn: null,
		isPanelOutsideAtWish: false,
		stage3RespondedOn: stage3?.completedOn ?? null,
		withdrawnOn: null,
		closedOn: last?.completedOn ?? null,
		closingReason: last?.closure ?? null,
		outcome: last?.outcome ?? null,
		suspensionReviewOn: null,
		resubmitByOn: null
	};
}

/**
 * The row of a strand that was taken up again: what the old register had answered keeps its
 * printed dates, whatever ours would be. A strand that lived here stays as it is.
 */
export function withOldStages(strand: Strand, row: StrandRow): StrandRow {
	const old = importedStrandRow(strand, row.position);
	const { stage1DayZeroOn, stage1DueOn, isExtended, respondedOn } = old;
	return {
		...row,
		...(wasAnsweredBefore(strand, 1)
			? { stage1DayZeroOn, stage1DueOn, isExtended, respondedOn }
			: {}),
		...(wasAnsweredBefore(strand, 2) ? { stage2DueOn: old.stage2DueOn, stage2LimitOn: null } : {}),
		...(wasAnsweredBefore(strand, 3) ? { stage3DueOn: old.stage3DueOn } : {})
	};
}

/** The row of one point of an old record; what was found since it was taken up again goes first. */
export function importedElementRow(
	{ strands }: Complaint,
	{ elementId, strandId, category, outcome }: ImportedElement & { strandId: string },
	position: number
): ElementRow {
	const strand = strands.find((one) => one.strandId === strandId);
	const stage2Outcome = strand?.stage2.outcomes[elementId] ?? null;
	return {
		elementId,
		strandId,
		position,
		titleTextId: null,
		person: null,
		subject: null,
		category,
		routes: [],
		outcome: stage2Outcome ?? strand?.outcomes[elementId] ?? outcome,
		stage2Outcome
	};
}

function printedDueOn(stage: ImportedStage | null) {
	return stage?.extendedToOn ?? stage?.dueOn ?? null;
}
