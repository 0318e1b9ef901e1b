import { z } from 'zod';
import type { Answers } from '#lib/intake/answers.ts';
import { question, type Field } from '#lib/intake/question.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT, TOO_MUCH } from '#lib/intake/typedText.ts';

const MISSING = 'Tell us what happened, or choose another way to tell us';

const WORDS: Field = {
	kind: 'textArea',
	name: 'happened',
	label: 'What happened?',
	hint: 'Write as much or as little as you like. Spelling does not matter.',
	rows: 8
};
const FILES: Field = {
	kind: 'files',
	name: 'files',
	label: 'Add a recording, photo or picture',
	in: 'files'
};

/** C7. The words, kept as they were typed, or said, or shown; one of the three is enough. */
export const happened = question({
	id: '6',
	title: 'What happened?',
	heading: 'What happened?',
	fields: ({ how }) =>
		how === 'record'
			? [
					{ ...FILES, label: 'Your recording' },
					{ ...WORDS, label: 'You can type some of it too' }
				]
			: [WORDS, FILES],
	schema: z.object({
		happened: textUpTo(LONGEST_TEXT, TOO_MUCH)
	}),
	fill: ({ happened }) => ({ happened: happened ?? '' }),
	record: (answers, { happened }) => ({ ...answers, happened }),
	missing: (answers): Readonly<Record<string, string>> =>
		isNeeded(answers) && !hasHappened(answers) ? { happened: MISSING } : {},
	isDone: hasHappened,
	next: () => '7'
});

/** Whether a child has told us something: words or a file are enough. */
export function hasHappened({ happened, files }: Answers): boolean {
	return (happened ?? '').trim() !== '' || (files ?? []).length > 0;
}

/** Whoever tells us aloud may take back all that they typed before. */
function isNeeded({ how }: Answers): boolean {
	return how === undefined || how === 'type' || how === 'record';
}
