import { describe, expect, it, test } from 'vitest';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import {
	FIELD_TYPES,
	MERGE_POLICIES,
	policyOf,
	type Field,
	type FieldType
} from '#lib/domain/offline/mergePolicy.ts';
import { movedFields, MOVED_BY, strandsMoved } from '#lib/domain/offline/movedFields.ts';
import { fieldsWritten, TOUCHED_BY } from '#lib/domain/offline/offlineFields.ts';
import type { OfflineOrderType } from '#lib/domain/offline/offlineOrders.ts';
import { STAGE3_DATES } from '#lib/domain/complaint/stage3Codes.ts';
import { element, OTHER_STRAND, STRAND, strand, TEXT } from '../../support/complaintHistory.ts';
import { COMMAND_EXAMPLES, EVENT_EXAMPLES } from '../../wire/examples.ts';

// Written out again on purpose, as the merge policy by sort of field has it.
const POLICIES: Record<FieldType, string> = {
	appendOnlyFact: 'alwaysAdds',
	setWithReasons: 'addsAndRemoves',
	singleChoice: 'clashesWhenMoved',
	legalDate: 'waitsForOfficer',
	shortText: 'clashesWhenMoved',
	longText: 'staysDraft',
	assignment: 'serverOnly',
	readMark: 'takesTheLater',
	identity: 'officerDecides',
	safeContact: 'takesTheMoreCareful'
};

const FIELDS: Record<string, string> = {
	appendOnlyFact: 'contact note dealtWith reviewingOfficerTold history',
	setWithReasons: 'consent link',
	singleChoice:
		'promise route stage elements finding adjudication recommendation lateReceipt interest lateStage3 freeze joint childIsTold',
	legalDate:
		'receipt acknowledgement advocate stage1Time wait day20Notice stage1Answer stage2Request stage2Acknowledgement stage2Time stage2Delay statementSettled report stage2Answer stage3Request stage3Acknowledgement panelDate panelPapers panelMeeting panelReport panelReportSent stage3Answer earlyReferral suspension mediation ombudsman',
	longText: 'statement',
	assignment: 'appointment',
	identity: 'duplicate'
};

const MOVES: Record<ComplaintEvent['type'], string> = {
	complaintReceived: 'receipt',
	complaintAcknowledged: 'acknowledgement',
	receiptDateCorrected: 'receipt',
	complaintWithdrawn: 'stage',
	complaintReinstated: 'stage',
	turnedIntoComplaint: 'route stage',
	contactDealtWith: 'dealtWith',
	triageDecided: 'route elements stage',
	stage1Accepted: 'stage',
	advocateAskedFor: 'advocate',
	advocateAppointed: 'advocate',
	advocateDeclined: 'advocate',
	stage1Extended: 'stage1Time',
	stage1ExtensionCorrected: 'stage1Time',
	rightToStage2Told: 'day20Notice',
	waitAgreed: 'wait',
	stage2Requested: 'stage2Request stage',
	stage2RequestDateCorrected: 'stage2Request',
	stage1Responded: 'stage1Answer finding stage',
	responseDateCorrected: 'stage1Answer',
	outcomeCorrected: 'finding',
	stage1Resolved: 'stage1Answer finding stage',
	strandWithdrawn: 'stage',
	strandReinstated: 'stage',
	strandClosed: 'stage',
	personAppointed: 'appointment',
	appointmentEnded: 'appointment',
	statementDrafted: 'statement',
	statementAgreed: 'statementSettled',
	statementNotAgreed: 'statementSettled',
	statementNotNeeded: 'statementSettled',
	statementDateCorrected: 'statementSettled',
	scopeLimited: 'elements',
	stage2Extended: 'stage2Time',
	stage2ExtensionCorrected: 'stage2Time',
	reportReceived: 'report',
	reportDateCorrected: 'report',
	adjudicated: 'adjudication',
	stage2Responded: 'stage2Answer finding recommendation stage',
	corporateStage2Acknowledged: 'stage2Acknowledgement',
	corporateStage2Responded: 'stage2Answer finding stage',
	stage2DelayTold: 'stage2Delay',
	stage2Discontinued: 'stage',
	recommendationCompleted: 'recommendation',
	stage2ResponseDateCorrected: 'stage2Answer',
	stage2OutcomeCorrected: 'finding',
	stage3Requested: 'stage3Request stage',
	lateStage3Decided: 'lateStage3 stage',
	stage3Acknowledged: 'stage3Acknowledgement',
	panelDateFixed: 'panelDate',
	panelAdjourned: 'panelDate',
	panelPapersSent: 'panelPapers',
	panelHeld: 'panelMeeting stage',
	panelReportReceived: 'panelReport stage',
	panelReportSent: 'panelReportSent',
	stage3Responded: 'stage3Answer recommendation stage',
	stage3DateCorrected:
		'stage3Request stage3Acknowledgement panelPapers panelMeeting panelReport panelReportSent stage3Answer',
	referredEarly: 'earlyReferral stage',
	historyImported: 'history stage',
	ombudsmanReferralRecorded: 'ombudsman',
	ombudsmanEnquiryRecorded: 'ombudsman',
	ombudsmanEnquiryAnswered: 'ombudsman',
	ombudsmanDecisionRecorded: 'ombudsman',
	ombudsmanRecommendationAdded: 'ombudsman',
	ombudsmanRecommendationCompleted: 'ombudsman',
	ombudsmanComplianceConfirmed: 'ombudsman',
	lateReceiptDecided: 'lateReceipt',
	interestDecided: 'interest',
	consentRecorded: 'consent',
	consentWithdrawn: 'consent',
	decisionFrozen: 'freeze',
	freezeDecided: 'freeze',
	freezeLifted: 'freeze',
	jointComplaintRecorded: 'joint',
	jointReplySent: 'joint',
	complaintLinked: 'link',
	complaintUnlinked: 'link',
	duplicateMarked: 'duplicate',
	duplicateUnmarked: 'duplicate',
	elementSuspended: 'route elements suspension stage',
	elementRedecided: 'route elements stage',
	elementResubmitted: 'route elements stage',
	suspensionReviewed: 'suspension',
	proceedingsEnded: 'suspension',
	rightToResubmitTold: 'suspension',
	adrStarted: 'mediation',
	adrEnded: 'mediation',
	childIsToldDecided: 'childIsTold',
	reviewingOfficerTold: 'reviewingOfficerTold',
	strandReopened: 'stage'
};

// What it changes, then what it was decided on.
const TOUCHES: Record<OfflineOrderType, [writes: string, restsOn: string]> = {
	recordConcern: ['contact', ''],
	logContact: ['contact', ''],
	addNote: ['note', ''],
	completePromise: ['promise', ''],
	decideTriage: ['route', 'duplicate lateReceipt interest consent stage'],
	extendStage1: ['stage1Time', 'stage'],
	respondStage1: ['stage1Answer finding', 'elements stage'],
	requestStage2: ['stage2Request', ''],
	extendStage2: ['stage2Time', 'stage'],
	sendStage2Response: ['stage2Answer', 'adjudication stage'],
	respondCorporateStage2: ['stage2Answer finding', 'elements stage'],
	requestStage3: ['stage3Request', ''],
	holdPanel: ['panelMeeting', 'panelDate stage'],
	respondStage3: ['stage3Answer', 'panelReport stage']
};

const words = (line: string): string[] => line.split(' ').filter((word) => word !== '');

describe('the policy for each sort of field', () => {
	it('is this table', () => {
		expect(MERGE_POLICIES).toEqual(POLICIES);
	});

	it('holds for the fields of that sort', () => {
		const expected = Object.entries(FIELDS).flatMap(([type, names]) =>
			words(names).map((name) => [name, type])
		);
		expect(FIELD_TYPES).toEqual(Object.fromEntries(expected));
		expect(policyOf('route')).toBe('clashesWhenMoved');
		expect(policyOf('panelMeeting')).toBe('waitsForOfficer');
	});
});

describe('what each event moves', () => {
	it('is this table, for every event there is', () => {
		const expected = Object.entries(MOVES).map(([type, names]) => [type, words(names)]);
		expect(MOVED_BY).toEqual(Object.fromEntries(expected));
	});

	it('is one field for a corrected date of stage 3', () => {
		const moved = STAGE3_DATES.flatMap((which) =>
			movedFields({
				type: 'stage3DateCorrected',
				strandId: STRAND,
				which,
				happenedOn: '2026-09-01',
				reasonTextId: TEXT
			})
		);
		expect(moved).toEqual(words(MOVES.stage3DateCorrected));
	});

	it('is no strand where a point decided again stays outside our procedures', () => {
		const redecided = { type: 'elementRedecided', decidedOn: '2026-06-20' } as const;
		const carried = { ...redecided, element: element(), strand: strand() };
		const outside = { ...redecided, element: element({ strandId: null }), strand: null };
		expect([movedFields(carried), strandsMoved(carried)]).toEqual([
			['route', 'elements', 'stage'],
			[STRAND]
		]);
		expect([movedFields(outside), strandsMoved(outside)]).toEqual([['route'], []]);
	});

	it('is in both strands where a point goes from one into another', () => {
		const [suspended] = EVENT_EXAMPLES.elementSuspended;
		const [brought] = EVENT_EXAMPLES.elementResubmitted;
		expect(
			strandsMoved({ ...suspended!, fromStrandId: STRAND, intoStrandId: OTHER_STRAND })
		).toEqual([STRAND, OTHER_STRAND]);
		expect(strandsMoved({ ...brought!, strandId: STRAND, intoStrandId: OTHER_STRAND })).toEqual([
			STRAND,
			OTHER_STRAND
		]);
	});

	test.each(Object.values(EVENT_EXAMPLES).map(([event]) => event!))(
		'is at least one thing: $type',
		(event) => {
			const fields: readonly Field[] = movedFields(event);
			expect(fields.length).toBeGreaterThan(0);
		}
	);
});

describe('what an order given with no signal touches', () => {
	it('is this table', () => {
		const expected = Object.entries(TOUCHES).map(([type, [writes, restsOn]]) => [
			type,
			{ writes: words(writes), restsOn: words(restsOn) }
		]);
		expect(TOUCHED_BY).toEqual(Object.fromEntries(expected));
	});

	it('is the clock of stage 2 too where triage opens a strand there', () => {
		const triage = { ...COMMAND_EXAMPLES.decideTriage, strands: [strand()] };
		expect(fieldsWritten(triage)).toEqual(['route']);
		expect(fieldsWritten({ ...triage, strands: [strand({ opensAt: 'suspended' })] })).toEqual([
			'route'
		]);
		expect(
			fieldsWritten({ ...triage, strands: [strand(), strand({ opensAt: 'stage2' })] })
		).toEqual(['route', 'stage2Request']);
	});
});
