import type { ClockRefusal } from '#lib/domain/clocks/clockFacts.ts';
import { CLOCK_TITLES, PAUSE_WORDS } from '#lib/words/clockNames.ts';
import { fullDate } from '#lib/words/dates.ts';

/** Why the calendar or a clock gives no date, in a sentence for a person. */
export function sayClockRefusal(refusal: ClockRefusal): string {
	switch (refusal.code) {
		case 'notADate':
			return `“${shorten(refusal.text)}” is not a date. Write it as year, month and day, like 2026-06-15.`;
		case 'noSuchDay':
			return `There is no such day as ${refusal.text}.`;
		case 'yearOutOfRange':
			return `The year in ${refusal.text} must be from ${refusal.fromYear} to ${refusal.toYear}.`;
		case 'bankHolidaysRunOut':
			return `The date cannot be worked out: bank holidays are known only from ${fullDate(refusal.from)} to ${fullDate(refusal.to)}, and ${fullDate(refusal.date)} is outside that.`;
		case 'holidaysMissing':
			return `${refusal.year} has only ${refusal.found} bank holidays on weekdays. Add those that are missing before dates in that year are counted.`;
		case 'clockPaused':
			return `The date is not known yet: the clock has been paused since ${fullDate(refusal.sinceOn)}. Without the pause it would be ${fullDate(refusal.unpausedDueOn)}.`;
		case 'cannotBeExtended':
			return `“${CLOCK_TITLES[refusal.clock]}” cannot be given more time.`;
		case 'cannotBePaused':
			return `“${CLOCK_TITLES[refusal.clock]}” does not stop for this: ${PAUSE_WORDS[refusal.reason]}.`;
		case 'pauseEndsBeforeItStarts':
			return `The pause ends on ${fullDate(refusal.to)}, before it starts on ${fullDate(refusal.from)}.`;
		case 'dateNotSet':
			return `“${CLOCK_TITLES[refusal.clock]}” has no date yet. Somebody must set one.`;
	}
}

/** Typed text as it may be shown: short, and without characters that would move a screen. */
function shorten(text: string): string {
	const shown = text.replace(/\p{Cc}/gu, '?');
	return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
