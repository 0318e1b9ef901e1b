import { addDays, partsOf, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClockPosition } from '#lib/domain/clocks/position.ts';
import { shortDate, shortDay } from '#lib/words/dates.ts';
import type { Due } from './DueChip.svelte';

/** Working days before the end from which a date is marked as near. */
const SOON_WORKING_DAYS = 2;

/**
 * A due date as the chip shows it. Days are working days unless `unit` says otherwise; the year
 * shows when it is not this year. "Due tomorrow" is said only of the very next day: on a Friday a
 * date on Monday has "1 day left".
 */
export function dueFrom(
	position: ClockPosition,
	due: { on: PlainDate; unit?: 'workingDays' | 'calendarDays' },
	todayOn: PlainDate
): Due {
	const date =
		partsOf(due.on).year === partsOf(todayOn).year ? shortDay(due.on) : shortDate(due.on);
	const amount = (days: number) =>
		`${days} ${due.unit === 'calendarDays' ? 'calendar ' : ''}${days === 1 ? 'day' : 'days'}`;

	switch (position.state) {
		case 'late':
			return { state: 'late', date, words: `${amount(position.late)} late`, on: due.on };
		case 'dueToday':
			return { state: 'today', date, words: 'Due today', on: due.on };
		case 'dayOver':
			return { state: 'today', date, words: 'Due, not late yet', on: due.on };
		case 'paused':
			return { state: 'paused', date, words: 'Paused', on: due.on };
		case 'notStarted':
		case 'running': {
			const left = position.left ?? 0;
			const words = due.on === addDays(todayOn, 1) ? 'Due tomorrow' : `${amount(left)} left`;
			return { state: left <= SOON_WORKING_DAYS ? 'soon' : 'later', date, words, on: due.on };
		}
	}
}
