import { z } from 'zod';
import { question } from '#lib/intake/question.ts';
import { ACCOUNT_MISSING, hasAccount } from '#lib/intake/questions/hasAccount.ts';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';
import { ADULT_FILE_WORDS } from '#lib/words/public/files.ts';

const TOO_MUCH = 'That is too much for one go. Make it shorter. You can add more later';

/** A6. What the helper has to say of it: typed, said or shown. */
export const helpersAccount = question({
	id: '27',
	title: 'What happened?',
	heading: 'What happened?',
	fields: () => [
		{
			kind: 'textArea',
			name: 'helpersAccount',
			label: 'What happened?',
			hint: 'Say what you saw or heard, and when.',
			rows: 8
		},
		{
			kind: 'files',
			name: 'helpersFiles',
			label: ADULT_FILE_WORDS.add,
			hint: ADULT_FILE_WORDS.hint,
			in: 'accountFiles',
			takesPdf: true
		}
	],
	schema: z.object({
		helpersAccount: textUpTo(LONGEST_TEXT, TOO_MUCH)
	}),
	fill: ({ account }) => ({ helpersAccount: account ?? '' }),
	record: (answers, { helpersAccount }) => ({ ...answers, account: helpersAccount }),
	missing: (answers): Readonly<Record<string, string>> =>
		hasAccount(answers) ? {} : { helpersAccount: ACCOUNT_MISSING },
	isDone: hasAccount,
	next: () => '28'
});
