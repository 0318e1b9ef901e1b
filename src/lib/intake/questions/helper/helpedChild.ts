import { z } from 'zod';
import { question } from '#lib/intake/question.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_LINE } from '#lib/intake/typedText.ts';

/** The child they speak for. May be left blank. */
export const helpedChild = question({
	id: '29',
	title: 'What is the child called?',
	heading: 'What is the child called?',
	fields: () => [
		{
			kind: 'line',
			name: 'helpedName',
			label: 'What is the child called?',
			hint: 'Any name they go by. You can leave this blank.',
			input: 'text'
		}
	],
	schema: z.object({ helpedName: textUpTo(LONGEST_LINE, 'Make this shorter') }),
	fill: ({ childName }) => ({ helpedName: childName ?? '' }),
	record: (answers, { helpedName }) => ({ ...answers, childName: helpedName.trim() }),
	next: () => '30'
});
