import { stopWaiting } from '#lib/domain/complaint/advocatePause.ts';
import type { ElementOutcome, StrandEvent } from '#lib/domain/complaint/events.ts';
import { evolveStage2 } from '#lib/domain/complaint/evolveStage2.ts';
import { evolveStage3, settle } from '#lib/domain/complaint/evolveStage3.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

/** The strand after an event about it. */
export function evolveStrand(strand: Strand, event: StrandEvent): Strand {
	switch (event.type) {
		case 'stage1Accepted':
			return { ...strand, stage1AcceptedOn: event.acceptedOn };
		case 'stage1Extended': {
			const { reason, toldOn, toldLate } = event;
			return { ...strand, extension: { reason, toldOn, toldLate } };
		}
		case 'rightToStage2Told':
			return { ...strand, stage: 'stage1Overdue', rightToStage2ToldOn: event.toldOn };
		case 'waitAgreed':
			return { ...strand, waitsUntilOn: event.waitsUntilOn };
		case 'stage2Requested':
			return {
				...stopWaiting(strand, event.requestedOn),
				stage: 'stage2Requested',
				stage2RequestedOn: event.requestedOn,
				closed: null,
				stageBefore: null
			};
		case 'stage1ExtensionCorrected': {
			const { reason, toldOn, toldLate } = event;
			return { ...strand, extension: { reason, toldOn, toldLate } };
		}
		case 'stage2RequestDateCorrected':
			return { ...strand, stage2RequestedOn: event.requestedOn };
		case 'stage1Responded':
			return {
				...strand,
				stage: 'stage1Responded',
				respondedOn: event.sentOn,
				answeredOnPaper: event.sentOnPaper ?? false,
				delayReason: event.delayReason,
				outcomes: outcomesOf(event.outcomes)
			};
		case 'responseDateCorrected':
			return {
				...strand,
				respondedOn: event.sentOn,
				delayReason: event.delayReason === undefined ? strand.delayReason : event.delayReason
			};
		case 'outcomeCorrected':
			return { ...strand, outcomes: { ...strand.outcomes, [event.elementId]: event.outcome } };
		case 'stage1Resolved':
			return {
				...strand,
				stage: 'stage1Resolved',
				resolvedOn: event.resolvedOn,
				delayReason: event.delayReason,
				outcomes: outcomesOf(event.outcomes)
			};
		case 'strandWithdrawn':
			return {
				...strand,
				stage: 'withdrawn',
				withdrawnOn: event.withdrawnOn,
				stageBefore: strand.stage
			};
		case 'strandReinstated':
			return {
				...strand,
				stage: strand.stageBefore ?? 'stage1Open',
				withdrawnOn: null,
				closed: null,
				stageBefore: null
			};
		case 'strandClosed':
			return {
				...strand,
				stage: 'closed',
				closed: { on: event.closedOn, reason: event.reason },
				// A strand withdrawn before it was closed comes back to where it stood then.
				stageBefore: strand.stage === 'withdrawn' ? strand.stageBefore : strand.stage
			};
		case 'personAppointed':
		case 'appointmentEnded':
		case 'statementDrafted':
		case 'statementAgreed':
		case 'statementNotAgreed':
		case 'statementNotNeeded':
		case 'statementDateCorrected':
		case 'scopeLimited':
		case 'stage2Extended':
		case 'reportReceived':
		case 'reportDateCorrected':
		case 'adjudicated':
		case 'stage2Responded':
		case 'corporateStage2Acknowledged':
		case 'corporateStage2Responded':
		case 'stage2ExtensionCorrected':
		case 'stage2ResponseDateCorrected':
		case 'stage2OutcomeCorrected':
		case 'stage2DelayTold':
		case 'stage2Discontinued':
		case 'recommendationCompleted':
			// A chair who is appointed, or leaves, moves a review that has not met yet.
			return settle(evolveStage2(strand, event));
		case 'stage3Requested':
		case 'lateStage3Decided':
		case 'stage3Acknowledged':
		case 'panelDateFixed':
		case 'panelAdjourned':
		case 'panelPapersSent':
		case 'panelHeld':
		case 'panelReportReceived':
		case 'panelReportSent':
		case 'stage3Responded':
		case 'stage3DateCorrected':
		case 'referredEarly':
			return evolveStage3(strand, event);
	}
}

function outcomesOf(outcomes: readonly ElementOutcome[]): Strand['outcomes'] {
	return Object.fromEntries(outcomes.map(({ elementId, outcome }) => [elementId, outcome]));
}
