import { z } from 'zod';
import { TELLERS } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';

/** C3. One of the two facts that are needed. */
export const who = question({
	id: '2',
	title: 'Who is telling us?',
	heading: 'Who is telling us?',
	fields: () => [
		{
			kind: 'radios',
			name: 'who',
			label: 'Who is telling us?',
			hint: 'Pick the one that fits best.',
			options: options(TELLERS, {
				child: 'Me. I am a child or young person',
				helper: 'I am helping a child or young person say it',
				adult: 'I am an adult and this is my own complaint'
			})
		}
	],
	schema: z.object({ who: z.enum(TELLERS, 'Choose who is telling us').default('' as never) }),
	fill: ({ who }) => ({ who }),
	record: (answers, { who }) => ({ ...answers, who }),
	isDone: ({ who }) => who !== undefined,
	next: ({ who }) => (who === undefined || who === 'child' ? '3' : '2a')
});
