import type { StaffRole } from '#lib/domain/roles/roles.ts';

/** The plain acts beside the commands of the rules: they add to a case and move no clock. */
export const PLAIN_ACTS = [
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
] as const;

/** What a reviewing officer does about the reviews of their children, and what is told there. */
export const REVIEW_ACTS = [
	'recordConcern',
	'settleConcern',
	'escalateConcern',
	'turnConcernIntoComplaint',
	'checkPromise',
	'planReview',
	'holdReview'
] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];
export type PlainAct = (typeof PLAIN_ACTS)[number] | ReviewAct;

/**
 * Who may do which plain act, on the cases they see. Anyone who meets families may log a
 * contact (guidance 3). The team manager works on what is given to them; naming the person
 * complained about, giving cases out, and giving new six words, is the complaints team's. What is
 * told at a review is written down, and taken further, by the officer whose review it is.
 */
export const PLAIN_ACTS_BY_ROLE = {
	complaintsOfficer: PLAIN_ACTS,
	complaintsManager: PLAIN_ACTS,
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
	reviewingOfficer: ['logContact', ...REVIEW_ACTS],
	advocate: []
} as const satisfies Record<StaffRole, readonly PlainAct[]>;

/** Whether someone who holds these roles may do that act at all. */
export function mayAct(held: readonly StaffRole[], act: PlainAct): boolean {
	return held.some((role) => {
		const allowed: readonly PlainAct[] = PLAIN_ACTS_BY_ROLE[role];
		return allowed.includes(act);
	});
}
