import { expect, it } from 'vitest';
import { findEasierIcon, findOptionIcon } from '#lib/components/public/optionIcons.ts';
import { NO_ANSWERS } from '#lib/intake/answers.ts';
import { QUESTIONS } from '#lib/intake/questions.ts';
import { AGREE } from '#lib/words/public/agree.ts';
import { HOW_WE_DID_QUESTIONS } from '#lib/words/public/howWeDid.ts';
import { HELP_WORDS, TALK_WORDS, WHEN_WORDS, WHO_WORDS } from '#lib/words/public/more.ts';

/** What is asked behind the six words, by its codes. */
const BEHIND = [
	...Object.keys(AGREE.options),
	...HOW_WE_DID_QUESTIONS.flatMap(({ answers }) => Object.keys(answers)),
	...Object.keys({ ...HELP_WORDS, ...TALK_WORDS, ...WHEN_WORDS, ...WHO_WORDS }),
	...['stage2', 'stage3', 'talk', 'content', 'think', 'all', 'some', 'pause', 'nameOnly', 'story']
];

it('has in the easier view a picture of our own for every option of the form', () => {
	const options = QUESTIONS.flatMap((question) =>
		question
			.fields(NO_ANSWERS)
			.flatMap((field) =>
				'options' in field
					? field.options.map(({ code }) => [question.id, field.name, code] as const)
					: []
			)
	);
	expect(options.length).toBeGreaterThan(100);
	expect(options.filter((option) => findEasierIcon(...option) === null)).toEqual([]);
});

it('and for every one behind the six words', () => {
	expect(BEHIND.filter((code) => findEasierIcon(null, '', code) === null)).toEqual([]);
});

it('shows the same picture as the usual view where that has one', () => {
	expect(findEasierIcon('4', 'how', 'call')).toBe(findOptionIcon('4', 'call'));
	expect(findEasierIcon('8', 'advocate', 'yes')).toBe('advocate');
	expect(findEasierIcon('3', 'safe', 'yes')).toBe('agree');
	expect(findEasierIcon(null, 'agree', 'all')).toBe('agree');
	expect(findEasierIcon(null, 'stop', 'all')).toBe('stop');
});
