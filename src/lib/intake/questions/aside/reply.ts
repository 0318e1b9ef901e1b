import { z } from 'zod';
import { YES_NO } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';

/** Only who wants a reply to a thank-you gets a code (2.7). Its button sends it. */
export const reply = question({
	id: '43',
	title: 'Do you want a reply?',
	heading: 'Do you want a reply?',
	fields: () => [
		{
			kind: 'radios',
			name: 'wantsReply',
			label: 'Do you want a reply?',
			options: options(YES_NO, {
				yes: 'Yes. I will come back with a code',
				no: 'No'
			})
		}
	],
	schema: z.object({
		wantsReply: z.enum(YES_NO, 'Choose if you want a reply').default('' as never)
	}),
	fill: ({ wantsReply }) => ({ wantsReply }),
	record: (answers, { wantsReply }) => ({ ...answers, door: 'thanks', wantsReply }),
	isDone: ({ wantsReply }) => wantsReply !== undefined,
	next: () => '12',
	button: 'Send it'
});
