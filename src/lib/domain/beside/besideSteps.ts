import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { lastDayToResubmit } from '#lib/domain/beside/decideSuspension.ts';
import { mustDecideAboutChild } from '#lib/domain/beside/decideTelling.ts';
import type { StrandId } from '#lib/domain/complaint/codes.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';

/** What runs beside the stages can ask of the team. */
export type BesideStepName =
	| 'answerOmbudsmanEnquiry'
	| 'completeOmbudsmanRecommendation'
	/** A change is only presumed to wait: a manager decides. */
	| 'decideFreeze'
	| 'sendJointReply'
	| 'reviewSuspension'
	| 'tellRightToResubmit'
	| 'endAdr'
	| 'decideChildIsTold';

/** One such thing. `workingDaysAfter`: the day it is due is so many working days after `on`. */
export interface BesideStep {
	readonly what: BesideStepName | 'close';
	readonly strandId: StrandId | null;
	readonly aboutId: string | null;
	readonly on: PlainDate | null;
	readonly workingDaysAfter: number;
}

/** A manager decides within one working day. A target of ours: "quickly" (guidance 6). */
const FREEZE_WORKING_DAYS = 1;
/** They hear of the right to bring it back within two working days. A target of ours. */
const TELL_WORKING_DAYS = 2;

/** What is to be done about the whole complaint. Matters at the Ombudsman's go on in any case. */
export function besideStepsOfComplaint({ beside }: Complaint): BesideStep[] {
	const { ombudsmanCases, freezes, joint, duplicateOf } = beside;
	const steps = ombudsmanCases.flatMap(({ enquiries, recommendations }) => [
		...enquiries
			.filter(({ answeredOn }) => answeredOn === null)
			.map(({ enquiryId, dueOn }) => step('answerOmbudsmanEnquiry', enquiryId, dueOn)),
		...recommendations
			.filter(({ doneOn }) => doneOn === null)
			.map(({ recommendationId, dueOn }) =>
				step('completeOmbudsmanRecommendation', recommendationId, dueOn)
			)
	]);
	if (duplicateOf) return steps;
	for (const { freezeId, frozenOn, decided, liftedOn } of freezes) {
		if (decided !== null || liftedOn !== null) continue;
		steps.push({
			...step('decideFreeze', freezeId, frozenOn),
			workingDaysAfter: FREEZE_WORKING_DAYS
		});
	}
	if (joint?.lead === 'council' && joint.repliedOn === null) {
		steps.push(step('sendJointReply', null, null));
	}
	return steps;
}

/** What is to be done beside the stages of one strand. */
export function besideStepsOfStrand(
	complaint: Complaint,
	strand: Strand,
	today: PlainDate
): BesideStep[] {
	const steps = [...suspensionSteps(strand, today), ...adrSteps(strand, today)];
	const isAnswered = strand.stage === 'stage1Responded' || strand.stage === 'stage1Resolved';
	if (isAnswered && mustDecideAboutChild(complaint, strand, 'answeredAndContent')) {
		steps.push(step('decideChildIsTold', null, null));
	}
	return steps.map((one) => ({ ...one, strandId: strand.strandId }));
}

function suspensionSteps({ stage, beside }: Strand, today: PlainDate): BesideStep[] {
	const { suspension } = beside;
	if (stage !== 'suspended' || !suspension) return [];
	const { endedOn, reviewOn, toldOfResubmissionOn, lastReviewedOn } = suspension;
	const mayComeBackSinceOn = endedOn ?? (reviewOn === null ? lastReviewedOn : null);
	if (mayComeBackSinceOn === null) return [step('reviewSuspension', null, reviewOn)];
	if (toldOfResubmissionOn === null) {
		return [
			{
				...step('tellRightToResubmit', null, mayComeBackSinceOn),
				workingDaysAfter: TELL_WORKING_DAYS
			}
		];
	}
	const lastOn = lastDayToResubmit(suspension);
	if (lastOn === null || today <= lastOn) return [];
	return [{ ...step('close', null, lastOn), workingDaysAfter: 1 }];
}

/** Talks with a stated end that has come: write down how they ended. */
function adrSteps({ beside }: Strand, today: PlainDate): BesideStep[] {
	return beside.adr
		.filter(
			({ endedOn, pausesUntilOn }) =>
				endedOn === null && pausesUntilOn !== null && pausesUntilOn <= today
		)
		.map(({ adrId, pausesUntilOn }) => step('endAdr', adrId, pausesUntilOn));
}

function step(what: BesideStep['what'], aboutId: string | null, on: PlainDate | null): BesideStep {
	return { what, strandId: null, aboutId, on, workingDaysAfter: 0 };
}
