import {
	CHECKS_NEEDED,
	type CodeCheck,
	type NewWayInRefusal,
	type SatisfiedBy,
	type WordsGo
} from '#lib/domain/complaint/newWayIn.ts';

/** How an officer knows that it is them, as the form asks it. */
export const SATISFIED_WORDS = {
	conversation: 'I talked with them, and what they said fits the case',
	vouched: 'Somebody I know to be on their side vouches for them',
	safeNumber: 'I called a number they gave us, and they answered'
} as const satisfies Record<SatisfiedBy, string>;

/** What they could tell of the case. */
export const CODE_CHECK_WORDS = {
	whatItWasAbout: 'What it was about',
	whenTheyTold: 'Roughly when they told us',
	nameTheyGave: 'The name they gave, or that they gave none',
	howWeReachThem: 'How they said we can reach them',
	whatWasWritten: 'Something that was written since'
} as const satisfies Record<CodeCheck, string>;

/** How the words go to them. */
export const WORDS_GO_WORDS = {
	readOut: 'I read them out to them',
	onPaper: 'I hand them over on paper',
	text: 'They go straight to their phone as a text'
} as const satisfies Record<WordsGo, string>;

/** Why no new words are given, in words a person can act on. */
export function newWayInRefusalWords(refusal: NewWayInRefusal): string {
	switch (refusal) {
		case 'someoneElseMayAsk':
			return 'Somebody else may be asking, or may hold their phone. No new words are given. Meet them, or ask their advocate, and write down what made you unsure.';
		case 'tooFewChecks':
			return `At least ${CHECKS_NEEDED} things they say must fit the case. Ask more, or use another way.`;
		case 'voucherUnknown':
			return 'Say who vouches for them.';
		case 'voucherComplainedAbout':
			return 'The complaint is about this person, so they cannot vouch. Ask somebody else.';
		case 'noSafeNumber':
			return 'They gave no number that is safe to call. Use another way.';
		case 'othersSeePhone':
			return 'Other people can see that phone, or may. Somebody else could have answered. Use another way.';
		case 'noSafeText':
			return 'A text cannot go to a phone that only they see. Read the words out, or hand them over.';
	}
}

/** What is written down on the case. The words themselves are in it nowhere. */
export function newWayInNote(given: {
	satisfiedBy: SatisfiedBy;
	checks: readonly CodeCheck[];
	voucherName: string | null;
	howChecked: string;
	wordsGo: WordsGo;
}): string {
	const fits = given.checks.map((check) => CODE_CHECK_WORDS[check].toLowerCase()).join('; ');
	return [
		'New six words were given. The ones before stopped working at once.',
		GROUND_NOTES[given.satisfiedBy],
		given.voucherName === null ? '' : `Who vouched: ${given.voucherName}.`,
		fits === '' ? '' : `What fitted: ${fits}.`,
		given.howChecked === '' ? '' : `How it was checked: ${given.howChecked}`,
		GO_NOTES[given.wordsGo]
	]
		.filter((line) => line !== '')
		.join('\n');
}

const GROUND_NOTES = {
	conversation: 'After a conversation.',
	vouched: 'Somebody vouched for them.',
	safeNumber: 'A safe number that they gave was called.'
} as const satisfies Record<SatisfiedBy, string>;

const GO_NOTES = {
	readOut: 'To be read out to them.',
	onPaper: 'To be handed over on paper.',
	text: 'To go to their phone as a text.'
} as const satisfies Record<WordsGo, string>;
