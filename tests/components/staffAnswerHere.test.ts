import { describe, expect, it } from 'vitest';
import { contentOf, writtenFrom } from '#lib/components/staff/views/answer.ts';
import { hasArrived, whereToGoOn, withGiven } from '#lib/components/staff/views/answerHere.ts';
import type { Stage1AnswerContent } from '#lib/wire/stage1Answer.ts';
import { received, triaged } from '../support/complaintHistory.ts';
import { factsOn } from '../support/pulledCase.ts';

const [strand] = factsOn('2026-06-04', [received(), ...triaged()]).complaint.strands;

/** The answer with those words to Jay. */
function told(words: string): Stage1AnswerContent {
	const written = writtenFrom(strand!, null);
	return contentOf({ ...written, parts: written.parts.map((part) => ({ ...part, told: words })) });
}

const [MISSED, SORRY, OTHERS] = [
	told('Visits were missed.'),
	told('We are sorry.'),
	told('Mo is.')
];

describe('an answer that was drafted on a device', () => {
	it('goes on from what the case has where nothing else is here', () => {
		const there = { version: 3, content: MISSED };
		const goesOn = { content: MISSED, version: 3, isUnsaved: false };
		expect(whereToGoOn(strand!, there, null)).toEqual(goesOn);
		expect(whereToGoOn(strand!, null, null)).toEqual({ ...goesOn, content: null, version: 0 });
		// It arrived, and the device was locked before it heard of that.
		const here = { content: MISSED, version: 2, given: [] };
		expect(whereToGoOn(strand!, there, here)).toEqual(goesOn);
	});

	it('goes on from what is here where the case does not have it, or could not be asked', () => {
		const here = { content: SORRY, version: 3, given: [] };
		const goesOn = { content: SORRY, version: 3, isUnsaved: true };
		expect(whereToGoOn(strand!, { version: 3, content: MISSED }, here)).toEqual(goesOn);
		expect(whereToGoOn(strand!, null, here)).toEqual(goesOn);
	});

	it('goes on from what it gave itself, though the reply was lost', () => {
		const here = { content: SORRY, version: 3, given: [MISSED] };
		expect(whereToGoOn(strand!, { version: 4, content: MISSED }, here)).toMatchObject({
			version: 4
		});
	});

	it('keeps its version where somebody else wrote meanwhile, so that saving finds the clash', () => {
		const here = { content: SORRY, version: 3, given: [MISSED] };
		for (const there of [
			{ version: 4, content: OTHERS },
			{ version: 5, content: MISSED }
		]) {
			expect(whereToGoOn(strand!, there, here)).toMatchObject({ version: 3, isUnsaved: true });
			expect(hasArrived(strand!, here, there)).toBe(false);
		}
	});

	it('remembers the first that it gave without an answer, and the last three', () => {
		let given: readonly Stage1AnswerContent[] = [];
		for (const words of ['1', '2', '3', '4', '5', '6']) given = withGiven(given, told(words));
		expect(given).toEqual(['1', '4', '5', '6'].map(told));
	});
});
