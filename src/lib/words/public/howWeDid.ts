/** One thing asked of how we did: its column, its words and its answers by code (T7). */
export interface HowWeDidQuestion {
	column: 'overall' | 'listened' | 'quick_enough' | 'again';
	words: string;
	answers: Readonly<Record<string, string>>;
}

const YES_NO = { yes: 'Yes', aBit: 'A bit', no: 'No' } as const;

/** What is asked once they have an answer. Each may be left blank. */
export const HOW_WE_DID_QUESTIONS: readonly HowWeDidQuestion[] = [
	{
		column: 'overall',
		words: 'How was it for you?',
		answers: { good: 'Good', ok: 'OK', bad: 'Bad' }
	},
	{ column: 'listened', words: 'Did we listen?', answers: YES_NO },
	{ column: 'quick_enough', words: 'Was it quick enough?', answers: YES_NO },
	{
		column: 'again',
		words: 'Would you do it again?',
		answers: { yes: 'Yes', no: 'No', notSure: 'I do not know' }
	}
];

/** The page and the row that leads to it. */
export const HOW_WE_DID = {
	heading: 'How did we do?',
	lead: 'You do not have to say. It changes nothing about your answer. No one sees that it was you.',
	words: 'Is there anything else?',
	wordsHint: 'We read this without your name. If you need us to do something, write to us instead.',
	said: 'You told us. You can change it.',
	notSaid: 'You do not have to say.',
	thanks: 'Thank you. This helps us do better.',
	tooLong: 'That is too long. Make it a bit shorter.'
} as const;
