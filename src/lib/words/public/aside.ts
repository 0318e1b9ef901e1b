import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dayWords } from '#lib/words/dates.ts';

/** What a child reads who said thank you, or had an idea or a question (2.7). */

/** Once it is sent. `byOn` null: no day can be promised. */
export function thankedWords(byOn: PlainDate | null, today: PlainDate): readonly string[] {
	return [
		byOn === null ? 'We will pass it on.' : `We will pass it on by ${dayWords(byOn, today)}.`,
		'You made someone’s day.'
	];
}

/** The same of an idea or a question; `wantsAnswer` false: they only wanted to tell us. */
export function ideaWords(
	byOn: PlainDate | null,
	{ today, wantsAnswer }: { today: PlainDate; wantsAnswer: boolean }
): readonly string[] {
	if (!wantsAnswer) return ['We will read it, and tell the people who can change things.'];
	return [
		byOn === null
			? 'You will get an answer.'
			: `You will get an answer by ${dayWords(byOn, today)}.`,
		'If you are not happy with it, you can turn it into a complaint.'
	];
}

/** In place of the first page, where a complaint was begun and is neither sent nor saved. */
export const BEGUN_ELSE = {
	title: 'Not sent yet',
	heading: 'You have begun to tell us something',
	lines: [
		'We do not have it yet. Finish it first, or save it for later.',
		'Then you can come back here.'
	],
	carryOn: 'Carry on telling us',
	save: 'Save what I began'
} as const;

/** Their own page. */
export const ASIDE = {
	thanks: 'We have your thank-you',
	idea: 'We have your idea or question',
	turn: 'Make this a complaint',
	turnHint: 'We keep all you wrote, and the day you told us.'
} as const;

/** It was turned into a complaint; what the team reads as a message of theirs. */
export const TURNED = 'This is now a complaint. The day you told us stays the same.';
export const TURN_MESSAGE = 'I want to make this a complaint.';
