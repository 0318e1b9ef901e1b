/** On every page of a device that a worker gave to a young person (journeys 2.7, co-use). */
export const LENT = {
	label: 'Whose device this is',
	line: 'This is a worker’s device.',
	giveBack: 'Give it back'
} as const;

/** The first page of it. */
export const HAND = {
	title: 'Before you start',
	heading: 'This is a worker’s device',
	lead: 'They gave it to you so you can tell us something.',
	lines: [
		'You can ask them to move away while you use it.',
		'When you give it back, what you told us is shut away. It does not open on this device again.',
		'Only the people who help with it can read it. If this worker is one of them, they can too.',
		'At the end you get six words. Write them on paper and take them with you.'
	],
	start: 'Start'
} as const;

/** Beside the six words, on such a device. */
export const ON_PAPER = {
	heading: 'Write your six words on paper now.',
	words: 'Do not keep them on this device. It is not yours.'
} as const;

/** The page that gives it back: before, and when nothing of theirs is left. */
export const GIVE_BACK = {
	title: 'Give it back',
	before: {
		heading: 'Are you finished?',
		unsent: 'You have not sent it yet. If you give the device back now, what you wrote is deleted.',
		kept: 'What you told us will be shut away. Only your six words can open it again.',
		carryOn: 'Carry on telling us',
		delete: 'Delete it and give it back',
		button: 'I am finished'
	},
	now: {
		heading: 'Now give it back',
		lead: 'Give the device to the worker.',
		line: 'What you told us does not open on it any more.',
		worker: 'I am the worker',
		again: 'Someone else wants to tell us something'
	}
} as const;
