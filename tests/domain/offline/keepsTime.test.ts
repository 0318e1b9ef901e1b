import { describe, expect, it, test } from 'vitest';
import { clockErrorMs, todayByServer } from '#lib/domain/offline/keepsTime.ts';

const MINUTE = 60_000;
const SERVER = Date.parse('2026-06-15T12:00:00Z');

describe('whether the clock of a device is wrong', () => {
	test.each([
		[0, 0],
		[5 * MINUTE, 0],
		[-5 * MINUTE, 0],
		[5 * MINUTE + 1, 5 * MINUTE + 1],
		[-6 * MINUTE, -6 * MINUTE],
		[3 * 365 * 1440 * MINUTE, 3 * 365 * 1440 * MINUTE]
	])('%i ms beside the server’s is %i', (offMs, errorMs) => {
		const at = SERVER + offMs;
		expect(clockErrorMs({ askedAtMs: at, heardAtMs: at, serverAtMs: SERVER })).toBe(errorMs);
	});

	it('does not hold a slow line against it', () => {
		const slow = { askedAtMs: SERVER - 8 * MINUTE, heardAtMs: SERVER + MINUTE, serverAtMs: SERVER };
		expect(clockErrorMs(slow)).toBe(0);
		expect(clockErrorMs({ ...slow, askedAtMs: SERVER, heardAtMs: SERVER + 20 * MINUTE })).toBe(0);
		const wrong = { ...slow, askedAtMs: SERVER + 60 * MINUTE, heardAtMs: SERVER + 62 * MINUTE };
		expect(clockErrorMs(wrong)).toBe(61 * MINUTE);
	});

	it('is as strict as it is asked to be', () => {
		const at = SERVER + 3 * MINUTE;
		const asked = { askedAtMs: at, heardAtMs: at, serverAtMs: SERVER };
		expect(clockErrorMs(asked, 2)).toBe(3 * MINUTE);
		expect(clockErrorMs(asked, 3)).toBe(0);
	});

	it('cannot be said of a clock that was put back between asking and hearing', () => {
		expect(
			clockErrorMs({ askedAtMs: SERVER, heardAtMs: SERVER - MINUTE, serverAtMs: SERVER })
		).toBeNull();
	});
});

describe('the day that a form offers as today', () => {
	it('is counted on from what the server said', () => {
		const halfPast = Date.parse('2026-06-30T22:30:00Z');
		expect(todayByServer(halfPast, 0)).toBe('2026-06-30');
		expect(todayByServer(halfPast, 60 * MINUTE)).toBe('2026-07-01');
	});

	it('is none where the device never heard it, was restarted since, or counts backwards', () => {
		expect(todayByServer(null, 1000)).toBeNull();
		expect(todayByServer(SERVER, null)).toBeNull();
		expect(todayByServer(SERVER, -1)).toBeNull();
	});
});
