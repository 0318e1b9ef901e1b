import { z } from 'zod';
import { FOR_WHOM } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';

/** Whether an idea is about one child or about everybody (2.7). */
export const forWhom = question({
	id: '52',
	title: 'Is it about you, or about everyone?',
	heading: 'Is it about you, or about everyone?',
	fields: () => [
		{
			kind: 'radios',
			name: 'forWhom',
			label: 'Is it about you, or about everyone?',
			options: options(FOR_WHOM, { me: 'It is about me', everyone: 'It is about everyone' })
		}
	],
	schema: z.object({
		forWhom: z.enum(FOR_WHOM, 'Choose who it is about').default('' as never)
	}),
	fill: ({ forWhom }) => ({ forWhom }),
	record: (answers, { forWhom }) => ({ ...answers, door: 'idea', forWhom }),
	isDone: ({ forWhom }) => forWhom !== undefined,
	next: () => '53'
});
