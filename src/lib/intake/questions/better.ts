import { z } from 'zod';
import { WISHES } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';

/** C8. May be skipped. "Stop something happening" asks what is about to change. */
export const better = question({
	id: '7',
	title: 'What would make it better?',
	heading: 'What would make it better?',
	fields: () => [
		{
			kind: 'checkboxes',
			name: 'wishes',
			label: 'What would make it better?',
			hint: 'Pick as many as you like.',
			options: options(WISHES, {
				sorry: 'Say sorry',
				why: 'Tell me why',
				change: 'Change something',
				stop: 'Stop something happening',
				sortOut: 'Sort it out quickly, with me',
				listen: 'Just listen',
				notSure: 'I do not know yet'
			})
		},
		{
			kind: 'textArea',
			name: 'wishesMore',
			label: 'Tell us more',
			hint: 'You can leave this blank.',
			rows: 3
		}
	],
	schema: z.object({
		wishes: z.array(z.enum(WISHES, 'Pick from the list')).default([]),
		wishesMore: textUpTo(
			LONGEST_TEXT,
			'That is too much for one go. Make it shorter. You can add more later'
		)
	}),
	fill: ({ wishes, wishesMore }) => ({ wishes: wishes ?? [], wishesMore: wishesMore ?? '' }),
	record: (answers, { wishes, wishesMore }) => ({ ...answers, wishes, wishesMore }),
	next: ({ wishes }) => (wishes?.includes('stop') ? '7b' : '8'),
	skip: 'Skip this'
});
