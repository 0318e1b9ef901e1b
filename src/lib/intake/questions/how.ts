import { z } from 'zod';
import { WAYS_OF_TELLING } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';

/** C5. With "type" and "record" the words are the second fact that is needed; the others are it. */
export const how = question({
	id: '4',
	title: 'How do you want to tell us?',
	heading: 'How do you want to tell us?',
	fields: () => [
		{
			kind: 'radios',
			name: 'how',
			label: 'How do you want to tell us?',
			hint: 'You can change your mind later.',
			options: options(WAYS_OF_TELLING, {
				type: 'I will type it',
				record: 'I will record my voice',
				someone: 'I want someone on my side to help me',
				call: 'Please call me',
				meet: 'I want to meet someone'
			})
		}
	],
	schema: z.object({
		how: z.enum(WAYS_OF_TELLING, 'Choose how you want to tell us').default('' as never)
	}),
	fill: ({ how }) => ({ how }),
	record: (answers, { how }) => ({ ...answers, how }),
	isDone: ({ how }) => how !== undefined,
	next: ({ how }) => {
		switch (how) {
			case 'someone':
				return '8';
			case 'call':
			case 'meet':
				return '9';
			case 'type':
			case 'record':
			case undefined:
				return '5';
		}
	}
});
