import { z } from 'zod';
import { YES_NO } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';

/** Whether they want an answer to it (2.7). Without one it goes by way of the check page. */
export const wantsAnswer = question({
	id: '53',
	title: 'Do you want an answer?',
	heading: 'Do you want an answer?',
	fields: () => [
		{
			kind: 'radios',
			name: 'wantsAnswer',
			label: 'Do you want an answer?',
			options: options(YES_NO, { yes: 'Yes', no: 'No, I just want to tell you' })
		}
	],
	schema: z.object({
		wantsAnswer: z.enum(YES_NO, 'Choose if you want an answer').default('' as never)
	}),
	fill: ({ wantsAnswer }) => ({ wantsAnswer }),
	record: (answers, { wantsAnswer }) => ({ ...answers, door: 'idea', wantsAnswer }),
	isDone: ({ wantsAnswer }) => wantsAnswer !== undefined,
	next: ({ wantsAnswer }) => (wantsAnswer === 'no' ? '11' : '54')
});
