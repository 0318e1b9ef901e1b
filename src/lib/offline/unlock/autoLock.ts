/** After how long out of sight, and after how long untouched, a device locks. Source: security 3.2. */
export const LOCK_AFTER_HIDDEN_MS = 2 * 60 * 1_000;
export const LOCK_AFTER_IDLE_MS = 5 * 60 * 1_000;

/** A moment by both clocks: one may be turned, the other may stand still while the device sleeps. */
export interface Moment {
	wallMs: number;
	steadyMs: number;
}

/** What one tab knows of its use. */
export interface InUse {
	/** When any tab of this device was last touched. */
	touchedAt: Moment;
	/** Since when this tab is out of sight; null while it is seen. */
	hiddenAt: Moment | null;
}

/**
 * Why it is to lock now, or null. By moments and not by timers alone: a tablet that slept finds on
 * waking that its time was over, before it shows anything. A tab out of sight stays open while its
 * person works in another.
 */
export function lockBecause({ touchedAt, hiddenAt }: InUse, now: Moment): 'hidden' | 'idle' | null {
	const untouchedMs = passedBetween(touchedAt, now);
	if (untouchedMs >= LOCK_AFTER_IDLE_MS) return 'idle';
	if (!hiddenAt) return null;
	const hiddenMs = Math.min(passedBetween(hiddenAt, now), untouchedMs);
	return hiddenMs >= LOCK_AFTER_HIDDEN_MS ? 'hidden' : null;
}

/** The longer of what both clocks say has passed. */
function passedBetween(from: Moment, to: Moment): number {
	return Math.max(0, to.wallMs - from.wallMs, to.steadyMs - from.steadyMs);
}
