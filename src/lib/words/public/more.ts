/** What may be told after sending; all of it may be left out (journeys 2.2). */
export const MORE_TASKS = ['talk', 'age', 'when', 'who', 'help', 'you'] as const;
export type MoreTask = (typeof MORE_TASKS)[number];

/** The page of all of them, and its link on the others. */
export const MORE_TITLE = 'Help us help you';

/** The heading of each, and one line under it. */
export const MORE_HEADINGS = {
	talk: {
		heading: 'Who should talk to you?',
		lead: 'You choose. You can tell us a new name at any time.'
	},
	age: { heading: 'How old are you?', lead: 'This helps us find the right people.' },
	when: { heading: 'When did it happen?', lead: 'A guess is OK.' },
	who: { heading: 'Who works with you?', lead: 'A first name is OK.' },
	help: {
		heading: 'Do you need anything to make this easier?',
		lead: 'Pick all that would help.'
	},
	you: {
		heading: 'Five questions, so we can be fair',
		lead: 'You do not have to. It changes nothing about your answer. No one who helps you sees it. We only count.'
	}
} as const satisfies Record<MoreTask, { heading: string; lead: string }>;

/** Whom they choose to talk to, by code. */
export const TALK_WORDS = {
	team: 'Someone from the team that reads this',
	reviewer: 'The person who runs my review meetings',
	ownWorker: 'My own worker',
	someone: 'Someone else. I will say who',
	anyone: 'I do not mind',
	nobody: 'No one. I only want to write'
} as const;

/** When it happened, by code. */
export const WHEN_WORDS = {
	now: 'It is happening now',
	lastMonth: 'In the last month',
	lastYear: 'In the last year',
	longAgo: 'More than a year ago',
	notSure: 'I do not know'
} as const;

/** Of who works with them, beside a name. */
export const WHO_WORDS = { notSure: 'I do not know', aboutThem: 'It is about them' } as const;

/** What would make it easier, by code. */
export const HELP_WORDS = {
	language: 'A different language',
	sign: 'Sign language',
	readToMe: 'Read it to me',
	bigPrint: 'Big print',
	pictures: 'Pictures',
	place: 'A good place to meet',
	time: 'A good time',
	other: 'Something else'
} as const;

/** What stands beside the fields that are typed. */
export const MORE_FIELDS = {
	talkTo: 'What are they called? (you can leave this blank)',
	who: 'What are they called?',
	whoElse: 'Or pick one of these',
	help: 'Tell us more (you can leave this blank)'
} as const;

/** What is wrong with a page. */
export const MORE_PROBLEMS = {
	age: 'Type your age in numbers, like 14',
	tooLong: 'That is too long. Make it a bit shorter.'
} as const;

/** Beside one that was done. */
export const TASK_DONE = 'Done. You can tell us more.';

/** After one of them. */
export const MORE_DONE = 'Thank you. We have added it.';

/** It happened more than a year ago (H9). */
export const LONG_AGO = [
	'This was a long time ago. We may not be able to find out what happened.',
	'We will still read it with care. We will say if we can look into it. We will say why.'
] as const;
