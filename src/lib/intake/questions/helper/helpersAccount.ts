import { z } from 'zod';
import { question } from '#lib/intake/question.ts';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';

const TOO_MUCH = 'That is too much for one go. Make it shorter. You can add more later';

/** A6. What the helper has to say of it, in their own words. */
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
		}
	],
	schema: z.object({
		helpersAccount: textUpTo(LONGEST_TEXT, TOO_MUCH).refine(
			(typed) => typed.trim() !== '',
			'Tell us what happened, or call us to say it'
		)
	}),
	fill: ({ account }) => ({ helpersAccount: account ?? '' }),
	record: (answers, { helpersAccount }) => ({ ...answers, account: helpersAccount }),
	isDone: ({ account }) => account !== undefined && account.trim() !== '',
	next: () => '28'
});
