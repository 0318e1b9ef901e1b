import { z } from 'zod';
import { CHILD_KNOWS } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { CHILD_KNOWS_LABELS } from '#lib/words/public/helping.ts';

/** A2. Whether the child knows. "No" stops nobody: we talk to the child first. */
export const childKnows = question({
	id: '22',
	title: 'Does the child know?',
	heading: 'Does the child know you are telling us?',
	fields: () => [
		{
			kind: 'radios',
			name: 'childKnows',
			label: 'Does the child know you are telling us?',
			options: options(CHILD_KNOWS, CHILD_KNOWS_LABELS)
		}
	],
	schema: z.object({
		childKnows: z.enum(CHILD_KNOWS, 'Choose if the child knows').default('' as never)
	}),
	fill: ({ childKnows }) => ({ childKnows: childKnows }),
	record: (answers, { childKnows }) => ({ ...answers, childKnows: childKnows }),
	isDone: ({ childKnows }) => childKnows !== undefined,
	next: () => '23'
});
