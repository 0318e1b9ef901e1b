import { z } from 'zod';
import { YES_NO_NOT_SURE } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';

/** B3. Nothing is refused by it: an officer decides which parts wait (SI 2006/1738 reg 8). */
export const court = question({
	id: '34',
	title: 'Is anything else going on?',
	heading: 'Is a court looking at this now?',
	fields: () => [
		{
			kind: 'radios',
			name: 'court',
			label: 'Is a court looking at this now?',
			options: options(YES_NO_NOT_SURE, { yes: 'Yes', no: 'No', notSure: 'I am not sure' })
		}
	],
	schema: z.object({
		court: z
			.enum(YES_NO_NOT_SURE, 'Choose an answer. You can pick ‘I am not sure’')
			.default('' as never)
	}),
	fill: ({ court }) => ({ court }),
	record: (answers, { court }) => ({ ...answers, court }),
	isDone: ({ court }) => court !== undefined,
	next: () => '34b'
});
