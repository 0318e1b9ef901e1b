import { z } from 'zod';
import { SAFETY_ANSWERS } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { mayNotBeSafe } from '#lib/intake/questions/safe.ts';
import { SAFE_LEAD } from '#lib/words/public/adults.ts';

/** B9, asked early as of everyone. It never blocks; "no" and "not sure" raise the same alert. */
export const feelSafe = question({
	id: '32',
	title: 'How are things right now?',
	heading: 'Do you feel safe?',
	lead: () => [SAFE_LEAD],
	fields: () => [
		{
			kind: 'radios',
			name: 'feelSafe',
			label: 'Do you feel safe?',
			options: options(SAFETY_ANSWERS, {
				yes: 'Yes',
				no: 'No',
				notSure: 'I am not sure',
				notSaying: 'I do not want to say'
			})
		}
	],
	schema: z.object({
		feelSafe: z
			.enum(SAFETY_ANSWERS, 'Choose an answer. You can pick ‘I do not want to say’')
			.default('' as never)
	}),
	fill: ({ safe }) => ({ feelSafe: safe }),
	record: (answers, { feelSafe }) => ({ ...answers, safe: feelSafe }),
	isDone: ({ safe }) => safe !== undefined,
	next: ({ safe }) => (mayNotBeSafe(safe) ? '3h' : '33')
});
