import { z } from 'zod';
import { ABOUT_WHOM } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { ABOUT_WHOM_LABELS, ABOUT_WHOM_LEAD } from '#lib/words/public/adults.ts';

/** B2. Tells which procedure it may be; nobody has to know that to answer it. */
export const aboutWhom = question({
	id: '33',
	title: 'What is this about?',
	heading: 'Is this about the child’s care, or how you were treated?',
	lead: () => [ABOUT_WHOM_LEAD],
	fields: () => [
		{
			kind: 'radios',
			name: 'aboutWhom',
			label: 'Is this about the child’s care, or how you were treated?',
			options: options(ABOUT_WHOM, ABOUT_WHOM_LABELS)
		}
	],
	schema: z.object({
		aboutWhom: z
			.enum(ABOUT_WHOM, 'Choose what it is about. You can pick ‘I am not sure’')
			.default('' as never)
	}),
	fill: ({ aboutWhom }) => ({ aboutWhom }),
	record: (answers, { aboutWhom }) => ({ ...answers, aboutWhom }),
	isDone: ({ aboutWhom }) => aboutWhom !== undefined,
	next: () => '34'
});
