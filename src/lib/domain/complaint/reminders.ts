import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { clockOf, type ClockName } from '#lib/domain/clocks/statutoryClocks.ts';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import { promiseClocks, type PromisedThing } from '#lib/domain/complaint/promises.ts';
import type { ClockContext, RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

/** Why staff are reminded: the end is near, it is today, or it is past. */
export const REMINDER_KINDS = ['nearlyDue', 'dueToday', 'late'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Who is reminded, by their place in the case. `owner`: who does what was promised. */
export type Reminded = 'officer' | 'responder' | 'owner' | 'manager';

/** One reminder that is due today. */
export interface Reminder {
	/** What it is about: see `reminderAbout`. */
	aboutId: string | null;
	clock: ClockName;
	kind: ReminderKind;
	dueOn: PlainDate;
	/** Who does what was promised or recommended; null where nobody was named. */
	ownerId: string | null;
	to: readonly Reminded[];
}

/** How near the end is when staff are first reminded, and what was promised beside the log. */
export interface Remindable {
	nearlyDueWorkingDays: number;
	promises: readonly PromisedThing[];
}

/**
 * What staff are to be reminded of today: every clock that binds the council and still runs, when
 * `nearlyDueWorkingDays` or fewer are left, on its last day, and once it is late. Each promise and
 * each recommendation has its own day, and lives on after the case is closed. What is only shown
 * or advised has no reminder, and a clock that waits has none.
 *
 * Source: rules 3.2, 3.3; Getting the Best from Complaints 3.8.
 */
export function remindersOf(
	complaint: Complaint,
	context: ClockContext,
	{ nearlyDueWorkingDays, promises }: Remindable
): Reminder[] {
	const owners = ownersOf(complaint, promises);
	const clocks = [...clocksOf(complaint, context), ...promiseClocks(promises, context)];
	const reminders = clocks.flatMap((running): Reminder[] => {
		const kind = kindOf(running, nearlyDueWorkingDays);
		const { clock, dueOn } = running;
		if (kind === null || dueOn === null) return [];
		const aboutId = reminderAbout(running);
		const ownerId = (aboutId !== null && owners.get(aboutId)) || null;
		return [{ aboutId, clock, kind, dueOn, ownerId, to: whomToRemind(clock, kind) }];
	});
	return reminders.filter((one, place) => reminders.findIndex(isSameAs(one)) === place);
}

/** What a reminder of a clock is about: the one promise, recommendation or enquiry, or else the strand; null for the whole complaint. */
export function reminderAbout({
	aboutId,
	strandId
}: Pick<RunningClock, 'aboutId' | 'strandId'>): string | null {
	return aboutId ?? strandId;
}

/**
 * Whom a reminder is for: the manager who answers for the answer of stage 1, whoever does it and
 * the officer for what was promised, the officer for all else; the complaints managers hear of
 * what is late.
 */
export function whomToRemind(clock: ClockName, kind: ReminderKind): readonly Reminded[] {
	const first = firstReminded(clock);
	return kind === 'late' ? [...first, 'manager'] : first;
}

function firstReminded(clock: ClockName): readonly Reminded[] {
	if (clock === 'action') return ['owner', 'officer'];
	return clock === 'stage1Response' || clock === 'corporateStage1Response'
		? ['responder']
		: ['officer'];
}

function ownersOf(
	{ strands }: Complaint,
	promises: readonly PromisedThing[]
): ReadonlyMap<string, string | null> {
	return new Map([
		...promises.map(({ promiseId, ownerId }) => [promiseId, ownerId] as const),
		...strands.flatMap(({ recommendations }) =>
			recommendations.map(
				({ recommendationId, ownerId = null }) => [recommendationId, ownerId] as const
			)
		)
	]);
}

function kindOf(
	{ clock, outcome, position }: RunningClock,
	nearlyDueWorkingDays: number
): ReminderKind | null {
	const { binds, force } = clockOf(clock);
	if (binds !== 'council' || force === 'shadow' || force === 'advice') return null;
	if (outcome === 'late') return 'late';
	if (outcome !== 'running' || position === null) return null;
	switch (position.state) {
		case 'dueToday':
		case 'dayOver':
			return 'dueToday';
		case 'running':
		case 'notStarted':
			return position.left !== null && position.left <= nearlyDueWorkingDays ? 'nearlyDue' : null;
		case 'late':
		case 'paused':
			return null;
	}
}

function isSameAs(one: Reminder) {
	return ({ aboutId, clock, kind, dueOn }: Reminder) =>
		aboutId === one.aboutId && clock === one.clock && kind === one.kind && dueOn === one.dueOn;
}
