/**
 * What leaves the site, word for word. Nothing in it says who it is from or what it is about:
 * somebody else may see the phone, the e-mail or the post.
 */
export const OUTSIDE_WORDS = {
	textMessage: 'You have a new message.',
	emailSubject: 'New message',
	emailBody: 'You have a new message. Use your words to read it.',
	/** To the provider's mailbox: no name, no story. */
	advocateSubject: 'New request',
	advocateBody: 'New request for an advocate. Open your inbox to see it.'
} as const;

/** Left on a voicemail, where that was said to be safe. */
export function voicemailScript(name: string): string {
	return `Hello, it’s ${name} returning a call. I will try again tomorrow after four.`;
}

/** The text that sends the six words, at the child's wish: the words and nothing else. */
export function codeText(words: readonly string[]): string {
	return words.join(' ');
}
