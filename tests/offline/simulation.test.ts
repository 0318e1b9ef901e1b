import { describe, expect, it } from 'vitest';
import { FAULTS } from '../simulation/faults.ts';
import { RIGHT_WAYS, runSchedule, type Ran } from '../simulation/schedule.ts';

// What a seed decides: which device writes, sends, dies, is full, is emptied, is signed out; what the
// line loses, doubles and delays; when the server dies, is backed up and restored; who may see what.
// `npm run bench -- sync 1 SEED` plays one again.

const SCHEDULES = 10_000;
const AT_ONCE = 500;
/** A fault is found within so many schedules, or the model is too kind. */
const SOON = 2_000;

describe('orders given with no signal', () => {
	it.each(Array.from({ length: SCHEDULES / AT_ONCE }, (_, part) => part * AT_ONCE))(
		'arrive once, in order, over nothing unseen, and stay with who may see them: from seed %i on',
		async (from) => {
			const bad: Ran[] = [];
			let saved = 0;
			for (let seed = from; seed < from + AT_ONCE; seed += 1) {
				const ran = await runSchedule(seed);
				saved += ran.saved;
				if (ran.violations.length > 0) bad.push(ran);
			}
			expect(bad).toEqual([]);
			expect(saved).toBeGreaterThan(AT_ONCE * 5);
		}
	);

	it('happen the same when the same seed is played again', async () => {
		expect(await runSchedule(42)).toEqual(await runSchedule(42));
		expect((await runSchedule(42)).saved).not.toBe((await runSchedule(43)).saved);
	});
});

describe('what the schedules would show', () => {
	it('has at least fifteen faults to show', () => {
		expect(new Set(FAULTS.map(([name]) => name)).size).toBeGreaterThanOrEqual(15);
	});

	it.each(FAULTS)('%s', async (_name, ways) => {
		expect(await firstFound(ways)).not.toBeNull();
	});

	// Two senders at once do no harm: the server's receipts and the device's own transactions hold the
	// order. One at a time is for the sake of the line. See docs/decisions/0016-orders-with-no-signal.md.
	it('is nothing where two tabs send at once: the rest holds', async () => {
		const device = { ...RIGHT_WAYS.device, alone: 'everybody at once' as const };
		for (let seed = 0; seed < AT_ONCE; seed += 1) {
			expect((await runSchedule(seed, undefined, { ...RIGHT_WAYS, device })).violations).toEqual(
				[]
			);
		}
	});
});

async function firstFound(ways: typeof RIGHT_WAYS): Promise<number | null> {
	for (let seed = 0; seed < SOON; seed += 1) {
		if ((await runSchedule(seed, undefined, ways)).violations.length > 0) return seed;
	}
	return null;
}
