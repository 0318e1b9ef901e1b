import { z } from 'zod';
import { isByPartner } from '#lib/intake/partner.ts';
import { question } from '#lib/intake/question.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT, TOO_MUCH } from '#lib/intake/typedText.ts';
import { CHILDS_FILES, CHILDS_WORDS_HINT } from '#lib/words/public/helping.ts';

/** A3. The child’s own words, typed or said, kept apart from those of whoever helps. May be skipped. */
export const childsWords = question({
	id: '25',
	title: 'What does the child want?',
	heading: 'What does the child want, in their own words?',
	fields: () => [
		{
			kind: 'textArea',
			name: 'childsWords',
			label: 'What does the child want, in their own words?',
			hint: CHILDS_WORDS_HINT,
			rows: 8
		},
		{ kind: 'files', name: 'childsFiles', label: CHILDS_FILES, in: 'childsFiles' }
	],
	schema: z.object({
		childsWords: textUpTo(LONGEST_TEXT, TOO_MUCH)
	}),
	fill: ({ childsWords }) => ({ childsWords: childsWords ?? '' }),
	record: (answers, { childsWords }) => ({ ...answers, childsWords: childsWords }),
	next: (answers) => (isByPartner(answers) ? '27' : '26'),
	skip: 'Skip this'
});
