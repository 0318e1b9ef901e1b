import { z } from 'zod';
import { question } from '#lib/intake/question.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_LINE } from '#lib/intake/typedText.ts';

/** Whom it is about. May be left blank: an officer asks. */
export const whichChild = question({
	id: '38',
	title: 'Who is the child?',
	heading: 'Who is the child?',
	fields: () => [
		{
			kind: 'line',
			name: 'childName',
			label: 'Who is the child?',
			hint: 'Their name. If there is more than one child, give each name. You can leave this blank.',
			input: 'text'
		}
	],
	schema: z.object({ childName: textUpTo(LONGEST_LINE, 'Make this shorter') }),
	fill: ({ childName }) => ({ childName: childName ?? '' }),
	record: (answers, { childName }) => ({ ...answers, childName: childName.trim() }),
	next: () => '39'
});
