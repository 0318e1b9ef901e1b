import { isBesideOrder } from '#lib/domain/beside/besideTable.ts';
import { decideBesideComplaint, decideBesideStrand } from '#lib/domain/beside/decideBeside.ts';
import type { Command, ComplaintCommand, StrandCommand } from '#lib/domain/complaint/commands.ts';
import {
	decideAdvocateAppointed,
	decideAdvocateAsked,
	decideAdvocateDeclined
} from '#lib/domain/complaint/decideAdvocate.ts';
import { decideClosing } from '#lib/domain/complaint/decideClosing.ts';
import {
	decideOutcomeCorrection,
	decideReceiptDateCorrection,
	decideResponseDateCorrection,
	decideStage2RequestDateCorrection
} from '#lib/domain/complaint/decideCorrections.ts';
import { decideStage1ExtensionCorrection } from '#lib/domain/complaint/decideExtensionCorrections.ts';
import { decideDealtWith } from '#lib/domain/complaint/decideDealtWith.ts';
import { decideExtension } from '#lib/domain/complaint/decideExtension.ts';
import { decideImport } from '#lib/domain/complaint/decideImport.ts';
import { decideInStage2 } from '#lib/domain/complaint/decideInStage2.ts';
import { decideInStage3 } from '#lib/domain/complaint/decideInStage3.ts';
import {
	decideRightToStage2Told,
	decideStage2Request,
	decideWait
} from '#lib/domain/complaint/decideStage2.ts';
import { decideAcknowledgement, decideReceipt } from '#lib/domain/complaint/decideReceipt.ts';
import { decideResolution, decideResponse } from '#lib/domain/complaint/decideStage1.ts';
import { decideTriage } from '#lib/domain/complaint/decideTriage.ts';
import { decideTurning } from '#lib/domain/complaint/decideTurning.ts';
import {
	decideComplaintReinstatement,
	decideComplaintWithdrawal,
	decideReinstatement,
	decideWithdrawal
} from '#lib/domain/complaint/decideWithdrawal.ts';
import { refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { isAllowedInPhase, isAllowedInStage } from '#lib/domain/complaint/stageTable.ts';
import type { Complaint, StrandOfComplaint } from '#lib/domain/complaint/state.ts';
import { mayGive } from '#lib/domain/roles/permissions.ts';

/**
 * What the rules say to an order about a complaint: the events to write down, or why not.
 *
 * The same on a device and on the server; the server's answer is the one that counts. First
 * who gives it, then whether the stage allows it, then the guards of its own subject.
 */
export function decide(complaint: Complaint, command: Command, context: RuleContext): Decision {
	if (!mayGive(context.role, command.type)) {
		return refuse({ code: 'notPermitted', role: context.role, command: command.type });
	}
	return 'strandId' in command
		? decideAboutStrand(complaint, command, context)
		: decideAboutComplaint(complaint, command, context);
}

function decideAboutComplaint(
	complaint: Complaint,
	command: ComplaintCommand,
	context: RuleContext
): Decision {
	if (!isAllowedInPhase(complaint.phase, command.type)) return wrongPhase(complaint, command);
	if (isBesideOrder(command)) return decideBesideComplaint(complaint, command, context);
	switch (command.type) {
		case 'receiveComplaint':
			return decideReceipt(command, context);
		case 'acknowledgeComplaint':
			return decideAcknowledgement(complaint, command, context);
		case 'correctReceiptDate':
			return decideReceiptDateCorrection(complaint, command, context);
		case 'withdrawComplaint':
			return decideComplaintWithdrawal(complaint, command, context);
		case 'reinstateComplaint':
			return decideComplaintReinstatement(complaint, command, context);
		case 'turnIntoComplaint':
			return decideTurning(complaint, command, context);
		case 'recordDealtWith':
			return decideDealtWith(complaint, command, context);
		case 'decideTriage':
			return decideTriage(complaint, command, context);
		case 'askForAdvocate':
			return decideAdvocateAsked(complaint, command, context);
		case 'recordAdvocateAppointed':
			return decideAdvocateAppointed(complaint, command, context);
		case 'recordAdvocateDeclined':
			return decideAdvocateDeclined(complaint, command, context);
		case 'importHistory':
			return decideImport(command);
	}
}

function decideAboutStrand(
	complaint: Complaint,
	command: StrandCommand,
	context: RuleContext
): Decision {
	const { strandId } = command;
	if (complaint.strands.length === 0) return wrongPhase(complaint, command);
	const strand = complaint.strands.find((one) => one.strandId === strandId);
	if (!strand) return refuse({ code: 'unknownStrand', strandId });
	if (!isAllowedInStage(strand.stage, command.type)) {
		return refuse({ code: 'wrongStage', stage: strand.stage, command: command.type });
	}
	return decideInStage({ complaint, strand }, command, context);
}

function decideInStage(
	about: StrandOfComplaint,
	command: StrandCommand,
	context: RuleContext
): Decision {
	if (isBesideOrder(command)) return decideBesideStrand(about, command, context);
	switch (command.type) {
		case 'extendStage1':
			return decideExtension(about, command, context);
		case 'tellRightToStage2':
			return decideRightToStage2Told(about, command, context);
		case 'agreeToWait':
			return decideWait(about, command, context);
		case 'requestStage2':
			return decideStage2Request(about, command, context);
		case 'correctStage1Extension':
			return decideStage1ExtensionCorrection(about, command, context);
		case 'correctStage2RequestDate':
			return decideStage2RequestDateCorrection(about, command, context);
		case 'respondStage1':
			return decideResponse(about, command, context);
		case 'correctResponseDate':
			return decideResponseDateCorrection(about, command, context);
		case 'correctOutcome':
			return decideOutcomeCorrection(about, command);
		case 'resolveStage1':
			return decideResolution(about, command, context);
		case 'withdrawStrand':
			return decideWithdrawal(about, command, context);
		case 'reinstateStrand':
			return decideReinstatement(about, command, context);
		case 'closeStrand':
			return decideClosing(about, command, context);
		case 'appointPerson':
		case 'endAppointment':
		case 'draftStatement':
		case 'agreeStatement':
		case 'recordStatementNotAgreed':
		case 'recordStatementNotNeeded':
		case 'limitScope':
		case 'extendStage2':
		case 'receiveReport':
		case 'adjudicate':
		case 'sendStage2Response':
		case 'acknowledgeCorporateStage2':
		case 'respondCorporateStage2':
		case 'tellStage2Delay':
		case 'discontinueStage2':
		case 'completeRecommendation':
		case 'correctStatementDate':
		case 'correctReportDate':
		case 'correctStage2Extension':
		case 'correctStage2ResponseDate':
		case 'correctStage2Outcome':
			return decideInStage2(about, command, context);
		case 'requestStage3':
		case 'decideLateStage3':
		case 'acknowledgeStage3':
		case 'fixPanelDate':
		case 'adjournPanel':
		case 'sendPanelPapers':
		case 'holdPanel':
		case 'receivePanelReport':
		case 'sendPanelReport':
		case 'respondStage3':
		case 'correctStage3Date':
		case 'referEarly':
			return decideInStage3(about, command, context);
	}
}

function wrongPhase({ phase }: Complaint, command: Command): Decision {
	return refuse({ code: 'wrongPhase', phase, command: command.type });
}
