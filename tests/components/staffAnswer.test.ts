import { describe, expect, it, test } from 'vitest';
import { childPartOf, formalPartOf, type WrittenPart } from '#lib/components/staff/views/answer.ts';
import { ELEMENT, received, triaged } from '../support/complaintHistory.ts';
import { factsOn, plain } from '../support/pulledCase.ts';

const facts = factsOn('2026-06-04', [received(), ...triaged()]);

/** One promise in the answer to Jay's part, as the child and as the file read it. */
function promised(what: string, who: string, byOn: string) {
	const part: WrittenPart = {
		elementId: ELEMENT,
		found: '',
		told: '',
		outcome: '',
		sorry: '',
		spokenFirst: '',
		actions: [{ id: 'action-1', what, who, ownerId: '', byOn }]
	};
	const child = childPartOf(part, 0, facts)
		.paragraphs.flat()
		.map((run) => (typeof run === 'string' ? run : run.flagged))
		.join('');
	const formal = formalPartOf(part, 0, facts).paragraphs.find(({ lead }) => lead === 'Action 1:');
	return { child: plain(child), formal: plain(formal?.text) };
}

describe('a promise in an answer', () => {
	test.each([
		['Mo will meet you.', 'Mo', '2026-06-18', 'Mo will meet you. By Thursday 18 June.'],
		[
			'Your room gets a lock',
			'Mo',
			'2026-06-18',
			'Your room gets a lock. Mo will do it. By Thursday 18 June.'
		],
		[
			'We will mend the heater.',
			'Amy, the home',
			'2026-06-18',
			'We will mend the heater. Amy, the home will do it. By Thursday 18 June.'
		],
		[
			'Amy will mend the heater.',
			'Amy, the home',
			'2026-06-18',
			'Amy will mend the heater. By Thursday 18 June.'
		],
		['Tomorrow is the day', 'Mo', '', 'Tomorrow is the day. Mo will do it.'],
		['Mo will meet you.', 'Mo', '2030-01-10', 'Mo will meet you. By Thursday 10 January 2030.']
	])('“%s” by %s on %s is read as: %s', (what, who, byOn, said) => {
		expect(promised(what, who, byOn).child).toBe(said);
	});

	it('is one sentence on the file, with its day and whose it is', () => {
		expect(promised('Mo will meet you.', 'Mo', '2026-06-18').formal).toBe(
			'Mo will meet you, by Thursday 18 June 2026. Owner: Mo.'
		);
		expect(promised('Mend the heater', '', '').formal).toBe('Mend the heater.');
	});
});
