import type { ImportedStage } from '#lib/domain/complaint/events.ts';
import { NO_STAGE2 } from '#lib/domain/complaint/stage2State.ts';
import type { Stage3 } from '#lib/domain/complaint/stage3State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

/** Which of our stages a stage of an old register was; registers with two stages name theirs. */
const OURS = {
	'0': 1,
	'1': 1,
	response: 1,
	'2': 2,
	review: 2,
	'3': 3
} as const satisfies Record<ImportedStage['stage'], 1 | 2 | 3>;

/** How an old register says that a stage was answered. */
const ANSWERED: readonly string[] = ['responded', 'resolved_on_spot'];

/** The last entry of an old record for one of our stages; null where it has none. */
export function oldStageOf({ importedStages }: Strand, stage: 1 | 2 | 3): ImportedStage | null {
	return importedStages.findLast((one) => OURS[one.stage] === stage) ?? null;
}

/**
 * Whether that stage was answered in the old register. Its dates stay as printed there: no clock
 * of ours is held against it, because the register does not say who was told what.
 */
export function wasAnsweredBefore(strand: Strand, stage: 1 | 2 | 3): boolean {
	const old = oldStageOf(strand, stage);
	return old !== null && old.completedOn !== null && ANSWERED.includes(old.closure);
}

/** Whether a strand of the old register can be handled here: it is under one of our procedures. */
export function isOfOurProcedure({ procedure }: Pick<Strand, 'procedure'>): boolean {
	return procedure === 'statutory' || procedure === 'corporate';
}

/**
 * A strand of the old register as it stands once it is taken up again: at the last stage that
 * its register has. What was answered there is answered; what was not is open from the day it was
 * asked for, so it may be late at once. A stage 2 that was refused stands asked for: there is no
 * refusal of it on merit.
 *
 * Source: rules 3.1, "from any closed state"; rules 0, trap 3.
 */
export function takeUpOld(strand: Strand): Strand {
	const [first, second, third] = [
		oldStageOf(strand, 1),
		oldStageOf(strand, 2),
		oldStageOf(strand, 3)
	];
	const dayZeroOn = dayZeroOf(first) ?? strand.stage1DayZeroOn;
	const respondedOn = wasAnsweredBefore(strand, 1) ? (first?.completedOn ?? null) : null;
	const begun: Strand = {
		...strand,
		stage1DayZeroOn: dayZeroOn,
		respondedOn,
		stage: respondedOn === null ? 'stage1Open' : 'stage1Responded',
		stage1AcceptedOn: respondedOn === null && !second && !third ? dayZeroOn : null
	};
	if (!second && !third) return begun;
	const answeredOn = wasAnsweredBefore(strand, 2) ? (second?.completedOn ?? null) : null;
	const isCorporate = strand.procedure === 'corporate';
	const gone: Strand = {
		...begun,
		stage2RequestedOn: dayZeroOf(second) ?? respondedOn ?? dayZeroOn,
		stage2: { ...NO_STAGE2, respondedOn: answeredOn },
		stage:
			answeredOn === null
				? 'stage2Requested'
				: isCorporate
					? 'corporateAnswered'
					: 'stage2Adjudicated'
	};
	if (!third || isCorporate) return gone;
	const endedOn = wasAnsweredBefore(strand, 3) ? third.completedOn : null;
	return {
		...gone,
		stage3: oldReview(dayZeroOf(third) ?? answeredOn ?? dayZeroOn, endedOn),
		stage: endedOn === null ? 'stage3Requested' : 'stage3Responded'
	};
}

function dayZeroOf(stage: ImportedStage | null) {
	return stage?.requestedOn ?? stage?.startedOn ?? null;
}

/** A review of which the old register knows when it was asked for, and when it was answered. */
function oldReview(requestedOn: Stage3['requestedOn'], respondedOn: Stage3['respondedOn']): Stage3 {
	return {
		requestedOn,
		channel: 'letter',
		pointsTextId: null,
		isLate: false,
		lateDecision: null,
		acknowledgedOn: null,
		panelOn: null,
		atComplainantsWish: false,
		adjournedOn: [],
		papers: null,
		heldOn: null,
		attended: [],
		panelPersonIds: [],
		reportReceivedOn: null,
		reportSent: null,
		reportDelayReason: null,
		recommendations: [],
		respondedOn,
		decisions: [],
		responseDelayReason: null,
		independentPersonTookPartOn: null,
		ombudsmanToldOn: null,
		answeredOnPaper: false
	};
}
