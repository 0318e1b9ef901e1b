import { z } from 'zod';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_LINE, LONGEST_TEXT } from '#lib/intake/typedText.ts';
import type { EqualityAnswers } from '#lib/server/more/equality.ts';
import { equalityQuestionsFor } from '#lib/words/equality.ts';
import {
	HELP_WORDS,
	MORE_HEADINGS,
	MORE_PROBLEMS,
	TALK_WORDS,
	WHEN_WORDS,
	WHO_WORDS,
	type MoreTask
} from '#lib/words/public/more.ts';

/** What each page takes. Nothing on them has to be filled in. */
export const moreForm = z.object({
	age: z
		.string()
		.trim()
		.refine((typed) => typed === '' || /^\d{1,2}$/.test(typed), MORE_PROBLEMS.age)
		.default(''),
	talk: z.string().default(''),
	talkTo: textUpTo(LONGEST_LINE, MORE_PROBLEMS.tooLong).default(''),
	when: z.string().default(''),
	who: z.array(z.string()).default([]),
	called: textUpTo(LONGEST_LINE, MORE_PROBLEMS.tooLong).default(''),
	help: z.array(z.string()).default([]),
	more: textUpTo(LONGEST_TEXT, MORE_PROBLEMS.tooLong).default('')
});
export type MoreForm = z.output<typeof moreForm>;

/**
 * What goes into the case as words they added; null where the page was left blank, and for the
 * five questions always: those are kept apart.
 */
export function wordsOf(task: MoreTask, form: MoreForm): string | null {
	const said = saidOn(task, form).filter((one) => one.trim() !== '');
	return said.length === 0 ? null : `${MORE_HEADINGS[task].heading} ${said.join('. ')}`;
}

function saidOn(task: MoreTask, form: MoreForm): readonly string[] {
	switch (task) {
		case 'talk':
			return [...wordsFor([form.talk], TALK_WORDS), form.talkTo];
		case 'age':
			return [form.age];
		case 'when':
			return wordsFor([form.when], WHEN_WORDS);
		case 'who':
			return [form.called, ...wordsFor(form.who, WHO_WORDS)];
		case 'help':
			return [...wordsFor(form.help, HELP_WORDS), form.more];
		case 'you':
			return [];
	}
}

/** Their answers to the five questions, by code; what is none of the answers is left out. */
export function equalityIn(fields: FormData, age: number | null): EqualityAnswers {
	return Object.fromEntries(
		equalityQuestionsFor(age).flatMap(({ column, answers }) => {
			const code = fields.get(column);
			return typeof code === 'string' && Object.hasOwn(answers, code) ? [[column, code]] : [];
		})
	);
}

function wordsFor(codes: readonly string[], words: Readonly<Record<string, string>>): string[] {
	return codes.flatMap((code) => (Object.hasOwn(words, code) ? [words[code] ?? ''] : []));
}
