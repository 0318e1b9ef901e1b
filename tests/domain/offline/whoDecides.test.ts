import { describe, expect, it, test } from 'vitest';
import { withLegalDay, legalDayOf } from '#lib/domain/offline/legalDay.ts';
import {
	canBeUndone,
	choicesFor,
	partIn,
	type Decider,
	type WaitingOrder
} from '#lib/domain/offline/whoDecides.ts';

const WAITING = { hasOfficer: true, isOverdue: false, authorMaySignIn: true };
const NOBODY: Decider = {
	...{ isAuthor: false, isOfficer: false, isManager: false },
	...{ seesCase: true, mayGive: false }
};
const PEOPLE = {
	author: { ...NOBODY, isAuthor: true },
	'author who may not see the case': { ...NOBODY, isAuthor: true, seesCase: false },
	'officer of the case': { ...NOBODY, isOfficer: true, mayGive: true },
	'another officer': { ...NOBODY, mayGive: true },
	manager: { ...NOBODY, isManager: true },
	'manager complained about': { ...NOBODY, isManager: true, mayGive: true, seesCase: false },
	'anybody else': NOBODY
} as const satisfies Record<string, Decider>;

type Because = WaitingOrder['because'];
const NEW: [Because, keyof typeof PEOPLE, string][] = [
	['proposed', 'author', 'looksOn'],
	['proposed', 'officer of the case', 'decides'],
	['proposed', 'another officer', 'decides'],
	['proposed', 'manager', 'nothing'],
	['proposed', 'manager complained about', 'nothing'],
	['proposed', 'anybody else', 'nothing'],
	['clash', 'author', 'looksOn'],
	['clash', 'officer of the case', 'decides'],
	['clash', 'another officer', 'nothing'],
	['clash', 'manager', 'nothing'],
	['refused', 'author', 'decides'],
	['refused', 'author who may not see the case', 'decides'],
	['refused', 'officer of the case', 'nothing'],
	['refused', 'manager', 'nothing'],
	['deposited', 'author', 'decides'],
	['deposited', 'officer of the case', 'nothing'],
	['deposited', 'manager', 'nothing']
];

describe('who decides on what a device could not simply do (journeys 3.5, security 3.5, 3.6)', () => {
	test.each(NEW)('%s: the %s %s', (because, who, part) => {
		expect(partIn({ ...WAITING, because }, PEOPLE[who])).toBe(part);
	});

	test.each(['proposed', 'clash', 'refused', 'deposited'] as const)(
		'after a working day the complaints managers too, but whoever may not see the case: %s',
		(because) => {
			const waiting = { ...WAITING, because, isOverdue: true };
			expect(partIn(waiting, PEOPLE.manager)).toBe('decides');
			expect(partIn(waiting, PEOPLE['manager complained about'])).toBe('nothing');
		}
	);

	it('is the managers at once where nobody carries the case, or its author may not sign in', () => {
		const alone = { ...WAITING, hasOfficer: false };
		const left = { ...WAITING, authorMaySignIn: false };
		expect(partIn({ ...alone, because: 'clash' }, PEOPLE.manager)).toBe('decides');
		expect(partIn({ ...left, because: 'deposited' }, PEOPLE.manager)).toBe('decides');
		expect(partIn({ ...left, because: 'refused' }, PEOPLE.manager)).toBe('decides');
	});
});

describe('what they may choose', () => {
	const READ = { isRead: true, seesCase: true, hasCase: true };

	test.each([
		['proposed', ['confirm', 'discard']],
		['clash', ['useMine', 'useTheirs', 'keepBothAsNote']],
		['refused', ['useMine', 'keepBothAsNote', 'discard']],
		['deposited', ['confirm', 'keepBothAsNote', 'discard']]
	] as const)('of what is %s: %o', (because, choices) => {
		expect(choicesFor(because, READ)).toEqual(choices);
		expect(choicesFor(because, { ...READ, isRead: false })).toEqual(['discard']);
		expect(choicesFor(because, { ...READ, seesCase: false })).toEqual(['discard']);
	});

	it('is no note where there is no case to keep it in', () => {
		expect(choicesFor('deposited', { ...READ, hasCase: false })).toEqual(['confirm', 'discard']);
	});

	it('can be taken back only where nothing was carried out', () => {
		const all = ['useMine', 'useTheirs', 'keepBothAsNote', 'confirm', 'discard'] as const;
		expect(all.filter(canBeUndone)).toEqual(['useTheirs', 'keepBothAsNote', 'discard']);
	});
});

describe('the day with legal effect that an order names', () => {
	const asked = {
		type: 'requestStage2',
		strandId: 'strand',
		requestedOn: '2026-11-02',
		channel: 'inPerson'
	} as const;

	it('is the one that an officer confirms or corrects', () => {
		expect(legalDayOf(asked)).toBe('2026-11-02');
		expect(withLegalDay(asked, '2026-11-01')).toEqual({ ...asked, requestedOn: '2026-11-01' });
	});

	it('is none of a note', () => {
		const note = { type: 'addNote' } as const;
		expect([legalDayOf(note), withLegalDay(note, '2026-11-01')]).toEqual([null, note]);
	});
});
