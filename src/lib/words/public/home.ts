import { daysOfWeek, timesOfDay, type OpenHours } from '#lib/words/hours.ts';

/** When what is sent is read: "We read these 9am to 5pm, Monday to Friday." */
export function readingHours(hours: OpenHours): string {
	const days = daysOfWeek(hours);
	return days === '' ? 'A person reads these.' : `We read these ${timesOfDay(hours)}, ${days}.`;
}
