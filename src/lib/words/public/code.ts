/** What is said under the field for the six words. One sentence whatever was wrong with them. */
export const CODE_PROBLEMS = {
	blank: 'Type your six words',
	noMatch: 'Those words do not match. Check the spelling.',
	tooMany: 'Too many people are trying at once. Wait one minute, then try again.'
} as const;

/** Why the words are asked for again. */
export const CODE_NOTICES = {
	idle: 'We hid this page to keep it private. Type your words to carry on.',
	kept: 'We have what you wrote. We hid this page to keep it private. Type your words to carry on.',
	held: 'We kept what you wrote. It is not sent yet. Type your words to carry on.',
	again: 'Type your words again to see this. That keeps it private.',
	left: 'You left, so we shut your page. Type your words to come back.',
	finished: 'You said you were finished. Type your words to come back.'
} as const;

/** The text file that keeps the words: the words, and nothing that says what they open. */
export function notesText(words: readonly string[]): string {
	return `${words.join(' ')}\n`;
}

/** The ways to keep the six words. */
export const KEEP = {
	print: 'Print',
	picture: 'Save as a picture',
	text: 'Save as text',
	textMe: 'Text it to me'
} as const;

/** After "Text it to me". */
export const TEXTED = {
	sent: 'We sent your words in a text. If it does not come, write them down.',
	failed: 'We could not text it to you. Write the words down, or take a photo.'
} as const;
