import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { monthAndYear } from '#lib/words/dates.ts';

/** "You said, we did": what changed because children told us. */
export const CHANGES = {
	title: 'What has changed',
	heading: 'You said, we did',
	lead: 'These things changed because young people told us.',
	said: 'You said',
	did: 'We did',
	none: 'Nothing is here yet. When something changes, you can read it here.',
	link: 'See what has changed'
} as const;

/** "In June 2026": the month in which it was done. */
export function changedIn(doneOn: PlainDate): string {
	return `In ${monthAndYear(doneOn)}`;
}
