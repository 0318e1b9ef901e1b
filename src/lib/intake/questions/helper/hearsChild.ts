import { z } from 'zod';
import { HEARS_CHILD } from '#lib/intake/codes.ts';
import { question } from '#lib/intake/question.ts';
import { HEARS_CHILD_HINTS, HEARS_CHILD_LABELS } from '#lib/words/public/helping.ts';

/** A4. How the child has their own say. With a code of their own they need nobody for it. */
export const hearsChild = question({
	id: '26',
	title: 'How do we hear from the child?',
	heading: 'How do we hear from the child?',
	fields: () => [
		{
			kind: 'radios',
			name: 'hearsChild',
			label: 'How do we hear from the child?',
			options: HEARS_CHILD.map((code) => ({
				code,
				label: HEARS_CHILD_LABELS[code],
				hint: HEARS_CHILD_HINTS[code]
			}))
		}
	],
	schema: z.object({
		hearsChild: z.enum(HEARS_CHILD, 'Choose how we hear from the child').default('' as never)
	}),
	fill: ({ hearsChild }) => ({ hearsChild: hearsChild }),
	record: (answers, { hearsChild }) => ({ ...answers, hearsChild: hearsChild }),
	isDone: ({ hearsChild }) => hearsChild !== undefined,
	next: () => '26b'
});
