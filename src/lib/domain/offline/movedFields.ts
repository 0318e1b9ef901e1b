import type { StrandId } from '#lib/domain/complaint/codes.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { Stage3Date } from '#lib/domain/complaint/stage3Codes.ts';
import type { Field } from '#lib/domain/offline/mergePolicy.ts';

const STAGE3_DATE_FIELDS = {
	requested: 'stage3Request',
	acknowledged: 'stage3Acknowledgement',
	papersSent: 'panelPapers',
	held: 'panelMeeting',
	reportReceived: 'panelReport',
	reportSent: 'panelReportSent',
	responded: 'stage3Answer'
} as const satisfies Record<Stage3Date, Field>;

/**
 * Which fields each event can move. A new event does not compile until somebody decides. Of a
 * corrected date of stage 3 these are all it may be; `movedFields` says which one it is.
 */
export const MOVED_BY = {
	complaintReceived: ['receipt'],
	complaintAcknowledged: ['acknowledgement'],
	receiptDateCorrected: ['receipt'],
	complaintWithdrawn: ['stage'],
	complaintReinstated: ['stage'],
	turnedIntoComplaint: ['route', 'stage'],
	contactDealtWith: ['dealtWith'],
	triageDecided: ['route', 'elements', 'stage'],
	advocateAskedFor: ['advocate'],
	advocateAppointed: ['advocate'],
	advocateDeclined: ['advocate'],
	historyImported: ['history', 'stage'],

	stage1Accepted: ['stage'],
	stage1Extended: ['stage1Time'],
	stage1ExtensionCorrected: ['stage1Time'],
	rightToStage2Told: ['day20Notice'],
	waitAgreed: ['wait'],
	stage1Responded: ['stage1Answer', 'finding', 'stage'],
	responseDateCorrected: ['stage1Answer'],
	outcomeCorrected: ['finding'],
	stage1Resolved: ['stage1Answer', 'finding', 'stage'],
	strandWithdrawn: ['stage'],
	strandReinstated: ['stage'],
	strandClosed: ['stage'],

	stage2Requested: ['stage2Request', 'stage'],
	stage2RequestDateCorrected: ['stage2Request'],
	personAppointed: ['appointment'],
	appointmentEnded: ['appointment'],
	statementDrafted: ['statement'],
	statementAgreed: ['statementSettled'],
	statementNotAgreed: ['statementSettled'],
	statementNotNeeded: ['statementSettled'],
	statementDateCorrected: ['statementSettled'],
	scopeLimited: ['elements'],
	stage2Extended: ['stage2Time'],
	stage2ExtensionCorrected: ['stage2Time'],
	reportReceived: ['report'],
	reportDateCorrected: ['report'],
	adjudicated: ['adjudication'],
	// What was adjudicated is found, and recommended, once it was sent.
	stage2Responded: ['stage2Answer', 'finding', 'recommendation', 'stage'],
	stage2ResponseDateCorrected: ['stage2Answer'],
	stage2OutcomeCorrected: ['finding'],
	corporateStage2Acknowledged: ['stage2Acknowledgement'],
	corporateStage2Responded: ['stage2Answer', 'finding', 'stage'],
	stage2DelayTold: ['stage2Delay'],
	stage2Discontinued: ['stage'],
	recommendationCompleted: ['recommendation'],

	stage3Requested: ['stage3Request', 'stage'],
	lateStage3Decided: ['lateStage3', 'stage'],
	stage3Acknowledged: ['stage3Acknowledgement'],
	panelDateFixed: ['panelDate'],
	panelAdjourned: ['panelDate'],
	panelPapersSent: ['panelPapers'],
	panelHeld: ['panelMeeting', 'stage'],
	panelReportReceived: ['panelReport', 'stage'],
	panelReportSent: ['panelReportSent'],
	stage3Responded: ['stage3Answer', 'recommendation', 'stage'],
	stage3DateCorrected: Object.values(STAGE3_DATE_FIELDS),
	referredEarly: ['earlyReferral', 'stage'],

	ombudsmanReferralRecorded: ['ombudsman'],
	ombudsmanEnquiryRecorded: ['ombudsman'],
	ombudsmanEnquiryAnswered: ['ombudsman'],
	ombudsmanDecisionRecorded: ['ombudsman'],
	ombudsmanRecommendationAdded: ['ombudsman'],
	ombudsmanRecommendationCompleted: ['ombudsman'],
	ombudsmanComplianceConfirmed: ['ombudsman'],
	lateReceiptDecided: ['lateReceipt'],
	interestDecided: ['interest'],
	consentRecorded: ['consent'],
	consentWithdrawn: ['consent'],
	decisionFrozen: ['freeze'],
	freezeDecided: ['freeze'],
	freezeLifted: ['freeze'],
	jointComplaintRecorded: ['joint'],
	jointReplySent: ['joint'],
	complaintLinked: ['link'],
	complaintUnlinked: ['link'],
	duplicateMarked: ['duplicate'],
	duplicateUnmarked: ['duplicate'],
	elementSuspended: ['route', 'elements', 'suspension', 'stage'],
	elementRedecided: ['route', 'elements', 'stage'],
	elementResubmitted: ['route', 'elements', 'stage'],
	suspensionReviewed: ['suspension'],
	proceedingsEnded: ['suspension'],
	rightToResubmitTold: ['suspension'],
	adrStarted: ['mediation'],
	adrEnded: ['mediation'],
	childIsToldDecided: ['childIsTold'],
	reviewingOfficerTold: ['reviewingOfficerTold'],
	strandReopened: ['stage']
} as const satisfies Record<ComplaintEvent['type'], readonly Field[]>;

/** The fields that this event moved. */
export function movedFields(event: ComplaintEvent): readonly Field[] {
	if (event.type === 'stage3DateCorrected') return [STAGE3_DATE_FIELDS[event.which]];
	// A point that no procedure of ours carries moves no strand.
	if (event.type === 'elementRedecided' && event.strand === null) return ['route'];
	return MOVED_BY[event.type];
}

/** The strands in which it moved them; empty where it is about the whole case, and so about each. */
export function strandsMoved(event: ComplaintEvent): readonly StrandId[] {
	switch (event.type) {
		case 'elementSuspended':
			return [event.fromStrandId, event.intoStrandId];
		case 'elementResubmitted':
			return [event.strandId, event.intoStrandId];
		case 'elementRedecided':
			return event.strand ? [event.strand.strandId] : [];
		default:
			return 'strandId' in event ? [event.strandId] : [];
	}
}
