import { z } from 'zod';
import { PICKED_SUBJECTS } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';

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
			options: options(PICKED_SUBJECTS, {
				home: 'Where the child lives',
				worker: 'A social worker or another worker',
				family: 'Time with family or friends',
				plan: 'The plan for the child, or meetings',
				school: 'School, college or work',
				money: 'Money and support',
				moving: 'A move, or leaving care',
				feelings: 'The child’s feelings or health',
				records: 'What was written down',
				treatment: 'How I was treated',
				other: 'Something else',
				notSure: 'I am not sure'
			})
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
