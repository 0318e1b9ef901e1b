import type { CommandType } from '#lib/domain/complaint/commands.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { isOfOurProcedure } from '#lib/domain/complaint/takeUpOld.ts';
import type { Act } from './actForm.ts';
import type { CaseFacts } from './caseFacts.ts';
import { LINK_ACTS } from './linkActs.ts';
import { OMBUDSMAN_ACTS } from './ombudsmanActs.ts';
import { BESIDE_STRAND_ACTS, SETTLING_ACTS } from './settlingActs.ts';
import { partsToRedecide, STANDING_ACTS } from './standingActs.ts';
import { partsToSuspend, SUSPENSION_ACTS } from './suspensionActs.ts';

const ALL: readonly Act[] = [
	...STANDING_ACTS,
	...SUSPENSION_ACTS,
	...SETTLING_ACTS,
	...LINK_ACTS,
	...OMBUDSMAN_ACTS,
	...BESIDE_STRAND_ACTS
];

const ABOUT_STRAND: readonly CommandType[] = [
	'reviewSuspension',
	'recordProceedingsEnded',
	'tellRightToResubmit',
	'resubmitElement',
	...BESIDE_STRAND_ACTS.map(({ command }) => command)
];

/** The acts beside the stages, about the whole complaint or about one strand. */
export function besideActsOn(strand: Strand | null): Act[] {
	return ALL.filter(({ command }) => ABOUT_STRAND.includes(command) === (strand !== null));
}

/** Whether there is anything that an act beside the stages could be about now. */
export function hasRoomFor(facts: CaseFacts, strand: Strand | null, command: CommandType): boolean {
	return (strand ? roomInStrand(strand, command) : roomInCase(facts, command)) ?? true;
}

function roomInCase(facts: CaseFacts, command: CommandType): boolean | null {
	const { beside, madeBy } = facts.complaint;
	const { ombudsmanCases, consent, freezes, joint, links, duplicateOf } = beside;
	const recommendations = ombudsmanCases.flatMap((one) => one.recommendations);
	switch (command) {
		case 'recordOmbudsmanEnquiry':
		case 'recordOmbudsmanDecision':
		case 'addOmbudsmanRecommendation':
			return ombudsmanCases.length > 0;
		case 'answerOmbudsmanEnquiry':
			return ombudsmanCases.some(({ enquiries }) =>
				enquiries.some(({ answeredOn }) => answeredOn === null)
			);
		case 'completeOmbudsmanRecommendation':
			return recommendations.some(({ doneOn }) => doneOn === null);
		case 'confirmOmbudsmanCompliance':
			return recommendations.some(
				({ doneOn, confirmedOn }) => doneOn !== null && confirmedOn === null
			);
		case 'decideInterest':
			return madeBy !== 'childOrYoungPerson';
		case 'withdrawConsent':
			return (
				consent !== null &&
				['given', 'partly'].includes(consent.recorded.consent) &&
				consent.withdrawnOn === null
			);
		case 'decideFreeze':
		case 'liftFreeze':
			return freezes.some(({ liftedOn }) => liftedOn === null);
		case 'suspendElement':
			return partsToSuspend(facts).length > 0;
		case 'redecideElement':
			return partsToRedecide(facts).length > 0;
		case 'recordJointComplaint':
			return joint === null;
		case 'recordJointReply':
			return joint?.repliedOn === null;
		case 'unlinkComplaint':
			return links.length > 0;
		case 'markDuplicate':
			return duplicateOf === null;
		case 'unmarkDuplicate':
			return duplicateOf !== null;
		default:
			return null;
	}
}

function roomInStrand(strand: Strand, command: CommandType): boolean | null {
	const { suspension, adr } = strand.beside;
	const mayComeBack =
		suspension !== null && (suspension.endedOn !== null || !suspension.mightPrejudice);
	switch (command) {
		case 'reviewSuspension':
			return suspension !== null && suspension.endedOn === null;
		case 'recordProceedingsEnded':
			return suspension !== null;
		case 'tellRightToResubmit':
		case 'resubmitElement':
			return mayComeBack;
		case 'endAdr':
			return adr.some(({ endedOn }) => endedOn === null);
		case 'decideChildIsTold':
		case 'tellReviewingOfficer':
			return strand.procedure === 'statutory';
		case 'reopenStrand':
			return (
				strand.closed?.reason !== 'resubmitted' &&
				(strand.stage !== 'imported' || isOfOurProcedure(strand))
			);
		default:
			return null;
	}
}
