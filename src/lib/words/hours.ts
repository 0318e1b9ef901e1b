import { clockTimeWords } from '#lib/words/dates.ts';

/** When people are there. Weekday 1 is Monday, 7 is Sunday; times are '09:00'. */
export interface OpenHours {
	weekdays: readonly number[];
	opensAt: string;
	closesAt: string;
}

const WEEKDAYS = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday'
] as const;

/** "9am to 5pm". */
export function timesOfDay({ opensAt, closesAt }: OpenHours): string {
	return `${sayClock(opensAt)} to ${sayClock(closesAt)}`;
}

/** "Monday to Friday, 9am to 5pm", as it stands beside a phone number. Empty with no day set. */
export function hoursWords(hours: OpenHours): string {
	const days = daysOfWeek(hours);
	return days === '' ? '' : `${days}, ${timesOfDay(hours)}`;
}

/** "Monday to Friday"; "Monday, Wednesday and Friday"; "every day". Empty where no day is set. */
export function daysOfWeek({ weekdays }: OpenHours): string {
	const days = [...new Set(weekdays)].filter((day) => WEEKDAYS[day - 1]).sort((a, b) => a - b);
	if (days.length === WEEKDAYS.length) return 'every day';
	const [first = 1] = days;
	const isUnbroken = days.every((day, index) => day === first + index);
	const names = days.map((day) => WEEKDAYS[day - 1] ?? '');
	if (isUnbroken && days.length > 2) return `${names[0]} to ${names.at(-1)}`;
	return names.length < 2
		? (names[0] ?? '')
		: `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function sayClock(clock: string): string {
	const [hours = 0, minutes = 0] = clock.split(':').map(Number);
	return clockTimeWords({ hours: hours % 24, minutes });
}
