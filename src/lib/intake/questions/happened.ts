import { z } from 'zod';
import { question } from '#lib/intake/question.ts';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';

const MISSING = 'Tell us what happened, or choose another way to tell us';

/** C7. The words, kept as they were typed. */
export const happened = question({
	id: '6',
	title: 'What happened?',
	heading: 'What happened?',
	fields: () => [
		{
			kind: 'textArea',
			name: 'happened',
			label: 'What happened?',
			hint: 'Write as much or as little as you like. Spelling does not matter.',
			rows: 8
		}
	],
	schema: z.object({
		happened: textUpTo(
			LONGEST_TEXT,
			'That is too much for one go. Make it shorter. You can add more later'
		).refine((typed) => typed.trim() !== '', MISSING)
	}),
	fill: ({ happened }) => ({ happened: happened ?? '' }),
	record: (answers, { happened }) => ({ ...answers, happened }),
	isDone: ({ happened }) => happened !== undefined && happened.trim() !== '',
	next: () => '7'
});
