import { z } from 'zod';
import { MAY_HAVE_TO_TELL } from '#lib/intake/questions/aside/mayHaveToTell.ts';
import { question } from '#lib/intake/question.ts';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';

const TOO_MUCH = 'That is too much for one go. Make it shorter. You can add more later';

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
		}
	],
	schema: z.object({
		idea: textUpTo(LONGEST_TEXT, TOO_MUCH).refine(
			(typed) => typed.trim() !== '',
			'Tell us your idea or question'
		)
	}),
	fill: ({ idea }) => ({ idea: idea ?? '' }),
	record: (answers, { idea }) => ({
		...answers,
		door: 'idea',
		idea
	}),
	isDone: ({ idea }) => idea !== undefined && idea.trim() !== '',
	next: () => '52'
});
