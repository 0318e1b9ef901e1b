/** What a child reads when somebody spoke for them, and is asked if they agree (H29). */
export function spokeForYou(helper: string | null): readonly string[] {
	return [
		`${helper ?? 'Someone'} told us about this for you.`,
		'Before we start, we want to hear from you. Do you want us to look into it?',
		'You can say yes, no, or some of it.'
	];
}

/** The page on which they answer. */
export const AGREE = {
	title: 'What do you want?',
	heading: 'Do you want us to look into it?',
	link: 'Tell us what you want',
	missing: 'Choose what you want',
	partLabel: 'Which parts? (you can leave this blank)',
	options: {
		all: 'Yes, all of it',
		some: 'Yes, some of it',
		no: 'No',
		myself: 'I want to say it myself',
		advocate: 'I want an advocate'
	},
	/** Kept as what they said, where they typed nothing. */
	said: {
		all: 'Yes, all of it.',
		some: 'Yes, some of it.',
		no: 'No.',
		myself: 'I want to say it myself.',
		advocate: 'I want an advocate.'
	}
} as const;

/** What was just done, on their own page. */
export const AGREED = {
	all: 'You said yes. We look into all of it.',
	some: 'You said yes to some of it. We will ask you which parts.',
	someNamed: 'You said yes to some of it. We have the parts you told us.',
	no: 'You said no, and we have stopped. If someone may get hurt, we still have to help.',
	myself: 'You want to say it yourself. Write it here, as much or as little as you like.'
} as const;
