import { z } from 'zod';
import { PICKED_SUBJECTS } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { ADULT_SUBJECT_LABELS } from '#lib/words/public/picked.ts';

/** B4: the subjects of C6, as an adult says them. May be skipped. */
export const theirSubjects = question({
	id: '35',
	title: 'Which things is it about?',
	heading: 'Which things is it about?',
	fields: () => [
		{
			kind: 'checkboxes',
			name: 'subjects',
			label: 'Which things is it about?',
			hint: 'Pick as many as you like.',
			options: options(PICKED_SUBJECTS, ADULT_SUBJECT_LABELS)
		}
	],
	schema: z.object({
		subjects: z.array(z.enum(PICKED_SUBJECTS, 'Pick from the list')).default([])
	}),
	fill: ({ about }) => ({ subjects: about ?? [] }),
	record: (answers, { subjects }) => ({ ...answers, about: subjects }),
	next: () => '36',
	skip: 'Skip this'
});
