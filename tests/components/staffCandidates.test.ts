import { describe, expect, it } from 'vitest';
import { candidatesFor } from '#lib/components/staff/views/candidates.ts';
import { factsOf } from '#lib/components/staff/views/caseFacts.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import type { PulledCase, PulledStaff } from '#lib/wire/sync.ts';
import { plain, pull, pulledCase } from '../support/pulledCase.ts';
import { FEMI, panelAsked, stage2Answered } from '../support/stage3History.ts';

const person = (
	staffId: string,
	roles: readonly StaffRole[],
	more: Partial<PulledStaff> = {}
): PulledStaff => ({
	staffId,
	displayName: staffId.replace(/^person-|^staff-/, '').replace(/^./, (one) => one.toUpperCase()),
	roles,
	teamId: null,
	lineManagerId: null,
	kind: 'outside',
	validUntil: '2027-06-30' as PlainDate,
	...more
});

const inside = { kind: 'inside', validUntil: null } as const;

const candidates = (
	role: Parameters<typeof candidatesFor>[1],
	staff: readonly PulledStaff[],
	more: Partial<PulledCase> = {}
) => {
	const facts = factsOf(
		pulledCase([...stage2Answered(), panelAsked()], more),
		pull('2026-10-01', { staff })
	);
	const { choices, hint } = candidatesFor(facts, role);
	return { offered: choices.map(({ label }) => label), hint: plain(hint) };
};

describe('who is offered for an appointment', () => {
	it('is who has the role for it, and the sentence says which', () => {
		const staff = [
			person('person-noor', ['panelMember']),
			person('staff-sam', ['complaintsOfficer'], inside),
			person('person-idris', ['investigatingOfficer'], inside)
		];
		const { offered, hint } = candidates('panelChair', staff);
		expect(offered).toEqual(['Noor']);
		expect(hint).toMatch(/^Only people with the role “Panel member” are in the list/);
		expect(candidates('adjudicatingOfficer', staff)).toEqual({
			offered: [],
			hint: expect.stringMatching(
				/^Nobody can be chosen: it takes somebody with the role “Adjudicating officer” or “Director”/
			)
		});
	});

	it('is nobody whose sign-in ended, or whom the case itself forbids, each with the reason', () => {
		const { offered, hint } = candidates('panelMember', [
			person('person-noor', ['panelMember'], { validUntil: '2026-10-01' }),
			person('person-bo', ['panelMember'], { validUntil: '2026-09-30' }),
			person(FEMI, ['panelMember', 'independentPerson']),
			person('staff-jo', ['panelMember'], inside)
		]);
		expect(offered).toEqual(['Noor']);
		expect(hint).toContain('Bo: their sign-in ended Wed 30 Sep');
		expect(hint).toContain('Femi: they are or were the independent person');
		expect(hint).toContain('Jo: they are an officer or member of the council');
	});

	it('has those the rules only warn of, with what they are warned of', () => {
		const { offered } = candidates(
			'adjudicatingOfficer',
			[person('staff-ada', ['adjudicatingOfficer'], inside)],
			{ responderId: 'staff-ada' }
		);
		expect(offered).toEqual(['Ada: take care, they answered at stage 1']);
	});

	it('is never the person complained about, nor who manages them', () => {
		const subject = {
			personId: 'subject',
			part: 'subjectOfComplaint' as const,
			name: 'Kit',
			relation: '',
			staffId: 'staff-kit'
		};
		const { offered, hint } = candidates(
			'adjudicatingOfficer',
			[
				person('staff-kit', ['adjudicatingOfficer'], { ...inside, lineManagerId: 'staff-lou' }),
				person('staff-lou', ['adjudicatingOfficer'], inside)
			],
			{ people: [subject] }
		);
		expect(offered).toEqual([]);
		expect(hint).toContain('Kit: they are complained about');
		expect(hint).toContain('Lou: they manage the person complained about');
	});
});
