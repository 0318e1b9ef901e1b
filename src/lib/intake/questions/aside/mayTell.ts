import { z } from 'zod';
import { MAY_TELL } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';

/** Whether those who are thanked may know by whom (2.7). */
export const mayTell = question({
	id: '42',
	title: 'Can we tell them it was you?',
	heading: 'Can we tell them it was you?',
	fields: () => [
		{
			kind: 'radios',
			name: 'mayTell',
			label: 'Can we tell them it was you?',
			options: options(MAY_TELL, { yes: 'Yes', noName: 'Yes, but not my name', no: 'No' })
		}
	],
	schema: z.object({
		mayTell: z.enum(MAY_TELL, 'Choose what we can tell them').default('' as never)
	}),
	fill: ({ mayTell }) => ({ mayTell }),
	record: (answers, { mayTell }) => ({ ...answers, door: 'thanks', mayTell }),
	isDone: ({ mayTell }) => mayTell !== undefined,
	next: () => '43'
});
