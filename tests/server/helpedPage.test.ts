import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { helpedPage } from '#lib/server/intake/my/helpedPage.ts';
import { TEXT, advocateAsked, received, triaged, withdrawn } from '../support/complaintHistory.ts';
import { ownCaseOf } from '../support/ownCaseOf.ts';

describe('the page of whoever told us for a child', () => {
	const helped = (events: ComplaintEvent[]) =>
		helpedPage(
			ownCaseOf('2026-06-16', [received({ madeBy: 'helper' }), ...triaged(), ...events], {
				childName: 'Ella'
			})
		);

	it('is told that we have stopped, not that they asked for it', () => {
		const refused: ComplaintEvent = {
			type: 'consentRecorded',
			recordedOn: '2026-06-05',
			consent: 'refused',
			evidence: 'inWriting',
			evidenceTextId: TEXT,
			isSuitable: null
		};
		const page = helped([refused, withdrawn()]);
		expect(page.heading).toBe('We have stopped');
		expect(page.asked).toMatch(/^Ella said no on Friday\s5\sJune\. We have stopped\.$/);
		expect(helped([withdrawn()]).asked).toBe('We are not asking Ella any more.');
	});

	it('does not learn that the child asked for an advocate', () => {
		expect(JSON.stringify(helped([advocateAsked('2026-06-10')]))).not.toMatch(/advocate/i);
	});
});
