/**
 * What leaves the site, word for word. Nothing in it says who it is from, whom it is about or
 * what: somebody else may see the phone, the e-mail or the post.
 */
export const MESSAGES_OUT = {
	/** To a child or an adult who complained, by text message. */
	newText: { subject: '', body: 'You have a new message.' },
	/** The same, by e-mail. */
	newEmail: { subject: 'New message', body: 'You have a new message. Use your words to read it.' },
	/** To the advocacy provider's mailbox. */
	advocateRequest: {
		subject: 'New request',
		body: 'New request for an advocate. Open your inbox to see it.'
	},
	/** The same where it waits too long. */
	advocateChase: {
		subject: 'Please open your inbox',
		body: 'Something in your inbox is late. Open it to see what is due.'
	},
	/** The same where a young person changed what they share, or takes it back. */
	advocateChanged: {
		subject: 'Something changed',
		body: 'Something in your inbox changed. Open it to see what is with you now.'
	},
	/** To an advocate, once the complaints team wrote to them. */
	advocateMessage: {
		subject: 'New message',
		body: 'You have a new message. Sign in to read it.'
	},
	/** To the duty worker whose turn it is. */
	alert: {
		subject: 'Please sign in now',
		body: 'Somebody needs you. Sign in to see who, and press Take it.'
	},
	/** To whoever is to answer. */
	caseGivenToYou: {
		subject: 'Something was given to you',
		body: 'Sign in to see what was given to you, and by when.'
	},
	/** To the second person. */
	answerWaits: {
		subject: 'Please look at something',
		body: 'Sign in: something waits for you as the second person.'
	},
	/** To staff, in the morning of a day on which something is near its end, due or late. */
	reminder: {
		subject: 'Please sign in today',
		body: 'Something you look after is due soon, due today or late. Sign in to see what.'
	},
	/** To somebody who was appointed to a case. */
	papersForYou: {
		subject: 'Something was given to you',
		body: 'Sign in to read it. You are first asked to sign that you keep it to yourself.'
	},
	/** To the complaints team, once an appointed person handed something in. */
	paperHandedIn: {
		subject: 'Something was handed in',
		body: 'Sign in to see it, and write down that it came.'
	},
	/** To whoever signs in, once their second step was used up, changed or taken away. */
	signInChanged: {
		subject: 'Your sign-in changed',
		body: 'Something about how you sign in has changed. If it was not you, call us today.'
	},
	/** To the complaints managers, once stage 2 was asked for. */
	stage2Requested: {
		subject: 'Please sign in',
		body: 'Somebody asked for the next step. Its days are already counting.'
	}
} as const satisfies Record<string, { subject: string; body: string }>;
