/**
 * How long what can be read on a device stays there: so many hours after the server was last heard,
 * and so many days after its person signed in, whatever was heard. A device has no clock that its
 * holder could not turn, so that time passed is added up as it is seen to pass, and never taken away.
 *
 * Source: security 3.1, 3.8.
 */

const HOUR_MS = 60 * 60 * 1_000;
const DAY_HOURS = 24;

/** How far a clock may be put back without a question: what setting it by the network moves. */
export const CLOCK_TOLERANCE_MS = 10 * 60 * 1_000;

/** What is known of the time that passed, kept on the device. */
export interface Lease {
	/** How long ago the server was heard, in milliseconds. Only ever grows until it is heard again. */
	sinceHeardMs: number;
	/** How long ago the person signed in. */
	sinceSignInMs: number;
	/** What the device's clock said when it was last looked at. */
	seenAtMs: number;
	/** It then said an earlier time than before: nothing it says is believed until the server is heard. */
	isTurnedBack: boolean;
}

export interface LeaseLimits {
	leaseHours: number;
	longestLeaseDays: number;
}

/** What the device's clocks say now. */
export interface DeviceTime {
	/** The clock on the wall, in milliseconds since 1970: whoever holds the device can turn it. */
	wallMs: number;
	/** By how much it fell behind the clock that nobody turns, while the app was open. */
	lagMs: number;
}

/** The lease of somebody who signed in `signedInForMs` ago, where the server was heard just now. */
export function startLease(wallMs: number, signedInForMs = 0): Lease {
	return {
		sinceHeardMs: 0,
		sinceSignInMs: signedInForMs,
		seenAtMs: wallMs,
		isTurnedBack: false
	};
}

/** The lease after a look at the clocks. */
export function passTime(lease: Lease, { wallMs, lagMs }: DeviceTime): Lease {
	const atMs = wallMs + Math.max(0, lagMs);
	const passedMs = Math.max(0, atMs - lease.seenAtMs);
	return {
		sinceHeardMs: lease.sinceHeardMs + passedMs,
		sinceSignInMs: lease.sinceSignInMs + passedMs,
		// The latest there ever was, so that many small steps back come to no more than one.
		seenAtMs: Math.max(lease.seenAtMs, atMs),
		isTurnedBack: lease.isTurnedBack || wallMs < lease.seenAtMs - CLOCK_TOLERANCE_MS
	};
}

/**
 * The lease after the server was heard: the device's clock is believed again, as it stands. Where the
 * server said how long ago the person signed in, that counts.
 */
export function hearServer(lease: Lease, now: DeviceTime, signedInForMs: number | null): Lease {
	return startLease(now.wallMs, signedInForMs ?? passTime(lease, now).sinceSignInMs);
}

/** How much of it is left in milliseconds; 0 where it is over. */
export function leaseLeftMs(lease: Lease, { leaseHours, longestLeaseDays }: LeaseLimits): number {
	if (lease.isTurnedBack) return 0;
	const untilHeard = leaseHours * HOUR_MS - lease.sinceHeardMs;
	const untilSignIn = longestLeaseDays * DAY_HOURS * HOUR_MS - lease.sinceSignInMs;
	return Math.max(0, Math.min(untilHeard, untilSignIn));
}
