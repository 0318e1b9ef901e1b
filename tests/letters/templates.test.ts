import { describe, expect, it, test } from 'vitest';
import { findTemplateFaults } from '#lib/letters/checkTemplate.ts';
import { blocksOf, plainWords } from '#lib/letters/document.ts';
import { templateFaultWords } from '#lib/letters/faultWords.ts';
import { LETTER_FIELDS, type FieldName } from '#lib/letters/fields.ts';
import { READERS, type Party, type Reader } from '#lib/letters/parties.ts';
import { compileTemplate, fillFields, fillIn } from '#lib/letters/template.ts';

const problemsOf = (source: string, reader: Reader = 'complainant') => {
	const compiled = compileTemplate(source, reader);
	return 'problems' in compiled ? compiled.problems : [];
};
const filled = (source: string, facts: Parameters<typeof fillIn>[1]) => {
	const compiled = compileTemplate(source, 'complainant');
	if ('problems' in compiled) throw new Error(JSON.stringify(compiled.problems));
	return fillIn(compiled.template, facts);
};

/** Whose details each reader may have, written out again. Nobody else's may be merged. */
const MAY_READ: Record<Reader, readonly Party[]> = {
	complainant: ['reader', 'complainant', 'council'],
	child: ['reader', 'child', 'council'],
	reviewingOfficer: ['reader', 'child', 'council'],
	advocate: ['reader', 'child', 'council']
};

describe('whose details a letter may be merged with (rules 6.3 DP-3, DP-4, DP-13)', () => {
	const all = Object.entries(LETTER_FIELDS);
	test.each(READERS)('a letter to the %s takes no field of another party', (reader) => {
		for (const [field, { owner }] of all) {
			const expected = MAY_READ[reader].includes(owner)
				? []
				: [{ code: 'anothersField', line: 3, field, owner, reader }];
			expect(problemsOf(`# Title\n\nIt is {${field}}.`, reader)).toEqual(expected);
			expect(problemsOf(`# Title\n\n[if ${field}]\nYes.\n[end]`, reader)).toEqual(expected);
			expect(problemsOf(`# Title\n\n[if no ${field}]\nNo.\n[end]`, reader)).toEqual(expected);
		}
	});

	it('has fields of every party, so that the refusal can say whose it is', () => {
		const owners = new Set(all.map(([, { owner }]) => owner));
		expect([...owners].sort()).toEqual(
			['child', 'complainant', 'council', 'helper', 'otherParent', 'reader', 'staffMember'].sort()
		);
	});
});

describe('the language of a letter', () => {
	it('merges what is known and leaves the rest in its braces', () => {
		expect(filled('# Title\n\nBy {dueOn}, {answererName}.', { answererName: 'Mo' })).toBe(
			'# Title\n\nBy {dueOn}, Mo.'
		);
	});

	it('shows a part only where its field is known, or only where it is not', () => {
		const source =
			'# Title\n\n[if reason]\nWhy: {reason}\n[end]\n[if no reason]\nNo reason.\n[end]';
		expect(filled(source, { reason: 'Snow.' })).toBe('# Title\n\nWhy: Snow.');
		expect(filled(source, {})).toBe('# Title\n\nNo reason.');
		expect(filled(source, { reason: '  ' })).toBe('# Title\n\nNo reason.');
	});

	it('takes braces in what a person wrote for words, never for a field', () => {
		const name: FieldName = 'reason';
		expect(fillFields('Because {reason}', { [name]: 'of {childName}' })).toBe(
			'Because of (childName)'
		);
	});

	it('knows a title, headings, paragraphs with their lines, and lists', () => {
		expect(blocksOf('# One\n\nTwo\nlines\n- a\n- b\n\n## Three')).toEqual([
			{ kind: 'title', text: 'One' },
			{ kind: 'paragraph', text: 'Two\nlines' },
			{ kind: 'list', items: ['a', 'b'] },
			{ kind: 'heading', text: 'Three' }
		]);
		expect(plainWords('# One\n\n- a\n- b')).toBe('One\n\n- a\n- b');
	});

	test.each([
		['# T\n\n{nobody}', 'Line 3: there is no field {nobody}. Choose one from the list.'],
		['# T\n\n{reference', 'Line 3: a brace or a bracket is not right.'],
		['# T\n\n[if reference', 'Line 3: a brace or a bracket is not right.'],
		['# T\n\n[if reason]\n[if dueOn]\nx\n[end]', 'Line 4: one [if] stands inside another.'],
		['# T\n\n[if reason]\nx', 'Line 3: this [if] has no [end].'],
		['# T\n\nx\n[end]', 'Line 4: this [end] has no [if] before it.'],
		['Hello', 'Line 1: the letter has no title.'],
		[
			'# T\n\nAbout {staffMemberName}',
			'Line 3: {staffMemberName} belongs to the person complained about, and this letter goes to the person who complained. Take it out.'
		]
	])('%o is refused, and the sentence says where', (source, sentence) => {
		expect(problemsOf(source).map(templateFaultWords)[0]).toContain(sentence);
	});
});

describe('a template that does not do its work cannot be kept', () => {
	const letter = { reader: 'complainant', mustSay: ['newDueOn'] } as const;
	const faultsOf = (source: string, audience: 'adult' | 'child' = 'child') =>
		findTemplateFaults({ source, audience, letter }).map(templateFaultWords);

	it('is kept where there is nothing wrong with it', () => {
		expect(faultsOf('# More time\n\nYour new date is {newDueOn}.')).toEqual([]);
	});

	it('is refused without a fact that it must say', () => {
		expect(faultsOf('# More time\n\nWe need more time.')).toEqual([
			'The letter must say {newDueOn}: the new date. Put it where it is never left out.'
		]);
	});

	it('is refused where that fact may be left out', () => {
		const source = '# More time\n\n[if newDueOn]\nYour new date is {newDueOn}.\n[end]';
		expect(faultsOf(source)).toHaveLength(1);
	});

	it('is refused with a word that hurts, and says the line and what to say instead', () => {
		expect(faultsOf('# More time\n\nBy {newDueOn}.\n\nYour placement waits.')).toEqual([
			'Line 5: do not write "placement". Say "home" instead.'
		]);
		expect(faultsOf('# T\n\nUnfortunately {newDueOn}.', 'adult')).toEqual([
			'Line 3: leave out "Unfortunately".'
		]);
	});

	it('is refused where a child could not read it', () => {
		const hard =
			'# T\n\nBy {newDueOn}. Representations concerning organisational accountability necessitate comprehensive consideration.\n\nConsequently considerable deliberation immediately precedes determination of responsibility by authorised representatives.';
		expect(faultsOf(hard)[0]).toMatch(/^The reading grade is \d+\.\d, and the limit is 4\./);
	});

	it('is refused with a sentence too long, in the child version sooner than in the adult', () => {
		const long =
			'# T\n\nBy {newDueOn}.\n\nWe will come and see you at your home on the day that you said is good.';
		expect(faultsOf(long, 'adult')).toEqual([]);
		expect(faultsOf(long, 'child')[0]).toMatch(
			/^Line 5: a sentence has 17 words, and the limit is 15/
		);
	});

	it('is refused with an address typed into it', () => {
		expect(faultsOf('# T\n\nBy {newDueOn}.\n\nCome to 14 Mill Lane.')).toEqual([
			expect.stringContaining('Line 5: "14 Mill Lane" looks like an address or a number')
		]);
	});
});
