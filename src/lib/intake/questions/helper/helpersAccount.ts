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

/** A6. What the helper has to say of it: typed, said or shown. */
export const helpersAccount = question({
	id: '27',
	title: 'What happened?',
	heading: 'What happened?',
	fields: (answers) =>
		accountFields(answers, {
			words: 'helpersAccount',
			files: 'helpersFiles',
			hint: 'Say what you saw or heard, and when.'
		}),
	schema: z.object({
		helpersAccount: textUpTo(LONGEST_TEXT, TOO_MUCH)
	}),
	fill: ({ account }) => ({ helpersAccount: account ?? '' }),
	record: (answers, { helpersAccount }) => ({ ...answers, account: helpersAccount }),
	missing: (answers): Readonly<Record<string, string>> =>
		lacksAccount(answers) ? { helpersAccount: ACCOUNT_MISSING } : {},
	isDone: hasAccount,
	next: () => '28'
});
