import { describe, expect, it } from 'vitest';
import {
	CLOCK_TOLERANCE_MS,
	hearServer,
	leaseLeftMs,
	passTime,
	startLease,
	type Lease
} from '#lib/domain/offline/lease.ts';

const LIMITS = { leaseHours: 72, longestLeaseDays: 7 };
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Tuesday 3 November 2026, 09:00. */
const START_MS = Date.UTC(2026, 10, 3, 9);

function at(lease: Lease, hours: number, lagMs = 0): Lease {
	return passTime(lease, { wallMs: START_MS + hours * HOUR_MS, lagMs });
}

function isOver(lease: Lease): boolean {
	return leaseLeftMs(lease, LIMITS) === 0;
}

describe('what can be read on a device stays', () => {
	it.each([
		[0, 72],
		[71, 1],
		[72, 0],
		[500, 0]
	])('%i hours after the server was heard: %i hours more', (hours, left) => {
		expect(leaseLeftMs(at(startLease(START_MS), hours), LIMITS)).toBe(left * HOUR_MS);
	});

	it('as long as the server is heard again in time', () => {
		let lease = startLease(START_MS);
		for (const day of [1, 2, 3, 4, 5, 6]) {
			lease = hearServer(lease, { wallMs: START_MS + day * DAY_MS, lagMs: 0 }, null);
			expect(isOver(lease)).toBe(false);
		}
	});

	it('for seven days after its person signed in, whatever was heard', () => {
		let lease = startLease(START_MS);
		for (const day of [2, 4, 6]) {
			lease = hearServer(lease, { wallMs: START_MS + day * DAY_MS, lagMs: 0 }, null);
		}
		expect(leaseLeftMs(lease, LIMITS)).toBe(DAY_MS);
		expect(isOver(at(lease, 7 * 24))).toBe(true);
	});

	it('for seven days more once they have signed in again', () => {
		const time = { wallMs: START_MS + 6 * DAY_MS, lagMs: 0 };
		const lease = hearServer(startLease(START_MS), time, 2 * HOUR_MS);
		expect(lease.sinceSignInMs).toBe(2 * HOUR_MS);
	});
});

describe('whoever turns the clock', () => {
	it('back, before the server was last heard, has nothing to read until it is heard again', () => {
		const lease = at(startLease(START_MS), -1);
		expect(isOver(lease)).toBe(true);
		expect(isOver(at(lease, 1)), 'and turning it forward again helps nothing').toBe(true);
		const heard = hearServer(lease, { wallMs: START_MS - HOUR_MS, lagMs: 0 }, null);
		expect(isOver(heard)).toBe(false);
	});

	it('back, but not as far as that, has nothing either: the device saw a later time', () => {
		expect(isOver(at(at(startLease(START_MS), 50), 1))).toBe(true);
	});

	it('back by what the network puts right loses and gains nothing', () => {
		const lease = at(startLease(START_MS), 10);
		const wallMs = START_MS + 10 * HOUR_MS - CLOCK_TOLERANCE_MS;
		expect(leaseLeftMs(passTime(lease, { wallMs, lagMs: 0 }), LIMITS)).toBe(62 * HOUR_MS);
	});

	it('back while the app is open is held to the clock that nobody turns', () => {
		const lease = at(startLease(START_MS), 0, 71 * HOUR_MS);
		expect(leaseLeftMs(lease, LIMITS)).toBe(HOUR_MS);
	});

	it('forward by years has nothing to read', () => {
		expect(isOver(at(startLease(START_MS), 3 * 365 * 24))).toBe(true);
	});

	it('at random, 20,000 times, never reads for longer than the lease', () => {
		const random = randomFrom(20_261_126);
		const faults = new Set<string>();
		for (let device = 0; device < 20_000; device += 1) {
			let lease = startLease(START_MS);
			let trueMs = START_MS;
			let offMs = 0;
			let latestMs = START_MS;
			for (let look = 0; look < 12; look += 1) {
				trueMs += Math.floor(random() * 24 * HOUR_MS);
				if (random() < 0.5) offMs += Math.floor((random() - 0.5) * 4 * DAY_MS);
				const wallMs = trueMs + offMs;
				const before = leaseLeftMs(lease, LIMITS);
				lease = passTime(lease, { wallMs, lagMs: 0 });
				const left = leaseLeftMs(lease, LIMITS);
				if (left > before) faults.add('it grew');
				if (left > 0 && wallMs < latestMs - CLOCK_TOLERANCE_MS) faults.add('it went back');
				latestMs = Math.max(latestMs, wallMs);
				if (left > 0 && latestMs - START_MS >= 72 * HOUR_MS) faults.add('it was seen to be over');
				if (left > 0 && offMs >= 0 && trueMs - START_MS >= 72 * HOUR_MS) faults.add('it was over');
			}
		}
		expect([...faults]).toEqual([]);
	});

	it('in any number of small steps back gains ten minutes in all, where the app was open', () => {
		const random = randomFrom(7);
		for (let device = 0; device < 200; device += 1) {
			let lease = startLease(START_MS);
			let trueMs = START_MS;
			let wallMs = START_MS;
			while (leaseLeftMs(lease, LIMITS) > 0) {
				trueMs += MINUTE_MS * 30;
				wallMs += MINUTE_MS * 30 - Math.floor(random() * CLOCK_TOLERANCE_MS);
				lease = passTime(lease, { wallMs, lagMs: trueMs - wallMs });
			}
			expect(trueMs - START_MS).toBeLessThanOrEqual(72 * HOUR_MS + CLOCK_TOLERANCE_MS);
		}
	});
});

/** The same numbers from 0 to 1 for the same seed. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}
