import { partsOf, type PlainDate } from '#lib/domain/calendar/plainDate.ts';

/** The first of April on or before a day: where the year of public bodies that it is in begins. */
export function startOfReportYear(day: PlainDate): PlainDate {
	const { year, month } = partsOf(day);
	return `${month < 4 ? year - 1 : year}-04-01`;
}
