import { z } from 'zod';
import { question } from '#lib/intake/question.ts';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';
import { COURT_LEAD } from '#lib/words/public/adults.ts';

/** B5. Kept as it was typed, apart from a child's own words. */
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
		}
	],
	schema: z.object({
		account: textUpTo(
			LONGEST_TEXT,
			'That is too much for one go. Make it shorter. You can add more later'
		).refine((typed) => typed.trim() !== '', 'Tell us what happened, or call us to say it')
	}),
	fill: ({ account }) => ({ account: account ?? '' }),
	record: (answers, { account }) => ({ ...answers, account }),
	isDone: ({ account }) => account !== undefined && account.trim() !== '',
	next: () => '37'
});
