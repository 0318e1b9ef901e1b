/** Pages for what went wrong, with what is safe and what one can do. */
export const TROUBLES = {
	broken: {
		title: 'Something broke on our side',
		h1: 'Something broke on our side',
		lead: 'It is not your fault. What you wrote is safe. Try again in 5 minutes, or call us.'
	},
	draftGone: {
		title: 'Start again',
		h1: 'This one is gone',
		lead: 'We only keep unfinished forms for 14 days, to keep you private. This one is gone. You can start again or call us.'
	},
	shut: {
		title: 'Start again',
		h1: 'Start again',
		lead: 'This page was closed, to keep you private. You can start again or call us.'
	},
	sentAlready: {
		title: 'You have sent this',
		h1: 'You have sent this',
		lead: 'We have got it. You can come back with your six words to see it or add to it.'
	},
	tooBig: {
		title: 'That was too much at once',
		h1: 'That was too much at once',
		lead: 'Go back and make it shorter. You can send the rest later with your code.'
	},
	notFound: {
		title: 'That page is not here',
		h1: 'That page is not here',
		lead: 'The page may have moved, or a letter in its name is wrong. What you sent us is safe.'
	},
	busy: {
		title: 'Please wait',
		h1: 'Please wait',
		lead: 'A lot of people are here right now. What you wrote is safe. Try again in one minute.'
	}
} as const;
