import { z } from 'zod';
import { PICKED_SUBJECTS } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { SUBJECT_LABELS } from '#lib/words/public/picked.ts';

/** C6. In the child's own terms; may be skipped. */
export const about = question({
	id: '5',
	title: 'What is it about?',
	heading: 'What is it about?',
	fields: () => [
		{
			kind: 'checkboxes',
			name: 'about',
			label: 'What is it about?',
			hint: 'Pick as many as you like.',
			options: options(PICKED_SUBJECTS, SUBJECT_LABELS)
		}
	],
	schema: z.object({
		about: z.array(z.enum(PICKED_SUBJECTS, 'Pick from the list')).default([])
	}),
	fill: ({ about }) => ({ about: about ?? [] }),
	record: (answers, { about }) => ({ ...answers, about }),
	next: () => '6',
	skip: 'Skip this'
});
