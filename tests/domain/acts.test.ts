import { describe, expect, it } from 'vitest';
import { mayAct, PLAIN_ACTS, PLAIN_ACTS_BY_ROLE, REVIEW_ACTS } from '#lib/domain/roles/acts.ts';

describe('the plain acts beside the orders of the rules', () => {
	it('are given by each role as this table says', () => {
		expect(PLAIN_ACTS_BY_ROLE).toEqual({
			complaintsOfficer: [
				'addNote',
				'nameSubject',
				'assignCase',
				'logContact',
				'markMessageRead',
				'sendMessage',
				'confirmMessage',
				'discardMessage',
				'completePromise',
				'recordAdvocateAnswer',
				'writeAnswer',
				'releaseAnswer',
				'writeLetter',
				'releaseLetter',
				'giveNewWayIn'
			],
			complaintsManager: [
				'addNote',
				'nameSubject',
				'assignCase',
				'logContact',
				'markMessageRead',
				'sendMessage',
				'confirmMessage',
				'discardMessage',
				'completePromise',
				'recordAdvocateAnswer',
				'writeAnswer',
				'releaseAnswer',
				'writeLetter',
				'releaseLetter',
				'giveNewWayIn'
			],
			teamManager: [
				'addNote',
				'logContact',
				'markMessageRead',
				'sendMessage',
				'confirmMessage',
				'discardMessage',
				'completePromise',
				'writeAnswer',
				'releaseAnswer'
			],
			dutyWorker: ['logContact'],
			administrator: [],
			investigatingOfficer: [],
			independentPerson: [],
			panelMember: [],
			adjudicatingOfficer: [],
			director: [],
			auditor: [],
			childrensRightsOfficer: ['logContact'],
			reviewingOfficer: [
				'logContact',
				'recordConcern',
				'settleConcern',
				'escalateConcern',
				'turnConcernIntoComplaint',
				'checkPromise',
				'planReview',
				'holdReview'
			],
			advocate: []
		});
	});

	it('are open to one who holds several roles where any of them may', () => {
		expect(mayAct(['administrator', 'dutyWorker'], 'logContact')).toBe(true);
		expect(mayAct(['administrator', 'dutyWorker'], 'addNote')).toBe(false);
	});

	it('are open to nobody who holds no role', () => {
		expect([...PLAIN_ACTS, ...REVIEW_ACTS].filter((act) => mayAct([], act))).toEqual([]);
	});
});
