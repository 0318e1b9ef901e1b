/** On top of a page that nobody has translated yet (H34). No computer does. */
export const IN_ENGLISH = {
	lead: 'This page is in English. A computer will not translate it.',
	how: 'How to ask'
} as const;

/** Who can call instead. */
export function personWords(language: string): string {
	return `A person who speaks ${language} can call you.`;
}

/** The page on which a language is chosen. */
export const CHOOSE_LANGUAGE = {
	heading: 'Languages',
	lead: 'Pick your language. Then we know who can talk with you.',
	chosen: 'You picked this',
	askHeading: 'Talk with someone in your language',
	ask: [
		'Start to tell us. We ask how you want to do that. Pick “I use sign language or another language”.',
		'A person who speaks your language will call you. It is free.',
		'If you sign, we plan a video call with someone who signs.'
	],
	start: 'Tell us what is wrong',
	whyHeading: 'Why some pages are in English',
	why: 'We only show words that a person wrote in your language. A computer can get them wrong.'
} as const;
