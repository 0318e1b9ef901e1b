import { z } from 'zod';
import { YES_NO_NOT_SURE } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { OTHERS_CHECK } from '#lib/words/public/adults.ts';

/** B8: asked before any number, so that no message reaches somebody who means harm. */
export const othersCheck = question({
	id: '39',
	title: 'Your messages',
	heading: OTHERS_CHECK.heading,
	lead: () => [OTHERS_CHECK.lead],
	fields: () => [
		{
			kind: 'radios',
			name: 'othersCheck',
			label: OTHERS_CHECK.heading,
			options: options(YES_NO_NOT_SURE, {
				yes: 'Yes, or they could',
				no: 'No',
				notSure: 'I am not sure'
			})
		}
	],
	schema: z.object({
		othersCheck: z
			.enum(YES_NO_NOT_SURE, 'Choose an answer. You can pick ‘I am not sure’')
			.default('' as never)
	}),
	fill: ({ othersCheck }) => ({ othersCheck }),
	record: (answers, { othersCheck }) => ({ ...answers, othersCheck }),
	isDone: ({ othersCheck }) => othersCheck !== undefined,
	next: () => '9'
});
