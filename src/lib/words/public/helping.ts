import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dayWords } from '#lib/words/dates.ts';

/** What those read who tell us something for a child: at grade 6 or below. */

/** Who helps (A1), as they choose it. */
export const HELPER_LABELS = {
	advocate: 'I am their advocate',
	carer: 'I am a foster carer, or work where they live',
	family: 'I am a parent, or family',
	professional: 'I am a teacher, or another worker',
	friend: 'I am a friend'
} as const;

/** The same as a word beside a name, for staff. */
export const HELPER_WORDS = {
	advocate: 'Advocate',
	carer: 'Foster carer or residential worker',
	family: 'Parent or family',
	professional: 'Teacher or other worker',
	friend: 'Friend'
} as const;

/** Whether the child knows (A2). */
export const CHILD_KNOWS_LABELS = {
	asked: 'Yes, they asked me to',
	knows: 'Yes, they know',
	no: 'No',
	cannot: 'They are too young, or cannot say'
} as const;

/** Before we ask on, where the child does not know. */
export const CHILD_DOES_NOT_KNOW =
	'You can still tell us. We will talk to them before we do anything, unless it is not safe to.';

/** Beside "Is the child safe right now?". */
export const CHILD_SAFE_LEAD =
	'We ask everyone. You can carry on whatever you answer. If you say no, we tell our team now.';

/** Beside the child's own words (A3). */
export const CHILDS_WORDS_HINT =
	'Use their words, even if they are not tidy. We keep them apart from yours.';

/** Beside a recording or a drawing of the child's own (A3). */
export const CHILDS_FILES = 'Or add what the child recorded or drew';

/** How we hear from the child (A4). */
export const HEARS_CHILD_LABELS = {
	ownCode: 'They will use their own code',
	throughMe: 'Through me',
	phone: 'They will tell us on the phone',
	cannot: 'They cannot'
} as const;
export const HEARS_CHILD_HINTS = {
	ownCode: 'You get a second code at the end. It is for the child, not for you.',
	throughMe: 'We may still ask to see the child, to be sure we have it right.',
	phone: 'We ask below how to reach them.',
	cannot: 'We will think about how to find out what they want.'
} as const;

/** Before the ways of reaching the child (A9). */
export const CHILD_REACH_LEAD =
	'Pick only ways that you know are safe for the child. If you do not know, leave it blank.';

/** After sending: the second code, and what happens next. */
export const SECOND_CODE = {
	heading: 'The child’s own secret code is',
	words: [
		'Give these words to the child. Do not keep them.',
		'With them the child sees everything about them, and can stop it, change it or put it right.',
		'Your own code shows how far we are, and what you and we write to each other.'
	]
} as const;
export const ASKING_CHILD = [
	'Day 1 is the next working day. We ask the child if they agree.',
	'The days are counted while we ask.'
] as const;

/** What a helper is told of the child's answer, and no more (2.3). */
export type AskedChild =
	| { said: 'nothing' }
	/** They had not said when it ended. */
	| { said: 'notAsked' }
	| { said: 'given' | 'partly' | 'refused' | 'notAble' | 'takenBack'; on: PlainDate };

/** The consent, as the helper reads it. */
export function askedChildWords(
	asked: AskedChild,
	{ childName, today }: { childName: string | null; today: PlainDate }
): string {
	const they = childName ?? 'The child';
	if (asked.said === 'nothing')
		return `We are asking ${childName ?? 'the child'}. The days are counted while we ask.`;
	if (asked.said === 'notAsked') return `We are not asking ${childName ?? 'the child'} any more.`;
	const on = dayWords(asked.on, today);
	switch (asked.said) {
		case 'given':
			return `${they} said yes on ${on}.`;
		case 'partly':
			return `${they} said some of it, on ${on}. We look into that part.`;
		case 'refused':
		case 'takenBack':
			return `${they} said no on ${on}. We have stopped.`;
		case 'notAble':
			return `${they} cannot say. We wrote that down on ${on}, and decide with care.`;
	}
}

/** The helper's own page. */
export const HELPED = {
	title: 'What is happening',
	lead: 'You see how far we are. What the child says to us stays between the child and us.',
	messages: 'What you and we wrote',
	none: 'No messages yet.',
	label: 'Write to us',
	blank: 'Write your message',
	sent: 'We have got your message.'
} as const;
