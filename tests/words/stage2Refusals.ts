import type { Stage2Refusal } from '#lib/domain/complaint/stage2Refusals.ts';

const ID = '0197b1de-0000-7000-8000-000000000001';
const DAY = '2026-06-15';
const LATER = '2026-06-29';

/** One refusal of every code of stage 2. */
export const STAGE2_REFUSALS: {
	[Code in Stage2Refusal['code']]: Extract<Stage2Refusal, { code: Code }>;
} = {
	personUnknown: { code: 'personUnknown', personId: ID },
	conflictRefused: {
		code: 'conflictRefused',
		role: 'independentPerson',
		conflicts: ['officerOrMember', 'stage1Responder']
	},
	conflictWarned: {
		code: 'conflictWarned',
		role: 'investigatingOfficer',
		conflicts: ['stage1Responder']
	},
	personLacksRole: { code: 'personLacksRole', role: 'panelChair' },
	signInOver: { code: 'signInOver', lastDayOn: '2026-06-15' },
	declarationMissing: { code: 'declarationMissing', role: 'independentPerson' },
	declarationTooLate: {
		code: 'declarationTooLate',
		declarationSignedOn: LATER,
		appointedOn: DAY
	},
	partTaken: { code: 'partTaken', role: 'adjudicatingOfficer' },
	notAppointed: { code: 'notAppointed', role: 'adjudicatingOfficer' },
	unknownAppointment: { code: 'unknownAppointment', appointmentId: ID },
	appointmentOver: { code: 'appointmentOver', endedOn: DAY },
	versionNotNext: { code: 'versionNotNext', expected: 3 },
	versionNotLatest: { code: 'versionNotLatest', latest: 2 },
	noStatementSent: { code: 'noStatementSent' },
	statementIsSettled: { code: 'statementIsSettled', how: 'notNeeded' },
	statementNotAgreedYet: { code: 'statementNotAgreedYet' },
	statementNeeded: { code: 'statementNeeded' },
	alreadyLimited: { code: 'alreadyLimited', elementId: ID },
	nothingLeftToInvestigate: { code: 'nothingLeftToInvestigate' },
	stage2ExtensionTooLong: { code: 'stage2ExtensionTooLong', newDueOn: LATER, limitOn: DAY },
	stage2ExtensionNotLater: { code: 'stage2ExtensionNotLater', newDueOn: DAY, after: LATER },
	stage2LimitPassed: { code: 'stage2LimitPassed', limitOn: DAY },
	tooSoonForDelayLetter: { code: 'tooSoonForDelayLetter', limitOn: LATER },
	delayAlreadyTold: { code: 'delayAlreadyTold', toldOn: DAY },
	expectedInPast: { code: 'expectedInPast', expectedOn: DAY, toldOn: LATER },
	reportNotAttached: { code: 'reportNotAttached' },
	reportNotReceived: { code: 'reportNotReceived', report: 'independentPerson' },
	pointWasLimited: { code: 'pointWasLimited', elementId: ID },
	notAdjudicated: { code: 'notAdjudicated' },
	recommendationNeedsDate: { code: 'recommendationNeedsDate', place: 1 },
	recommendationNeedsReason: { code: 'recommendationNeedsReason', place: 2 },
	documentsMissing: {
		code: 'documentsMissing',
		missing: ['investigationReport', 'independentPersonReport', 'adjudication']
	},
	tooFewAttempts: { code: 'tooFewAttempts', found: 1, needed: 2 },
	recommendationRejected: { code: 'recommendationRejected' },
	stage2NotAnswered: { code: 'stage2NotAnswered' },
	statutoryNeedsInvestigation: { code: 'statutoryNeedsInvestigation' },
	stillTimeForPanel: { code: 'stillTimeForPanel', until: DAY },
	stage2AlreadyAsked: { code: 'stage2AlreadyAsked', requestedOn: DAY }
};
