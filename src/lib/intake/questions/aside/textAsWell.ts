import { z } from 'zod';
import { WHO_CAN_SEE } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { isTelephone, LONGEST_LINE } from '#lib/intake/typedText.ts';
import { EXAMPLE_NUMBER } from '#lib/words/telephones.ts';

const WRONG_NUMBER = `Type a phone number, like ${EXAMPLE_NUMBER}, or leave it blank`;

/** How the answer reaches them: by their code, and by a text that says no more than that. It sends. */
export const textAsWell = question({
	id: '54',
	title: 'How can we get back to you?',
	heading: 'How can we get back to you?',
	lead: () => ['You get a secret code. Come back with it to read the answer.'],
	fields: () => [
		{
			kind: 'line',
			name: 'textTo',
			label: 'Do you want a text as well? Type your phone number',
			hint: 'You can leave this blank. The text will say: ‘You have a new message.’',
			input: 'tel'
		},
		{
			kind: 'radios',
			name: 'textSeenBy',
			label: 'Who else can see this phone?',
			options: options(WHO_CAN_SEE, {
				justMe: 'Just me',
				others: 'Other people can',
				notSure: 'Not sure'
			})
		}
	],
	schema: z
		.object({
			textTo: textUpTo(LONGEST_LINE, WRONG_NUMBER).refine(
				(typed) => typed.trim() === '' || isTelephone(typed.trim()),
				WRONG_NUMBER
			),
			textSeenBy: z.enum(WHO_CAN_SEE).nullable().default(null)
		})
		.refine(({ textTo, textSeenBy }) => textTo.trim() === '' || textSeenBy !== null, {
			path: ['textSeenBy'],
			message: 'Choose who else can see this phone'
		}),
	fill: ({ reachDetails }) => ({
		textTo: reachDetails?.textMessage?.to ?? '',
		textSeenBy: reachDetails?.textMessage?.whoCanSee ?? null
	}),
	record: (answers, { textTo, textSeenBy }) => {
		const to = textTo.trim();
		if (to === '') return { ...answers, door: 'idea', reach: ['code'] };
		const details = { to, whoCanSee: textSeenBy, voicemail: null, goodTimes: [] };
		return {
			...answers,
			door: 'idea',
			reach: ['code', 'textMessage'],
			reachDetails: { ...answers.reachDetails, textMessage: details }
		};
	},
	next: () => '12',
	button: 'Send it'
});
