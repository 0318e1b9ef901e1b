import { z } from 'zod';
import { parsePlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';

const DAY = 'Enter a day, like 2031-01-01';
const day = z
	.string()
	.trim()
	.refine((text) => parsePlainDate(text).known, DAY)
	.transform((text) => text as PlainDate);
const optionalDay = z.union([z.literal('').transform(() => null), day]);

/** One day added, with its name, and where it was moved from another day, that day. */
export const addHolidayForm = z.object({
	day,
	name: z.string().trim().min(1, 'Enter what the day is called').max(100),
	insteadOf: optionalDay
});

/** A year past the end of the list, all its days at once, one a line: `2031-01-01 New Year's Day`. */
export const addYearForm = z.object({
	lines: z
		.string()
		.trim()
		.min(1, 'Enter the days of the year, one a line')
		.max(4000)
		.transform((text) =>
			text
				.split(/\r?\n/)
				.map((line) => line.trim())
				.filter(Boolean)
		)
		.refine(
			(lines) => lines.every((line) => parsePlainDate(line.slice(0, 10)).known && line.length > 11),
			'Write each day like this: 2031-01-01 New Year’s Day'
		)
		.transform((lines) =>
			lines.map((line) => ({ day: line.slice(0, 10) as PlainDate, name: line.slice(10).trim() }))
		)
});
