import { z } from 'zod';
import { ADVOCATE_MAY_KNOW } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';

/** C9b. The least comes first. */
export const advocateMayKnow = question({
	id: '8b',
	title: 'What can we tell them?',
	heading: 'What can we tell them?',
	fields: () => [
		{
			kind: 'radios',
			name: 'advocateMayKnow',
			label: 'What can we tell them?',
			options: options(ADVOCATE_MAY_KNOW, {
				nameOnly: 'Only my name and how to reach me',
				story: 'My name, how to reach me, and what I told you'
			})
		}
	],
	schema: z.object({
		advocateMayKnow: z.enum(ADVOCATE_MAY_KNOW, 'Choose what we can tell them').default('' as never)
	}),
	fill: ({ advocateMayKnow }) => ({ advocateMayKnow }),
	record: (answers, { advocateMayKnow }) => ({ ...answers, advocateMayKnow }),
	isDone: ({ advocateMayKnow }) => advocateMayKnow !== undefined,
	next: () => '9'
});
