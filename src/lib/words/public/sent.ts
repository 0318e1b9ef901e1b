import { dayWords } from '#lib/words/dates.ts';
import { noWayToReach, type AdvocateNews } from '#lib/words/public/advocate.ts';

/**
 * The request for an advocate, beside the six words (C13). The day is the same that their own page
 * names: by then they hear who it is.
 */
export function advocateAsked({
	provider,
	byOn,
	telephone,
	canReach,
	today
}: Omit<AdvocateNews, 'askedOn'>): string {
	const asked = `We have asked ${provider} to find you an advocate.`;
	if (!canReach) return `${asked} ${noWayToReach(telephone, { isHere: false })}`;
	return byOn === null ? asked : `${asked} You will hear who it is by ${dayWords(byOn, today)}.`;
}

/** No name was given (H20, and the line on the page after C10). */
export const NAMELESS = {
	before:
		'If we do not know who you are, we cannot always fix everything. You can tell us later with your code.',
	after:
		'You did not tell us your name. That is OK. We may not be able to find out as much. You can come back with your secret code to see what we did.'
} as const;
