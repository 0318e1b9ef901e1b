import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { WayDealtWith } from '#lib/domain/complaint/codes.ts';
import { dayWords } from '#lib/words/dates.ts';
import { isOver } from '#lib/words/public/path.ts';

/** What a child reads who said thank you, or had an idea or a question (2.7). */

/** By when it is promised, and what was done about it since, outside our messages. */
export interface AsidePromise {
	/** Null where no day can be promised. One that is over is promised to nobody. */
	byOn: PlainDate | null;
	today: PlainDate;
	/** Oldest first. */
	dealtWith: readonly { on: PlainDate; how: WayDealtWith }[];
}

/** A thank-you, from when it is sent. */
export function thankedWords({ byOn, today, dealtWith }: AsidePromise): readonly string[] {
	const done = dealtWith.map(({ on, how }) => dealtWithWords(how, on, today));
	const isPassedOn = dealtWith.some(({ how }) => how === 'passedOn');
	const promise =
		byOn === null || isOver(byOn, today)
			? 'We will pass it on.'
			: `We will pass it on by ${dayWords(byOn, today)}.`;
	return [...(isPassedOn ? [] : [promise]), ...done, 'You made someone’s day.'];
}

/** The same of an idea or a question; `wantsAnswer` false: they only wanted to tell us. */
export function ideaWords(
	{ byOn, today, dealtWith }: AsidePromise,
	wantsAnswer: boolean
): readonly string[] {
	const done = dealtWith.map(({ on, how }) => dealtWithWords(how, on, today));
	if (!wantsAnswer) {
		return ['We will read it, and tell the people who can change things.', ...done];
	}
	const promise =
		byOn === null || isOver(byOn, today)
			? 'You will get an answer.'
			: `You will get an answer by ${dayWords(byOn, today)}.`;
	const isAnswered = dealtWith.some(({ how }) => how !== 'passedOn');
	return [
		...(isAnswered ? [] : [promise]),
		...done,
		'If you are not happy with it, you can turn it into a complaint.'
	];
}

/** What was done about it, outside our messages, by its day. */
const DONE_WORDS = {
	answeredByLetter: 'We answered you by letter',
	answeredByPhone: 'We answered you on the phone',
	answeredInPerson: 'We answered you face to face',
	passedOn: 'We passed it on'
} as const satisfies Record<WayDealtWith, string>;

/** That it was done, for whoever was promised it. */
function dealtWithWords(how: WayDealtWith, on: PlainDate, today: PlainDate): string {
	return `${DONE_WORDS[how]}, ${dayWords(on, today)}.`;
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
