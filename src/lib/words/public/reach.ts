/** "Change how you contact me": its words, and what is wrong with it. */
export const REACH_WORDS = {
	title: 'How we get back to you',
	h1: 'How can we get back to you?',
	lead: 'Your code always works. Anything you pick here is extra.',
	stopAll: 'Do not text, call, email or write. I will come back with my code.'
} as const;

/** What a message will say, and what it will not (C11). */
export const PREVIEWS = {
	textMessage:
		'This is what the text will say: ‘You have a new message.’ It will not say who it is from or what it is about.',
	email:
		'This is what the email will say: ‘You have a new message.’ It will not say who it is from or what it is about.',
	telephone: 'If you do not pick up, we will not say what it is about.',
	letter: 'The envelope will be plain. It will not say who it is from.',
	trustedPerson: 'We will only ask them to tell you there is a message.'
} as const;

/** A number or an address is another one now. */
export const REACH_CHANGES = {
	textMessage: 'Change the number for texts',
	telephone: 'Change the number for calls',
	email: 'Change the email address',
	letter: 'Change the address for letters',
	trustedPerson: 'Change the person you trust'
} as const;
