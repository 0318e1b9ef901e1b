import { z } from 'zod';
import { WISHES } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';

/** B6: the wishes of C8, as an adult says them. May be skipped. */
export const theirWishes = question({
	id: '37',
	title: 'What would put it right?',
	heading: 'What would put it right?',
	fields: () => [
		{
			kind: 'checkboxes',
			name: 'theirWishes',
			label: 'What would put it right?',
			options: options(WISHES, {
				sorry: 'Say sorry',
				why: 'Explain why',
				change: 'Change something',
				stop: 'Stop something happening',
				sortOut: 'Sort it out quickly, with me',
				listen: 'Just listen',
				notSure: 'I do not know yet'
			})
		},
		{
			kind: 'textArea',
			name: 'theirWishesMore',
			label: 'Tell us more (you can leave this blank)',
			rows: 3
		}
	],
	schema: z.object({
		theirWishes: z.array(z.enum(WISHES, 'Pick from the list')).default([]),
		theirWishesMore: textUpTo(
			LONGEST_TEXT,
			'That is too much for one go. Make it shorter. You can add more later'
		)
	}),
	fill: ({ wishes, wishesMore }) => ({
		theirWishes: wishes ?? [],
		theirWishesMore: wishesMore ?? ''
	}),
	record: (answers, { theirWishes, theirWishesMore }) => ({
		...answers,
		wishes: theirWishes,
		wishesMore: theirWishesMore
	}),
	next: ({ wishes }) => (wishes?.includes('stop') ? '37b' : '38'),
	skip: 'Skip this'
});
