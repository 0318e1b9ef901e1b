import { z } from 'zod';
import { ADVOCATE_ANSWERS } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import { ADVOCATE_IS } from '#lib/words/public/advocate.ts';

/** C9. Shown to every child, however they tell us (Advocacy Regulations 2004). */
export const advocate = question({
	id: '8',
	title: 'Do you want someone on your side?',
	heading: 'Do you want someone on your side?',
	lead: () => [ADVOCATE_IS],
	fields: () => [
		{
			kind: 'radios',
			name: 'advocate',
			label: 'Do you want someone on your side?',
			options: options(ADVOCATE_ANSWERS, {
				yes: 'Yes, ask them to contact me',
				have: 'I already have one',
				notNow: 'Not now. You can ask me again'
			})
		}
	],
	schema: z.object({
		advocate: z.enum(ADVOCATE_ANSWERS, 'Choose one. You can pick ‘Not now’').default('' as never)
	}),
	fill: ({ advocate }) => ({ advocate }),
	record: (answers, { advocate }) => ({ ...answers, advocate }),
	isDone: ({ advocate }) => advocate !== undefined,
	next: ({ advocate }) => (advocate === 'yes' ? '8b' : '9')
});
