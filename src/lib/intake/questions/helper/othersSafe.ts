import { z } from 'zod';
import { OTHERS_SAFE } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { mayNotBeSafe, othersMayNotBeSafe } from '#lib/intake/questions/safe.ts';

/** A5, about anyone else. It raises the alert as well; help was shown already where the child may not be safe. */
export const othersSafe = question({
	id: '24',
	title: 'How is everyone else?',
	heading: 'Is anyone else not safe right now?',
	fields: () => [
		{
			kind: 'radios',
			name: 'othersSafe',
			label: 'Is anyone else not safe right now?',
			options: options(OTHERS_SAFE, {
				allSafe: 'Everyone else is safe',
				no: 'Someone else is not safe',
				notSure: 'I am not sure',
				notSaying: 'I do not want to say'
			})
		}
	],
	schema: z.object({
		othersSafe: z
			.enum(OTHERS_SAFE, 'Choose an answer. You can pick ‘I do not want to say’')
			.default('' as never)
	}),
	fill: ({ othersSafe }) => ({ othersSafe: othersSafe }),
	record: (answers, { othersSafe }) => ({ ...answers, othersSafe: othersSafe }),
	isDone: ({ othersSafe }) => othersSafe !== undefined,
	next: ({ safe, othersSafe }) =>
		!mayNotBeSafe(safe) && othersMayNotBeSafe(othersSafe) ? '3h' : '25'
});
