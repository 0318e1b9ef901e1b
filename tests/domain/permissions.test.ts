import { describe, expect, it, test } from 'vitest';
import type { CommandType } from '#lib/domain/complaint/commands.ts';
import { findRoleFor, mayGive } from '#lib/domain/roles/permissions.ts';
import { STAFF_ROLES, type ActorRole } from '#lib/domain/roles/roles.ts';
import { sightOf } from '#lib/domain/roles/visibility.ts';
import { given } from '../support/givenWhenThen.ts';
import { received, triaged } from '../support/complaintHistory.ts';

const ROLES = [
	'complaintsOfficer',
	'complaintsManager',
	'teamManager',
	'dutyWorker',
	'administrator',
	'childrensRightsOfficer',
	'advocate',
	'complainant',
	'system'
] as const satisfies readonly ActorRole[];

// Written out again on purpose: O officer, M manager, T team manager, D duty worker,
// A administrator, R children's rights officer, V advocate, C complainant, S the clock and the import.
const MAY: Record<CommandType, string> = {
	receiveComplaint: 'OMTD-R-CS',
	acknowledgeComplaint: 'OM-------',
	correctReceiptDate: 'OM-------',
	withdrawComplaint: 'OM-----C-',
	reinstateComplaint: 'OM-----C-',
	turnIntoComplaint: '-------C-',
	recordDealtWith: 'OM-------',
	decideTriage: 'OM-------',
	askForAdvocate: 'OMT----C-',
	recordAdvocateAppointed: 'OM----V--',
	recordAdvocateDeclined: 'OM-----C-',
	importHistory: '--------S',
	extendStage1: 'OM-------',
	tellRightToStage2: 'OM------S',
	agreeToWait: 'OM-----C-',
	requestStage2: 'OMT----C-',
	correctStage2RequestDate: 'OM-------',
	respondStage1: 'OMT------',
	correctStage1Extension: 'OM-------',
	correctResponseDate: 'OM-------',
	correctOutcome: 'OM-------',
	resolveStage1: 'OMT------',
	withdrawStrand: 'OM-----C-',
	reinstateStrand: 'OM-----C-',
	closeStrand: 'OM-----C-',
	recordOmbudsmanReferral: 'OM-------',
	recordOmbudsmanEnquiry: 'OM-------',
	answerOmbudsmanEnquiry: 'OM-------',
	recordOmbudsmanDecision: 'OM-------',
	addOmbudsmanRecommendation: 'OM-------',
	completeOmbudsmanRecommendation: 'OM-------',
	confirmOmbudsmanCompliance: 'OM-------',
	decideLateReceipt: 'OM-------',
	decideInterest: 'OM-------',
	recordConsent: 'OM-----C-',
	withdrawConsent: 'OM-------',
	freezeDecision: 'OM-------',
	decideFreeze: 'OM-------',
	liftFreeze: 'OM-------',
	suspendElement: 'OM-------',
	redecideElement: 'OM-------',
	recordJointComplaint: 'OM-------',
	recordJointReply: 'OM-------',
	linkComplaint: 'OM-------',
	markDuplicate: 'OM-------',
	unlinkComplaint: 'OM-------',
	unmarkDuplicate: 'OM-------',
	reviewSuspension: 'OM-------',
	recordProceedingsEnded: 'OM-------',
	tellRightToResubmit: 'OM-------',
	resubmitElement: 'OM-------',
	startAdr: 'OM-------',
	endAdr: 'OM-------',
	decideChildIsTold: 'OM-------',
	tellReviewingOfficer: 'OM-------',
	reopenStrand: 'OM-------',
	appointPerson: 'OM-------',
	endAppointment: 'OM-------',
	draftStatement: 'OM-------',
	agreeStatement: 'OM-------',
	recordStatementNotAgreed: 'OM-------',
	recordStatementNotNeeded: 'OM-------',
	limitScope: 'OM-------',
	correctStage2Extension: '-M-------',
	extendStage2: '-M-------',
	receiveReport: 'OM-------',
	adjudicate: 'OM-------',
	sendStage2Response: 'OM-------',
	acknowledgeCorporateStage2: 'OM-------',
	respondCorporateStage2: 'OM-------',
	tellStage2Delay: 'OM------S',
	discontinueStage2: '-M-------',
	completeRecommendation: 'OMT------',
	correctStatementDate: 'OM-------',
	correctReportDate: 'OM-------',
	correctStage2ResponseDate: 'OM-------',
	correctStage2Outcome: 'OM-------',
	requestStage3: 'OMT----C-',
	decideLateStage3: 'OM-------',
	acknowledgeStage3: 'OM-------',
	fixPanelDate: 'OM-------',
	adjournPanel: 'OM-------',
	sendPanelPapers: 'OM-------',
	holdPanel: 'OM-------',
	receivePanelReport: 'OM-------',
	sendPanelReport: 'OM-------',
	respondStage3: 'OM-------',
	correctStage3Date: 'OM-------',
	referEarly: 'OM-------'
};

describe('who may give which order (rules 5)', () => {
	test.each(Object.entries(MAY) as [CommandType, string][])('%s: %s', (command, letters) => {
		const found = ROLES.map((role, place) =>
			mayGive(role, command) ? 'OMTDARVCS'.charAt(place) : '-'
		);
		expect(found.join('')).toBe(letters);
	});

	it('is asked before anything else', () => {
		given(received(), triaged())
			.when({ type: 'acknowledgeComplaint', acknowledgedOn: '2026-06-02' }, { by: 'dutyWorker' })
			.thenRefused('notPermitted', { role: 'dutyWorker', command: 'acknowledgeComplaint' });
	});

	it('lets somebody with several roles act in the one that may', () => {
		expect(findRoleFor(['administrator', 'teamManager'], 'respondStage1')).toBe('teamManager');
		expect(findRoleFor(['teamManager', 'complaintsOfficer'], 'respondStage1')).toBe(
			'complaintsOfficer'
		);
		expect(findRoleFor(['administrator', 'dutyWorker'], 'closeStrand')).toBeNull();
		expect(findRoleFor([], 'receiveComplaint')).toBeNull();
	});
});

describe('those who are appointed to a case, and those who see figures', () => {
	test.each([
		'investigatingOfficer',
		'independentPerson',
		'panelMember',
		'adjudicatingOfficer',
		'director',
		'auditor'
	] as const)('give no order: %s', (role) => {
		expect(Object.keys(MAY).filter((command) => mayGive(role, command as CommandType))).toEqual([]);
	});
});

describe('an independent reviewing officer', () => {
	it('may raise a complaint for a child, and gives no other order', () => {
		const may = Object.keys(MAY).filter((type) => mayGive('reviewingOfficer', type as CommandType));
		expect(may).toEqual(['receiveComplaint']);
	});
});

describe('who sees how much of a case (rules 5.2)', () => {
	const nobody = {
		isSubject: false,
		isSubjectsLineManager: false,
		isResponder: false,
		isOwnTeam: false,
		appointedAs: [],
		childAgreed: false
	};
	const team = { ...nobody, isResponder: true, isOwnTeam: true };
	const everything = { ...team, childAgreed: true, appointedAs: [...STAFF_ROLES] };

	test.each([
		['complaintsOfficer', nobody, 'whole'],
		['complaintsManager', nobody, 'whole'],
		['teamManager', nobody, 'nothing'],
		['teamManager', { ...nobody, isResponder: true }, 'whole'],
		['teamManager', { ...nobody, isOwnTeam: true }, 'whole'],
		['dutyWorker', everything, 'nothing'],
		['administrator', everything, 'nothing'],
		['auditor', everything, 'nothing'],
		['investigatingOfficer', team, 'nothing'],
		['investigatingOfficer', { ...nobody, appointedAs: ['independentPerson'] }, 'nothing'],
		['investigatingOfficer', { ...nobody, appointedAs: ['investigatingOfficer'] }, 'papers'],
		['independentPerson', { ...nobody, appointedAs: ['independentPerson'] }, 'papers'],
		['panelMember', { ...nobody, appointedAs: ['panelMember'] }, 'papers'],
		['adjudicatingOfficer', { ...nobody, appointedAs: ['adjudicatingOfficer'] }, 'papers'],
		['director', team, 'nothing'],
		['director', { ...nobody, appointedAs: ['director'] }, 'papers'],
		['reviewingOfficer', everything, 'nothing'],
		['advocate', everything, 'nothing'],
		['childrensRightsOfficer', team, 'nothing'],
		['childrensRightsOfficer', { ...nobody, childAgreed: true }, 'papers']
	] as const)('%s, %j: %s', (role, viewer, sight) => {
		expect(sightOf({ ...viewer, roles: [role] })).toBe(sight);
	});

	it('is none for the person complained about, whatever their roles', () => {
		expect(sightOf({ ...everything, roles: STAFF_ROLES, isSubject: true })).toBe('nothing');
		expect(
			sightOf({ ...everything, roles: STAFF_ROLES, isSubject: true, isSubjectsLineManager: true })
		).toBe('nothing');
	});

	it('is none for the line manager of that person, but as the one who answers at stage 1', () => {
		const manager = { ...everything, isSubjectsLineManager: true };
		expect(sightOf({ ...manager, roles: STAFF_ROLES, isResponder: false })).toBe('nothing');
		expect(sightOf({ ...manager, roles: ['teamManager'] })).toBe('whole');
		expect(sightOf({ ...manager, roles: ['panelMember', 'director'] })).toBe('nothing');
	});

	it('is none for one without a role', () => {
		expect(sightOf({ ...everything, roles: [] })).toBe('nothing');
	});
});
