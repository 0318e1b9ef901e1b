import { z } from 'zod';
import { LINKS } from '#lib/intake/codes.ts';
import { question } from '#lib/intake/question.ts';
import { LINK_HINTS, LINK_LABELS } from '#lib/words/public/adults.ts';

/** B1. The one fact besides the words that an adult has to give: standing hangs on it (s.26(3)). */
export const link = question({
	id: '31',
	title: 'What is your link to the child?',
	heading: 'What is your link to the child?',
	fields: () => [
		{
			kind: 'radios',
			name: 'link',
			label: 'What is your link to the child?',
			options: LINKS.map((code) => ({ code, label: LINK_LABELS[code], hint: LINK_HINTS[code] }))
		}
	],
	schema: z.object({
		link: z.enum(LINKS, 'Choose your link to the child').default('' as never)
	}),
	fill: ({ link }) => ({ link }),
	record: (answers, { link }) => ({ ...answers, link }),
	isDone: ({ link }) => link !== undefined,
	next: () => '32'
});
