import { describe, expect, it, test } from 'vitest';
import { personOfAnswers } from '#lib/domain/triage/linkedPersons.ts';
import { personOf } from '#lib/domain/triage/persons.ts';

describe('who an adult is, by the link they chose (Children Act 1989 s.26(3); rules 2.2)', () => {
	test.each([
		['parent', 'P4'],
		['responsibility', 'P5'],
		['guardian', 'P5'],
		['fosterCarer', 'P6'],
		['adopter', 'P8'],
		['relative', 'P12'],
		['other', 'P12']
	])('%s is taken for %s to begin with', (link, person) => {
		expect(personOfAnswers({ link, aboutWhom: 'care' })).toBe(person);
		expect(personOfAnswers({ link, aboutWhom: 'notSure' })).toBe(person);
	});

	it('is somebody about their own treatment where it is about nothing else', () => {
		expect(personOfAnswers({ link: 'parent', aboutWhom: 'treated' })).toBe('P13');
	});

	it('is nobody in particular where nothing, or nothing we know, was said', () => {
		expect(personOfAnswers({})).toBeNull();
		expect(personOfAnswers({ link: 'toString' })).toBeNull();
	});

	it('asks for a decision on interest of a relative, and of whoever is neither (reg 12)', () => {
		expect(personOf('P12').standing).toBe('withInterest');
	});
});
