import { z } from 'zod';
import type { Answers } from '#lib/intake/answers.ts';
import { MAY_HAVE_TO_TELL } from '#lib/intake/questions/aside/mayHaveToTell.ts';
import { question } from '#lib/intake/question.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT, TOO_MUCH } from '#lib/intake/typedText.ts';

/** The first page of a thank-you (2.7). No page asks if they are safe; staff read it the same day. */
export const good = question({
	id: '41',
	title: 'Who or what was good?',
	heading: 'Who or what was good?',
	lead: () => [MAY_HAVE_TO_TELL],
	fields: () => [
		{
			kind: 'textArea',
			name: 'good',
			label: 'Who or what was good?',
			hint: 'You can say a name.',
			rows: 6
		},
		{
			kind: 'files',
			name: 'goodFiles',
			label: 'Add a recording, photo or picture',
			in: 'goodFiles'
		}
	],
	schema: z.object({
		good: textUpTo(LONGEST_TEXT, TOO_MUCH)
	}),
	fill: ({ good }) => ({ good: good ?? '' }),
	record: (answers, { good }) => ({
		...answers,
		door: 'thanks',
		good
	}),
	missing: (answers): Readonly<Record<string, string>> =>
		isTold(answers) ? {} : { good: 'Tell us who or what was good' },
	isDone: isTold,
	next: () => '42'
});

function isTold({ good, goodFiles }: Answers): boolean {
	return (good ?? '').trim() !== '' || (goodFiles ?? []).length > 0;
}
