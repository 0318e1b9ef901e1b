import {
	decideAdjudication,
	decideRecommendationDone,
	decideReport,
	decideStage2Response
} from '#lib/domain/complaint/decideAdjudication.ts';
import {
	decideAppointment,
	decideAppointmentEnd
} from '#lib/domain/complaint/decideAppointments.ts';
import {
	decideCorporateAcknowledgement,
	decideCorporateStage2
} from '#lib/domain/complaint/decideCorporateStage2.ts';
import { decideStage2ExtensionCorrection } from '#lib/domain/complaint/decideExtensionCorrections.ts';
import {
	decideReportDateCorrection,
	decideStage2OutcomeCorrection,
	decideStage2ResponseDateCorrection,
	decideStatementDateCorrection
} from '#lib/domain/complaint/decideStage2Corrections.ts';
import {
	decideStage2DelayTold,
	decideStage2Extension
} from '#lib/domain/complaint/decideStage2Time.ts';
import {
	decideDiscontinuation,
	decideScopeLimit,
	decideStatementAgreement,
	decideStatementDraft,
	decideStatementNotAgreed,
	decideStatementNotNeeded
} from '#lib/domain/complaint/decideStatement.ts';
import type { Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Stage2Command } from '#lib/domain/complaint/stage2Commands.ts';
import type { StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/** What the rules say to an order about stage 2 that the stage of the strand allows. */
export function decideInStage2(
	about: StrandOfComplaint,
	command: Stage2Command,
	context: RuleContext
): Decision {
	switch (command.type) {
		case 'appointPerson':
			return decideAppointment(about, command, context);
		case 'endAppointment':
			return decideAppointmentEnd(about, command, context);
		case 'draftStatement':
			return decideStatementDraft(about, command, context);
		case 'agreeStatement':
			return decideStatementAgreement(about, command, context);
		case 'recordStatementNotAgreed':
			return decideStatementNotAgreed(about, command, context);
		case 'recordStatementNotNeeded':
			return decideStatementNotNeeded(about, command, context);
		case 'limitScope':
			return decideScopeLimit(about, command, context);
		case 'extendStage2':
			return decideStage2Extension(about, command, context);
		case 'receiveReport':
			return decideReport(about, command, context);
		case 'adjudicate':
			return decideAdjudication(about, command, context);
		case 'sendStage2Response':
			return decideStage2Response(about, command, context);
		case 'acknowledgeCorporateStage2':
			return decideCorporateAcknowledgement(about, command, context);
		case 'respondCorporateStage2':
			return decideCorporateStage2(about, command, context);
		case 'tellStage2Delay':
			return decideStage2DelayTold(about, command, context);
		case 'discontinueStage2':
			return decideDiscontinuation(about, command, context);
		case 'completeRecommendation':
			return decideRecommendationDone(about, command, context);
		case 'correctStatementDate':
			return decideStatementDateCorrection(about, command, context);
		case 'correctReportDate':
			return decideReportDateCorrection(about, command, context);
		case 'correctStage2Extension':
			return decideStage2ExtensionCorrection(about, command, context);
		case 'correctStage2ResponseDate':
			return decideStage2ResponseDateCorrection(about, command, context);
		case 'correctStage2Outcome':
			return decideStage2OutcomeCorrection(about, command);
	}
}
