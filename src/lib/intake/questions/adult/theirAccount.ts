import { z } from 'zod';
import { question } from '#lib/intake/question.ts';
import { ACCOUNT_MISSING, hasAccount } from '#lib/intake/questions/hasAccount.ts';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';
import { COURT_LEAD } from '#lib/words/public/adults.ts';
import { ADULT_FILE_WORDS } from '#lib/words/public/files.ts';

/** B5. Typed, said or shown; kept apart from a child's own words. */
export const theirAccount = question({
	id: '36',
	title: 'What happened?',
	heading: 'What happened?',
	lead: ({ court }) => (court === 'yes' || court === 'notSure' ? COURT_LEAD : []),
	fields: () => [
		{
			kind: 'textArea',
			name: 'account',
			label: 'What happened?',
			hint: 'Say what happened and when, as far as you know.',
			rows: 8
		},
		{
			kind: 'files',
			name: 'accountFiles',
			label: ADULT_FILE_WORDS.add,
			hint: ADULT_FILE_WORDS.hint,
			in: 'accountFiles',
			takesPdf: true
		}
	],
	schema: z.object({
		account: textUpTo(
			LONGEST_TEXT,
			'That is too much for one go. Make it shorter. You can add more later'
		)
	}),
	fill: ({ account }) => ({ account: account ?? '' }),
	record: (answers, { account }) => ({ ...answers, account }),
	missing: (answers): Readonly<Record<string, string>> =>
		hasAccount(answers) ? {} : { account: ACCOUNT_MISSING },
	isDone: hasAccount,
	next: () => '37'
});
