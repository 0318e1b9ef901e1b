import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dayWords } from '#lib/words/dates.ts';

/** "From Sam, complaints team"; "From the complaints team" where nobody signed it. */
export function messageFrom(name: string | null, team: string): string {
	return name ? `From ${name}, ${team}` : `From the ${team}`;
}

/** Under the field: by when somebody answers. Null where no date was promised. */
export function answersBy(name: string, byOn: PlainDate, today: PlainDate): string {
	return `${name} will answer by ${dayWords(byOn, today)}.`;
}

/** An empty list of messages: "No messages yet. Sam will write by Friday 5 June." */
export function noMessagesYet(
	name: string | null,
	byOn: PlainDate | null,
	today: PlainDate
): string {
	if (byOn === null) return 'No messages yet.';
	return `No messages yet. ${name ?? 'We'} will write by ${dayWords(byOn, today)}.`;
}

/** What is wrong with a message, or with what is added. */
export const MESSAGE_PROBLEMS = {
	blank: 'Write your message first',
	addedBlank: 'Tell us what you want to add',
	tooLong: 'That is too much for one go. Make it shorter. You can send the rest next.'
} as const;
