import type { Answers } from '#lib/intake/answers.ts';
import { isToldAloud } from '#lib/intake/codes.ts';
import type { Field } from '#lib/intake/question.ts';
import { ADULT_FILE_WORDS } from '#lib/words/public/files.ts';

/** What is said where neither words nor a file tell us anything. */
export const ACCOUNT_MISSING = 'Tell us what happened, or call us to say it';

/** Whether an adult has told us something: words or a file are enough. */
export function hasAccount({ account, accountFiles }: Answers): boolean {
	return (account ?? '').trim() !== '' || (accountFiles ?? []).length > 0;
}

/** Whether it is still to be told; whoever is called or met may take back what they typed before. */
export function lacksAccount(answers: Answers): boolean {
	return !isToldAloud(answers.adultHow) && !hasAccount(answers);
}

/** What an adult says of it, typed and by files; whoever records their voice finds that first. */
export function accountFields(
	{ adultHow }: Answers,
	named: { words: string; files: string; hint: string }
): readonly Field[] {
	const words = {
		kind: 'textArea',
		name: named.words,
		label: 'What happened?',
		hint: named.hint,
		rows: 8
	} as const;
	const files = {
		kind: 'files',
		name: named.files,
		label: ADULT_FILE_WORDS.add,
		hint: ADULT_FILE_WORDS.hint,
		in: 'accountFiles',
		takesPdf: true
	} as const;
	return adultHow === 'record'
		? [
				{ ...files, label: 'Your recording' },
				{ ...words, label: 'You can type some of it too' }
			]
		: [words, files];
}
