import { z } from 'zod';
import { CHANGES } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { LONGEST_LINE, textUpTo } from '#lib/intake/typedText.ts';

/** C8b. Tells staff whether a change may have to be put on hold (guidance 6.5). May be skipped. */
export const changing = question({
	id: '7b',
	title: 'Is something about to change?',
	heading: 'Is something about to change?',
	fields: () => [
		{
			kind: 'checkboxes',
			name: 'changes',
			label: 'Is something about to change?',
			options: options(CHANGES, {
				move: 'I am going to be moved',
				school: 'My school',
				familyTime: 'Seeing my family',
				other: 'Something else',
				nothing: 'No, nothing'
			})
		},
		{
			kind: 'line',
			name: 'changesWhen',
			label: 'When?',
			hint: 'If you do not know, leave it blank.',
			input: 'text'
		}
	],
	schema: z.object({
		changes: z.array(z.enum(CHANGES, 'Pick from the list')).default([]),
		changesWhen: textUpTo(LONGEST_LINE, 'Make this shorter')
	}),
	fill: ({ changes, changesWhen }) => ({
		changes: changes ?? [],
		changesWhen: changesWhen ?? ''
	}),
	record: (answers, { changes, changesWhen }) => ({ ...answers, changes, changesWhen }),
	next: () => '8',
	skip: 'Skip this'
});
