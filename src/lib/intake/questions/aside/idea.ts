import { z } from 'zod';
import type { Answers } from '#lib/intake/answers.ts';
import { MAY_HAVE_TO_TELL } from '#lib/intake/questions/aside/mayHaveToTell.ts';
import { question } from '#lib/intake/question.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT, TOO_MUCH } from '#lib/intake/typedText.ts';

/** The first page of an idea or a question (2.7). */
export const idea = question({
	id: '51',
	title: 'What is your idea or question?',
	heading: 'What is your idea or question?',
	lead: () => [MAY_HAVE_TO_TELL],
	fields: () => [
		{
			kind: 'textArea',
			name: 'idea',
			label: 'What is your idea or question?',
			hint: 'Write as much or as little as you like.',
			rows: 6
		},
		{
			kind: 'files',
			name: 'ideaFiles',
			label: 'Add a recording, photo or picture',
			in: 'ideaFiles'
		}
	],
	schema: z.object({
		idea: textUpTo(LONGEST_TEXT, TOO_MUCH)
	}),
	fill: ({ idea }) => ({ idea: idea ?? '' }),
	record: (answers, { idea }) => ({
		...answers,
		door: 'idea',
		idea
	}),
	missing: (answers): Readonly<Record<string, string>> =>
		isTold(answers) ? {} : { idea: 'Tell us your idea or question' },
	isDone: isTold,
	next: () => '52'
});

function isTold({ idea, ideaFiles }: Answers): boolean {
	return (idea ?? '').trim() !== '' || (ideaFiles ?? []).length > 0;
}
