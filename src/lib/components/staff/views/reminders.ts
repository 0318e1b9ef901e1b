import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { promiseClocks } from '#lib/domain/complaint/promises.ts';
import { reminderAbout, type ReminderKind } from '#lib/domain/complaint/reminders.ts';
import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import { CLOCK_TITLES } from '#lib/words/clockNames.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import type { PulledReminder } from '#lib/wire/caseload.ts';
import type { Pull, PulledCase } from '#lib/wire/sync.ts';
import { factsOf, type CaseFacts } from './caseFacts.ts';

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
			const running = [...facts.clocks, ...promiseClocks(pulled.promises, facts.context)].find(
				(clock) => isThat(reminder, clock)
			);
			if (!running) return [];
			return [
				{
					id: `${keyOf(reminder)}-${reminder.kind}`,
					href: hrefOf(facts, running),
					about: `${facts.name} · ${pulled.reference}`,
					what: `${CLOCK_TITLES[reminder.clock]}: ${KIND_WORDS[reminder.kind]} ${shortDayWords(reminder.dueOn, pull.today)}`,
					when: `Reminded ${shortDayWords(dateInEngland(reminder.sentAt), pull.today)}`
				}
			];
		})
		.slice(0, MOST_ROWS);
}

/** Still to be done, by the very day that they were reminded of. */
function isThat(reminder: PulledReminder, running: RunningClock): boolean {
	return (
		running.clock === reminder.clock &&
		reminderAbout(running) === reminder.aboutId &&
		running.dueOn === reminder.dueOn &&
		(running.outcome === 'running' || running.outcome === 'late')
	);
}

/** Where it is done: a new complaint is triaged, a promise or a recommendation kept, all else counted. */
function hrefOf({ complaint, pulled }: CaseFacts, running: RunningClock): string {
	const { complaintId, promises } = pulled;
	if (complaint.phase === 'received') return `/staff/new/${complaintId}`;
	const home = `/staff/case/${complaintId}`;
	if (promises.some(({ promiseId }) => promiseId === running.aboutId)) return `${home}/promises`;
	if (running.clock === 'ombudsmanEnquiry') return `${home}/act/answerOmbudsmanEnquiry`;
	if (running.clock !== 'action') return `${home}/clock`;
	return running.strandId === null
		? `${home}/act/completeRecommended`
		: `${home}/act/recommendationDone?strand=${running.strandId}`;
}

function keyOf({ complaintId, aboutId, clock, dueOn }: PulledReminder): string {
	return [complaintId, aboutId, clock, dueOn].join(' ');
}
