import { z } from 'zod';
import { WISHES } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';

/** A7: the wishes of C8, for the child. May be skipped. */
export const wishesForChild = question({
	id: '28',
	title: 'What would make it better for them?',
	heading: 'What would make it better for them?',
	fields: () => [
		{
			kind: 'checkboxes',
			name: 'wishesForChild',
			label: 'What would make it better for them?',
			options: options(WISHES, {
				sorry: 'Say sorry',
				why: 'Explain why',
				change: 'Change something',
				stop: 'Stop something happening',
				sortOut: 'Sort it out quickly, with them',
				listen: 'Just listen to them',
				notSure: 'I do not know yet'
			})
		},
		{
			kind: 'textArea',
			name: 'wishesForChildMore',
			label: 'Tell us more (you can leave this blank)',
			rows: 3
		}
	],
	schema: z.object({
		wishesForChild: z.array(z.enum(WISHES, 'Pick from the list')).default([]),
		wishesForChildMore: textUpTo(
			LONGEST_TEXT,
			'That is too much for one go. Make it shorter. You can add more later'
		)
	}),
	fill: ({ wishes, wishesMore }) => ({
		wishesForChild: wishes ?? [],
		wishesForChildMore: wishesMore ?? ''
	}),
	record: (answers, { wishesForChild, wishesForChildMore }) => ({
		...answers,
		wishes: wishesForChild,
		wishesMore: wishesForChildMore
	}),
	next: ({ wishes }) => (wishes?.includes('stop') ? '28b' : '29'),
	skip: 'Skip this'
});
