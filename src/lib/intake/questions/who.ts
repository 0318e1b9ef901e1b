import { z } from 'zod';
import { TELLERS, type Teller } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import type { StepId } from '#lib/intake/steps.ts';

/** The page that follows for each of them. */
export const FIRST_OF = {
	child: '3',
	helper: '21',
	adult: '31'
} as const satisfies Record<Teller, StepId>;

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
	next: ({ who }) => FIRST_OF[who ?? 'child']
});
