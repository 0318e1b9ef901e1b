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
	/** Whether the child gave any way to be reached besides coming back with the code. */
	canReach: boolean;
	today: PlainDate;
}

/** What an advocate is (C9, C13, and every page that offers one). */
export const ADVOCATE_IS =
	'An advocate helps you say what you want. They do not work for the council. They are free.';

/** What is between the child and the advocate where no way to be reached was given. */
export function noWayToReach(telephone: string): string {
	const ring = telephone === '' ? '' : `You can call them free on ${telephone}. `;
	return `They have no way to reach you yet. ${ring}You can come back with your code and tell us how.`;
}

/** Asked for, and in time (H27). Nobody is promised a call that cannot be made. */
export function advocateComing(news: AdvocateNews): readonly string[] {
	const { provider, byOn, telephone, canReach, today } = news;
	if (!canReach) return [`We asked ${provider} to find you an advocate.`, noWayToReach(telephone)];
	return [
		`We asked ${provider} to find you an advocate.`,
		...(byOn === null ? [] : [`They will contact you by ${dayWords(byOn, today)}.`]),
		'Your advocate is on your side. They do not work for the council.'
	];
}

/** Asked for, and not in touch yet when they should have been (H28). */
export function advocateLate({ telephone, canReach }: AdvocateNews): readonly string[] {
	if (!canReach) return [noWayToReach(telephone), 'Your place is safe.'];
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

/** Which version of the words a child chooses from, kept with each choice. */
export const MAY_KNOW_WORDING = '2026-11';

/** What is wrong with the request. */
export const ADVOCATE_PROBLEMS = { blank: 'Choose what we can tell them' } as const;
