import { isPlainDate } from '#lib/domain/calendar/plainDate.ts';
import { loneDate } from '#lib/words/dates.ts';

/** A picked date in words, with its weekday; undefined where it is none. */
export function sayDate(picked: string): string | undefined {
	return isPlainDate(picked) ? loneDate(picked) : undefined;
}
