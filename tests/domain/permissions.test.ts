import { describe, expect, it, test } from 'vitest';
import type { CommandType } from '#lib/domain/complaint/commands.ts';
import { findRoleFor, mayGive } from '#lib/domain/roles/permissions.ts';
import type { ActorRole } from '#lib/domain/roles/roles.ts';
import { maySeeCase } from '#lib/domain/roles/visibility.ts';
import { given } from '../support/givenWhenThen.ts';
import { received, triaged } from '../support/complaintHistory.ts';

const ROLES = [
	'complaintsOfficer',
	'complaintsManager',
	'teamManager',
	'dutyWorker',
	'administrator',
	'complainant',
	'system'
] as const satisfies readonly ActorRole[];

// Written out again on purpose: O officer, M manager, T team manager, D duty worker,
// A administrator, C complainant, S the clock and the import.
const MAY: Record<CommandType, string> = {
	receiveComplaint: 'OMTD-CS',
	acknowledgeComplaint: 'OM-----',
	correctReceiptDate: 'OM-----',
	withdrawComplaint: 'OM---C-',
	reinstateComplaint: 'OM---C-',
	decideTriage: 'OM-----',
	askForAdvocate: 'OMT--C-',
	recordAdvocateAppointed: 'OM-----',
	recordAdvocateDeclined: 'OM---C-',
	importHistory: '------S',
	extendStage1: 'OM-----',
	tellRightToStage2: 'OM----S',
	agreeToWait: 'OM---C-',
	requestStage2: 'OMT--C-',
	correctStage2RequestDate: 'OM-----',
	respondStage1: 'OMT----',
	correctResponseDate: 'OM-----',
	correctOutcome: 'OM-----',
	resolveStage1: 'OMT----',
	withdrawStrand: 'OM---C-',
	reinstateStrand: 'OM---C-',
	closeStrand: 'OM---C-'
};

describe('who may give which order (rules 5)', () => {
	test.each(Object.entries(MAY) as [CommandType, string][])('%s: %s', (command, letters) => {
		const found = ROLES.map((role, place) =>
			mayGive(role, command) ? 'OMTDACS'.charAt(place) : '-'
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

describe('who may see a case (rules 5.2)', () => {
	const nobody = { isSubject: false, isResponder: false, isOwnTeam: false };

	test.each([
		['complaintsOfficer', nobody, true],
		['complaintsManager', nobody, true],
		['teamManager', nobody, false],
		['teamManager', { ...nobody, isResponder: true }, true],
		['teamManager', { ...nobody, isOwnTeam: true }, true],
		['dutyWorker', { ...nobody, isResponder: true, isOwnTeam: true }, false],
		['administrator', { ...nobody, isResponder: true, isOwnTeam: true }, false]
	] as const)('%s, %j: %s', (role, viewer, sees) => {
		expect(maySeeCase({ ...viewer, roles: [role] })).toBe(sees);
	});

	it('is never the person complained about, whatever their roles', () => {
		expect(
			maySeeCase({
				roles: ['complaintsOfficer', 'complaintsManager', 'teamManager'],
				isSubject: true,
				isResponder: true,
				isOwnTeam: true
			})
		).toBe(false);
	});

	it('is nobody without a role', () => {
		expect(maySeeCase({ ...nobody, roles: [], isOwnTeam: true })).toBe(false);
	});
});
