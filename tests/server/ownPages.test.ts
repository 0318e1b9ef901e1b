import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { trackingPage } from '#lib/server/intake/my/trackingPage.ts';
import { received, triaged, withdrawn } from '../support/complaintHistory.ts';
import { ownCaseOf } from '../support/ownCaseOf.ts';

const WITHDRAWN: ComplaintEvent = {
	type: 'complaintWithdrawn',
	withdrawnOn: '2026-06-02',
	channel: 'website'
};

describe('what is happening, once they asked us to stop', () => {
	it('promises no day on which it is read, where it was stopped before that', () => {
		const { heading, steps } = trackingPage(ownCaseOf('2026-06-02', [received(), WITHDRAWN]));
		expect(heading).toBe('You asked us to stop');
		expect(steps.map(({ title }) => title)).toEqual(['You told us']);
	});

	it('keeps that we had read it, where we had', () => {
		const { steps } = trackingPage(
			ownCaseOf('2026-06-08', [received(), ...triaged(), withdrawn()])
		);
		expect(steps.map(({ state }) => state)).toEqual(['done', 'done']);
	});

	it('says until when they may start again, and no more after that (T5)', () => {
		const more = (today: '2026-06-08' | '2026-07-30') =>
			trackingPage(ownCaseOf(today, [received(), ...triaged(), withdrawn()])).more.join(' ');
		expect(more('2026-06-08')).toMatch(/You can start again here until Friday\s3\sJuly\.$/);
		expect(more('2026-07-30')).not.toContain('until');
	});
});
