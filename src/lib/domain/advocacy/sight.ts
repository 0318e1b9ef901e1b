import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';

/**
 * The last day on which an advocate sees what a child lets them know of a complaint that ended, that
 * day included; null while it goes on. `days` are counted from the day it ended, or from the day the
 * child last said yes, where that is later: so stage 2, the Ombudsman or a letter can still be helped
 * with, and nobody has to remember to take it back.
 */
export function sightEndsOn(
	{ endedOn, toldOn }: { endedOn: PlainDate | null; toldOn: PlainDate },
	days: number
): PlainDate | null {
	if (endedOn === null) return null;
	return addDays(toldOn > endedOn ? toldOn : endedOn, days);
}
