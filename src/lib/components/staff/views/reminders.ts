import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { ReminderKind } from '#lib/domain/complaint/reminders.ts';
import { CLOCK_TITLES } from '#lib/words/clockNames.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import type { PulledReminder } from '#lib/wire/caseload.ts';
import type { Pull, PulledCase } from '#lib/wire/sync.ts';
import { factsOf } from './caseFacts.ts';

/** One reminder on Today. */
export interface ReminderRow {
	id: string;
	href: string;
	/** 'Jay · 26-0203' */
	about: string;
	/** 'Stage 1 answer: due Mon 16 Nov' */
	what: string;
	/** 'Reminded Thu 12 Nov' */
	when: string;
}

/** The most rows on the page. */
const MOST_ROWS = 10;

const KIND_WORDS = {
	nearlyDue: 'near its end,',
	dueToday: 'last day',
	late: 'late since'
} as const satisfies Record<ReminderKind, string>;

/**
 * What the person was reminded of and is still to be done: the newest of each clock, while that
 * clock runs to that very day. What moved or was done is left out.
 */
export function reminderRows({
	pull,
	cases
}: {
	pull: Pull;
	cases: readonly PulledCase[];
}): ReminderRow[] {
	const newest = pull.reminders.filter(
		(one, place) => pull.reminders.findIndex((other) => keyOf(other) === keyOf(one)) === place
	);
	return newest
		.flatMap((reminder): ReminderRow[] => {
			const pulled = cases.find(({ complaintId }) => complaintId === reminder.complaintId);
			if (!pulled) return [];
			const facts = factsOf(pulled, pull);
			const runs = facts.clocks.some(
				({ clock, strandId, dueOn, outcome }) =>
					clock === reminder.clock &&
					strandId === reminder.strandId &&
					dueOn === reminder.dueOn &&
					(outcome === 'running' || outcome === 'late')
			);
			if (!runs) return [];
			const isNew = facts.complaint.phase === 'received';
			return [
				{
					id: `${keyOf(reminder)}-${reminder.kind}`,
					href: isNew
						? `/staff/new/${pulled.complaintId}`
						: `/staff/case/${pulled.complaintId}/clock`,
					about: `${facts.name} · ${pulled.reference}`,
					what: `${CLOCK_TITLES[reminder.clock]}: ${KIND_WORDS[reminder.kind]} ${shortDayWords(reminder.dueOn, pull.today)}`,
					when: `Reminded ${shortDayWords(dateInEngland(reminder.sentAt), pull.today)}`
				}
			];
		})
		.slice(0, MOST_ROWS);
}

function keyOf({ complaintId, strandId, clock, dueOn }: PulledReminder): string {
	return [complaintId, strandId, clock, dueOn].join(' ');
}
