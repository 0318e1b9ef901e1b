import { describe, expect, it, test } from 'vitest';
import {
	CONFLICT_NAMES,
	findConflicts,
	ROLES_FOR_PART,
	verdictOn,
	type CaseRole,
	type ConflictName,
	type Standing
} from '#lib/domain/roles/appointments.ts';

const ROLES = [
	'complaintsManager',
	'stage1Responder',
	'investigatingOfficer',
	'independentPerson',
	'adjudicatingOfficer',
	'panelMember',
	'panelChair',
	'advocate',
	'stage3Director'
] as const satisfies readonly CaseRole[];

// Written out again on purpose: X refused, x warned, . allowed, in the order of the roles above.
const MATRIX: Record<ConflictName, string> = {
	complaintsManager: '.xxXxXXX.',
	stage1Responder: 'x.xXxXXXx',
	investigatingOfficer: 'xx.XxxxXx',
	independentPerson: 'XXX.XXXxX',
	adjudicatingOfficer: 'xxxX.XXXx',
	panelMember: 'XXxXX..xX',
	panelChair: 'XXxXX..xX',
	stage3Director: '.xxXxXXX.',
	advocate: 'XXXxXxx.X',
	subjectOfComplaint: 'XXXXXXXXX',
	subjectsLineManager: 'XxXXXXXXX',
	officerOrMember: '...X.XXx.',
	spouseOfOfficerOrMember: '..xXxXXx.',
	leftOfficeRecently: '......X..',
	pastInvolvement: '..xxxXX..',
	managesTheTeam: 'x.XXxXXXx',
	sameNameInvolvement: '..xxxxx..'
};

const OUTSIDER: Standing = {
	isOfficerOrMember: false,
	leftOfficeOn: null,
	isSpouseOfOfficerOrMember: false,
	isSubject: false,
	isSubjectsLineManager: false,
	isStage1Responder: false,
	isComplaintsManager: false,
	isAdvocate: false,
	managesTheTeam: false,
	pastInvolvement: [],
	sameNameInvolvement: [],
	roles: [
		'investigatingOfficer',
		'independentPerson',
		'panelMember',
		'adjudicatingOfficer',
		'director'
	],
	signsInUntilOn: null
};
const OFFICER: Standing = { ...OUTSIDER, isOfficerOrMember: true };

function conflictsOf(
	role: CaseRole,
	standing: Standing,
	held: Parameters<typeof findConflicts>[0]['held'] = []
) {
	return findConflicts({ role, on: '2026-07-03', standing, held });
}

describe('who may not also be what on one case (rules 5.2)', () => {
	test.each(Object.entries(MATRIX) as [ConflictName, string][])('%s: %s', (conflict, letters) => {
		const found = ROLES.map(
			(role) => ({ refused: 'X', warned: 'x', allowed: '.' })[verdictOn(conflict, role)]
		);
		expect(found.join('')).toBe(letters);
	});

	it('says something of every conflict there is', () => {
		expect(Object.keys(MATRIX).sort()).toEqual([...CONFLICT_NAMES].sort());
	});
});

describe('an independent person (SI 2006/1738 regs 2 and 17(2))', () => {
	it('may be anybody from outside', () => {
		expect(conflictsOf('independentPerson', OUTSIDER)).toEqual([]);
	});

	it('may not be an officer or member of the council, nor married to one', () => {
		expect(conflictsOf('independentPerson', OFFICER)).toEqual([
			{ with: 'officerOrMember', verdict: 'refused' }
		]);
		expect(
			conflictsOf('independentPerson', { ...OUTSIDER, isSpouseOfOfficerOrMember: true })
		).toEqual([{ with: 'spouseOfOfficerOrMember', verdict: 'refused' }]);
	});

	it('may not be the investigating officer as well, who need not be an officer', () => {
		expect(conflictsOf('independentPerson', OUTSIDER, ['investigatingOfficer'])).toEqual([
			{ with: 'investigatingOfficer', verdict: 'refused' }
		]);
	});

	it('may not sit on the panel afterwards (reg 19(3))', () => {
		for (const role of ['panelMember', 'panelChair'] as const) {
			expect(conflictsOf(role, OUTSIDER, ['independentPerson'])).toEqual([
				{ with: 'independentPerson', verdict: 'refused' }
			]);
		}
	});

	it('may be the same for two parts of one complaint', () => {
		expect(conflictsOf('independentPerson', OUTSIDER, ['independentPerson'])).toEqual([]);
	});
});

describe('an investigating officer (guidance 3.6.5)', () => {
	it('may be an officer of the council', () => {
		expect(conflictsOf('investigatingOfficer', OFFICER)).toEqual([]);
	});

	it('may not be complained about, nor manage who is', () => {
		expect(
			conflictsOf('investigatingOfficer', {
				...OFFICER,
				isSubject: true,
				isSubjectsLineManager: true
			}).map((one) => one.with)
		).toEqual(['subjectOfComplaint', 'subjectsLineManager']);
	});

	it('who answered at stage 1 is warned of, and what is refused comes first', () => {
		expect(
			conflictsOf('investigatingOfficer', { ...OFFICER, isStage1Responder: true, isAdvocate: true })
		).toEqual([
			{ with: 'advocate', verdict: 'refused' },
			{ with: 'stage1Responder', verdict: 'warned' }
		]);
	});
});

describe('a panel chair (guidance 3.11)', () => {
	test.each([
		['2023-07-04', true],
		['2023-07-03', false],
		['2019-01-01', false]
	] as const)('who left the council on %s is too near: %s', (leftOfficeOn, isTooNear) => {
		const found = conflictsOf('panelChair', { ...OUTSIDER, leftOfficeOn });
		expect(found).toEqual(isTooNear ? [{ with: 'leftOfficeRecently', verdict: 'refused' }] : []);
		expect(conflictsOf('panelMember', { ...OUTSIDER, leftOfficeOn })).toEqual([]);
	});
});

describe('the line manager of the person complained about', () => {
	it('may answer at stage 1, with a reason, and has no later part', () => {
		const standing = { ...OFFICER, isSubjectsLineManager: true };
		expect(conflictsOf('stage1Responder', standing)).toEqual([
			{ with: 'subjectsLineManager', verdict: 'warned' }
		]);
		for (const role of ROLES.filter((one) => one !== 'stage1Responder')) {
			expect(conflictsOf(role, standing)).toContainEqual({
				with: 'subjectsLineManager',
				verdict: 'refused'
			});
		}
	});
});

describe('what somebody did before (rules 5.2)', () => {
	it('keeps them off a panel, but not for having sat on another panel of the same child', () => {
		const sat = { ...OUTSIDER, pastInvolvement: ['panelOnOther'] as const };
		expect(conflictsOf('panelMember', sat)).toEqual([]);
		expect(conflictsOf('investigatingOfficer', sat)).toEqual([
			{ with: 'pastInvolvement', verdict: 'warned' }
		]);
		const investigated = { ...OUTSIDER, pastInvolvement: ['investigatedOther'] as const };
		expect(conflictsOf('panelChair', investigated)).toEqual([
			{ with: 'pastInvolvement', verdict: 'refused' }
		]);
	});
});

describe('the role each part needs, as the papers ask for it', () => {
	test.each([
		['investigatingOfficer', 'investigatingOfficer'],
		['independentPerson', 'independentPerson'],
		['adjudicatingOfficer', 'adjudicatingOfficer director'],
		['panelChair', 'panelMember'],
		['panelMember', 'panelMember'],
		['stage3Director', 'director']
	] as const)('%s: %s', (part, roles) => {
		expect(ROLES_FOR_PART[part].join(' ')).toBe(roles);
	});
});
