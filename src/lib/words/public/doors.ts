/** The words at the top of the page behind a door. */
export interface DoorWords {
	/** For the browser's history: says less than the heading where that says too much. */
	title: string;
	h1: string;
	lead: readonly string[];
}

/** Doors for adults: those who help a child say something, and those with something of their own. */
export const ADULT_DOORS = {
	carer: {
		title: 'I look after a child',
		h1: 'I look after a child',
		lead: [
			'You can tell us about something that is wrong for the child, or for you.',
			'If it is about the child, we will want to hear from them too. They can have an advocate.'
		]
	},
	family: {
		title: 'I am a parent or family',
		h1: 'I am a parent or family',
		lead: ['You can tell us about the child’s care, or about how you were treated.']
	},
	advocate: {
		title: 'I am an advocate',
		h1: 'I am an advocate',
		lead: [
			'You can tell us what a young person wants, in their own words.',
			'We count the days from when you tell us.'
		]
	}
} as const satisfies Record<string, DoorWords>;

/** The ways on from an adults' door. */
export const ADULT_WAYS = {
	adult: 'This is my own complaint',
	helper: 'I am helping a child say it'
} as const;

/** What adults should know before they start: the same three things that a child is told (C2). */
export const BEFORE_ADULTS_START = [
	{
		icon: 'eye',
		heading: 'Who sees it',
		words: [
			'A small team called the complaints team reads it. The person you tell us about will not be in charge of it.'
		]
	},
	{
		icon: 'message',
		heading: 'When we have to tell',
		words: [
			'If someone may be getting hurt, we have to tell a person who can help. We will try to tell you first.'
		]
	},
	{
		icon: 'lock',
		heading: 'Keep it private',
		words: [
			'Press Leave fast to hide this page. Your phone may still remember you came here.',
			'If you leave before you have your secret code, we delete what you wrote. With the code we keep it for 14 days.'
		]
	}
] as const;
