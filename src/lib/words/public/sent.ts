import { dayWords } from '#lib/words/dates.ts';
import { noWayToReach, type AdvocateNews } from '#lib/words/public/advocate.ts';

/** The request for an advocate, beside the six words (C13). */
export function advocateAsked({
	provider,
	byOn,
	telephone,
	canReach,
	today
}: Omit<AdvocateNews, 'askedOn'>): string {
	if (!canReach) return `We have asked ${provider}. ${noWayToReach(telephone)}`;
	return byOn === null
		? `We have asked ${provider}. They will contact you.`
		: `We have asked ${provider}. They will contact you by ${dayWords(byOn, today)}.`;
}

/** No name was given (H20, and the line on the page after C10). */
export const NAMELESS = {
	before:
		'If we do not know who you are, we cannot always fix everything. You can tell us later with your code.',
	after:
		'You did not tell us your name. That is OK. We may not be able to find out as much. You can come back with your secret code to see what we did.'
} as const;
