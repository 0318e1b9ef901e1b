import { z } from 'zod';
import { question } from '#lib/intake/question.ts';
import { firstReachPage } from '#lib/intake/questions/reach.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_NAME } from '#lib/intake/typedText.ts';

/** C10. Any name will do, or none. */
export const name = question({
	id: '9',
	title: 'What should we call you?',
	heading: 'What should we call you?',
	fields: () => [
		{
			kind: 'line',
			name: 'name',
			label: 'What should we call you?',
			hint: 'You can make up a name. You can leave this blank.',
			input: 'text'
		}
	],
	schema: z.object({ name: textUpTo(LONGEST_NAME, 'Make the name shorter: 100 letters at most') }),
	fill: ({ name }) => ({ name: name ?? '' }),
	record: (answers, { name }) => ({ ...answers, name: name.trim() }),
	next: firstReachPage
});
