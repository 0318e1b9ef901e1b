import { addDays, weekdayOf, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Pull, PulledCase } from '#lib/wire/sync.ts';
import type { Due } from '../today/DueChip.svelte';
import type { TaskRow } from '../today/ListRow.svelte';
import { factsOf, myself, type CaseFacts } from './caseFacts.ts';
import type { Task } from './taskRows.ts';
import { tasksOf } from './tasks.ts';

/** The rows of Today under one heading. */
export interface TodayGroup {
	id: 'late' | 'today' | 'week' | 'later';
	title: string;
	state: Due['state'];
	rows: readonly TaskRow[];
}

/** What Today shows: the groups that have rows, and how many things did not fit. */
export interface TodayView {
	groups: readonly TodayGroup[];
	/** All things to do, shown or not. */
	count: number;
	left: number;
}

/** The most rows on the page; the rest stands in Cases. */
const MOST_ROWS = 25;

const SATURDAY = 5;

/**
 * What needs the signed-in person, by due date. With `everyones` also what others have in hand;
 * without it what is theirs, what is nobody's yet, and in the cases of others what was asked of
 * them by name: to release an answer, to keep a promise.
 */
export function todayView(
	{ pull, cases }: { pull: Pull; cases: readonly PulledCase[] },
	everyones: boolean
): TodayView {
	const tasks = cases
		.map((pulled) => factsOf(pulled, pull))
		.flatMap((facts) => {
			const tasks = tasksOf(facts);
			return everyones || isForMe(facts) ? tasks : tasks.filter(({ isMine }) => isMine);
		})
		.sort(byDate);
	const shown = tasks.slice(0, MOST_ROWS);
	const groups = GROUPS.map(({ id, title, state }) => ({
		id,
		title,
		state,
		rows: shown.filter((task) => groupOf(task, pull.today) === id).map(({ row }) => row)
	})).filter(({ rows }) => rows.length > 0);
	return { groups, count: tasks.length, left: tasks.length - shown.length };
}

const GROUPS = [
	{ id: 'late', title: 'Late', state: 'late' },
	{ id: 'today', title: 'Today', state: 'today' },
	{ id: 'week', title: 'This week', state: 'soon' },
	{ id: 'later', title: 'Later', state: 'later' }
] as const;

/** Theirs, or of somebody they cover for, as officer or as the manager who answers; or nobody's yet. */
function isForMe({ pulled, pull }: CaseFacts): boolean {
	const { me } = pull;
	const mine = myself(pull);
	const { officerId, responderId } = pulled;
	if ([officerId, responderId].some((id) => id !== null && mine.includes(id))) return true;
	const carries = me.roles.some(
		(role) => role === 'complaintsOfficer' || role === 'complaintsManager'
	);
	return carries ? officerId === null : true;
}

function groupOf({ row, dueOn }: Task, today: PlainDate): TodayGroup['id'] {
	if (row.due.state === 'late') return 'late';
	if (dueOn === null) return 'later';
	if (dueOn <= today) return 'today';
	return dueOn <= endOfWeek(today) ? 'week' : 'later';
}

/** The Sunday of this working week; on a weekend, of the one to come. */
function endOfWeek(today: PlainDate): PlainDate {
	const weekday = weekdayOf(today);
	return addDays(today, (weekday >= SATURDAY ? 13 : 6) - weekday);
}

function byDate(one: Task, other: Task): number {
	if (one.dueOn === other.dueOn) return one.row.name.localeCompare(other.row.name);
	if (one.dueOn === null) return 1;
	if (other.dueOn === null) return -1;
	return one.dueOn < other.dueOn ? -1 : 1;
}
