import { z } from 'zod';
import { question } from '#lib/intake/question.ts';
import {
	ACCOUNT_MISSING,
	accountFields,
	hasAccount,
	lacksAccount
} from '#lib/intake/questions/account.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT, TOO_MUCH } from '#lib/intake/typedText.ts';
import { COURT_LEAD } from '#lib/words/public/adults.ts';

/** B5. Typed, said or shown; kept apart from a child's own words. */
export const theirAccount = question({
	id: '36',
	title: 'What happened?',
	heading: 'What happened?',
	lead: ({ court }) => (court === 'yes' || court === 'notSure' ? COURT_LEAD : []),
	fields: (answers) =>
		accountFields(answers, {
			words: 'account',
			files: 'accountFiles',
			hint: 'Say what happened and when, as far as you know.'
		}),
	schema: z.object({
		account: textUpTo(LONGEST_TEXT, TOO_MUCH)
	}),
	fill: ({ account }) => ({ account: account ?? '' }),
	record: (answers, { account }) => ({ ...answers, account }),
	missing: (answers): Readonly<Record<string, string>> =>
		lacksAccount(answers) ? { account: ACCOUNT_MISSING } : {},
	isDone: hasAccount,
	next: () => '37'
});
