import type {
	BesideComplaintCommand,
	BesideStrandCommand,
	OmbudsmanCommand
} from '#lib/domain/beside/besideCommands.ts';
import { decideAdrEnd, decideAdrStart } from '#lib/domain/beside/decideAdr.ts';
import {
	decideFreezeLifted,
	decideFreezing,
	decideWhetherItWaits
} from '#lib/domain/beside/decideFreezing.ts';
import {
	decideDuplicate,
	decideLink,
	decideNoDuplicate,
	decideReopening,
	decideUnlink
} from '#lib/domain/beside/decideLinks.ts';
import { decideOmbudsman } from '#lib/domain/beside/decideOmbudsman.ts';
import { decideRedecision } from '#lib/domain/beside/decideRedecision.ts';
import {
	decideConsent,
	decideConsentWithdrawn,
	decideInterest,
	decideLateReceipt
} from '#lib/domain/beside/decideStandingBeside.ts';
import {
	decideProceedingsEnded,
	decideResubmission,
	decideResubmissionTold,
	decideReview,
	decideSuspension
} from '#lib/domain/beside/decideSuspension.ts';
import {
	decideChildIsTold,
	decideJoint,
	decideJointReply,
	decideReviewingOfficerTold
} from '#lib/domain/beside/decideTelling.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/** Whether an order is one about a matter at the Ombudsman's. */
export function isAboutOmbudsman(command: { type: string }): command is OmbudsmanCommand {
	return 'ombudsmanCaseId' in command;
}

/** What the rules say to an order beside the stages, about the complaint or one element. */
export function decideBesideComplaint(
	complaint: Complaint,
	command: BesideComplaintCommand,
	context: RuleContext
): Decision {
	if (isAboutOmbudsman(command)) {
		const decided = decideOmbudsman(complaint.beside.ombudsmanCases, command, context);
		return decided.accepted ? accept(decided.event) : refuse(decided.refusal);
	}
	switch (command.type) {
		case 'decideLateReceipt':
			return decideLateReceipt(complaint, command, context);
		case 'decideInterest':
			return decideInterest(complaint, command, context);
		case 'recordConsent':
			return decideConsent(complaint, command, context);
		case 'withdrawConsent':
			return decideConsentWithdrawn(complaint, command, context);
		case 'freezeDecision':
			return decideFreezing(complaint, command, context);
		case 'decideFreeze':
			return decideWhetherItWaits(complaint, command, context);
		case 'liftFreeze':
			return decideFreezeLifted(complaint, command, context);
		case 'suspendElement':
			return decideSuspension(complaint, command, context);
		case 'redecideElement':
			return decideRedecision(complaint, command, context);
		case 'recordJointComplaint':
			return decideJoint(complaint, command, context);
		case 'recordJointReply':
			return decideJointReply(complaint, command, context);
		case 'linkComplaint':
			return decideLink(complaint, command, context);
		case 'unlinkComplaint':
			return decideUnlink(complaint, command, context);
		case 'markDuplicate':
			return decideDuplicate(complaint, command, context);
		case 'unmarkDuplicate':
			return decideNoDuplicate(complaint, command, context);
	}
}

/** What the rules say to an order beside the stages about one strand. */
export function decideBesideStrand(
	about: StrandOfComplaint,
	command: BesideStrandCommand,
	context: RuleContext
): Decision {
	switch (command.type) {
		case 'reviewSuspension':
			return decideReview(about, command, context);
		case 'recordProceedingsEnded':
			return decideProceedingsEnded(about, command, context);
		case 'tellRightToResubmit':
			return decideResubmissionTold(about, command, context);
		case 'resubmitElement':
			return decideResubmission(about, command, context);
		case 'startAdr':
			return decideAdrStart(about, command, context);
		case 'endAdr':
			return decideAdrEnd(about, command, context);
		case 'decideChildIsTold':
			return decideChildIsTold(about, command, context);
		case 'tellReviewingOfficer':
			return decideReviewingOfficerTold(about, command, context);
		case 'reopenStrand':
			return decideReopening(about, command, context);
	}
}
