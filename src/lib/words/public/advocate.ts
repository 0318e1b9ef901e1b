import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dayWords } from '#lib/words/dates.ts';

/** What became of the request for an advocate, as far as the child is told. */
export interface AdvocateNews {
	provider: string;
	askedOn: PlainDate;
	/** By when they get in touch; null where nothing was promised. */
	byOn: PlainDate | null;
	/** Their own free number; empty where the council gave none. */
	telephone: string;
	today: PlainDate;
}

/** What an advocate is (C9, C13, and every page that offers one). */
export const ADVOCATE_IS =
	'An advocate helps you say what you want. They do not work for the council. They are free.';

/** Asked for, and in time (H27). */
export function advocateComing({ provider, byOn, today }: AdvocateNews): readonly string[] {
	return [
		`We asked ${provider} to find you an advocate.`,
		...(byOn === null ? [] : [`They will contact you by ${dayWords(byOn, today)}.`]),
		'Your advocate is on your side. They do not work for the council.'
	];
}

/** Asked for, and not in touch yet when they should have been (H28). */
export function advocateLate({ telephone }: AdvocateNews): readonly string[] {
	return [
		'Your advocate has not called yet. We are asking them again.',
		...(telephone === '' ? [] : [`You can call them free on ${telephone}.`]),
		'We will wait for you, and your place is safe.'
	];
}

/** They have one now. */
export function advocateFound(sinceOn: PlainDate, today: PlainDate): readonly string[] {
	return [`You have had an advocate since ${dayWords(sinceOn, today)}. They are on your side.`];
}

/** What is wrong with the request. */
export const ADVOCATE_PROBLEMS = { blank: 'Choose what we can tell them' } as const;
