import { z } from 'zod';
import { SAFETY_ANSWERS } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { mayNotBeSafe } from '#lib/intake/questions/safe.ts';
import { CHILD_DOES_NOT_KNOW, CHILD_SAFE_LEAD } from '#lib/words/public/helping.ts';

/** A5. Asked about the child first, and early; "no" and "not sure" raise the alert. */
export const childSafe = question({
	id: '23',
	title: 'How is the child right now?',
	heading: 'Is the child safe right now?',
	lead: ({ childKnows }) => [
		...(childKnows === 'no' ? [CHILD_DOES_NOT_KNOW] : []),
		CHILD_SAFE_LEAD
	],
	fields: () => [
		{
			kind: 'radios',
			name: 'childSafe',
			label: 'Is the child safe right now?',
			options: options(SAFETY_ANSWERS, {
				yes: 'Yes',
				no: 'No',
				notSure: 'I am not sure',
				notSaying: 'I do not want to say'
			})
		}
	],
	schema: z.object({
		childSafe: z
			.enum(SAFETY_ANSWERS, 'Choose an answer. You can pick ‘I do not want to say’')
			.default('' as never)
	}),
	fill: ({ safe }) => ({ childSafe: safe }),
	record: (answers, { childSafe }) => ({ ...answers, safe: childSafe }),
	isDone: ({ safe }) => safe !== undefined,
	next: ({ safe }) => (mayNotBeSafe(safe) ? '3h' : '24')
});
