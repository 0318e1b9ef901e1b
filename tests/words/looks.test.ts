import { expect, it, test } from 'vitest';
import { isAdvocatesLook, lookWords, seenWords } from '#lib/words/looks.ts';

test.each([
	[1, 0, 'Seen by 1 person.'],
	[4, 0, 'Seen by 4 people.'],
	[4, 1, 'Seen by 4 people and 1 advocate.'],
	[1, 2, 'Seen by 1 person and 2 advocates.']
])('%i of the council and %i advocates: %s', (people, advocates, words) => {
	expect(seenWords({ people, advocates })).toBe(words);
});

it('tells an advocate’s look from one of the council, whatever they looked at', () => {
	expect(['advocate', 'advocateFile'].every(isAdvocatesLook)).toBe(true);
	expect(['case', 'file', 'papers'].some(isAdvocatesLook)).toBe(false);
	expect(lookWords('advocateFile')).toContain('share with their advocate');
});
