import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';

/** One question to the server and its answer. All in milliseconds since 1970. */
export interface AskedTheTime {
	/** What the device's clock showed when it asked, and when it heard. */
	askedAtMs: number;
	heardAtMs: number;
	/** The time that the server answered with. */
	serverAtMs: number;
}

/** A clock that is wrong by no more than so many minutes is not worth a word. */
export const CLOCK_TOLERANCE_MINUTES = 5;

const MINUTE_MS = 60_000;

/**
 * By how much a device's clock is wrong, in milliseconds: positive where it is fast, 0 where it is
 * within `toleranceMinutes` of the server's, both ends included. Null where the clock was changed
 * between asking and hearing, so that nothing can be said.
 *
 * How long the answer was on its way is never held against the clock.
 */
export function clockErrorMs(
	{ askedAtMs, heardAtMs, serverAtMs }: AskedTheTime,
	toleranceMinutes = CLOCK_TOLERANCE_MINUTES
): number | null {
	if (heardAtMs < askedAtMs) return null;
	const errorMs = Math.round((askedAtMs + heardAtMs) / 2 - serverAtMs);
	const doubtMs = (heardAtMs - askedAtMs) / 2;
	return Math.abs(errorMs) - doubtMs > toleranceMinutes * MINUTE_MS ? errorMs : 0;
}

/**
 * Which day it is in England by what the server last said and how long ago that was by a steady
 * clock: what a form may offer as today. Null where the device was restarted since, and the person
 * is asked. The device's calendar is never looked at.
 */
export function todayByServer(
	lastServerAtMs: number | null,
	sinceServerMs: number | null
): PlainDate | null {
	if (lastServerAtMs === null || sinceServerMs === null || sinceServerMs < 0) return null;
	return dateInEngland(lastServerAtMs + sinceServerMs);
}
