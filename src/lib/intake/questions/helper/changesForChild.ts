import { z } from 'zod';
import { CHANGES } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { LONGEST_LINE, textUpTo } from '#lib/intake/typedText.ts';

/** What is about to change for the child, which may have to wait (guidance 6.5). May be skipped. */
export const changesForChild = question({
	id: '28b',
	title: 'What is about to change?',
	heading: 'What is about to change for the child?',
	fields: () => [
		{
			kind: 'checkboxes',
			name: 'changesForChild',
			label: 'What is about to change for the child?',
			options: options(CHANGES, {
				move: 'They are going to be moved',
				school: 'Their school',
				familyTime: 'Time with their family',
				other: 'Something else',
				nothing: 'Nothing'
			})
		},
		{
			kind: 'line',
			name: 'changesForChildWhen',
			label: 'When?',
			hint: 'If you do not know, leave it blank.',
			input: 'text'
		}
	],
	schema: z.object({
		changesForChild: z.array(z.enum(CHANGES, 'Pick from the list')).default([]),
		changesForChildWhen: textUpTo(LONGEST_LINE, 'Make this shorter')
	}),
	fill: ({ changes, changesWhen }) => ({
		changesForChild: changes ?? [],
		changesForChildWhen: changesWhen ?? ''
	}),
	record: (answers, { changesForChild, changesForChildWhen }) => ({
		...answers,
		changes: changesForChild,
		changesWhen: changesForChildWhen
	}),
	next: () => '29',
	skip: 'Skip this'
});
