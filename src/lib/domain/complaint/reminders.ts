import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { clockOf, type ClockName } from '#lib/domain/clocks/statutoryClocks.ts';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import type { StrandId } from '#lib/domain/complaint/codes.ts';
import type { ClockContext, RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

/** Why staff are reminded: the end is near, it is today, or it is past. */
export const REMINDER_KINDS = ['nearlyDue', 'dueToday', 'late'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Who is reminded, by their place in the case. */
export type Reminded = 'officer' | 'responder' | 'manager';

/** One reminder that is due today. `strandId` is null for a clock of the whole complaint. */
export interface Reminder {
	strandId: StrandId | null;
	clock: ClockName;
	kind: ReminderKind;
	dueOn: PlainDate;
	to: readonly Reminded[];
}

/**
 * What staff are to be reminded of today: every clock that binds the council and still runs, when
 * `nearlyDueWorkingDays` or fewer are left, on its last day, and once it is late. What is only
 * shown or advised has no reminder, and a clock that waits has none.
 *
 * Source: rules 3.2, 3.3.
 */
export function remindersOf(
	complaint: Complaint,
	context: ClockContext,
	nearlyDueWorkingDays: number
): Reminder[] {
	const reminders = clocksOf(complaint, context).flatMap((running): Reminder[] => {
		const kind = kindOf(running, nearlyDueWorkingDays);
		const { strandId, clock, dueOn } = running;
		return kind === null || dueOn === null
			? []
			: [{ strandId, clock, kind, dueOn, to: whomToRemind(clock, kind) }];
	});
	return reminders.filter((one, place) => reminders.findIndex(isSameAs(one)) === place);
}

/**
 * Whom a reminder is for: the manager who answers for the answer of stage 1, the officer for all
 * else; the complaints managers hear of what is late.
 */
export function whomToRemind(clock: ClockName, kind: ReminderKind): readonly Reminded[] {
	const first: Reminded =
		clock === 'stage1Response' || clock === 'corporateStage1Response' ? 'responder' : 'officer';
	return kind === 'late' ? [first, 'manager'] : [first];
}

function kindOf(
	{ clock, outcome, position }: RunningClock,
	nearlyDueWorkingDays: number
): ReminderKind | null {
	const { binds, force } = clockOf(clock);
	if (binds !== 'council' || force === 'shadow' || force === 'advice' || force === 'information') {
		return null;
	}
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
	return ({ strandId, clock, kind, dueOn }: Reminder) =>
		strandId === one.strandId && clock === one.clock && kind === one.kind && dueOn === one.dueOn;
}
