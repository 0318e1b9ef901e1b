import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { answerPage } from '#lib/server/intake/my/answerPage.ts';
import { ombudsmanPart } from '#lib/server/intake/my/ombudsmanPage.ts';
import { trackingPage } from '#lib/server/intake/my/trackingPage.ts';
import type { Order } from '#lib/wire/sync.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
let priya: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	priya = await office.hire('Priya', ['complaintsManager']);
});
afterAll(() => test.close());

const ON = '2026-11-02';

async function newCase(): Promise<TriagedCase> {
	const { complaintId } = await office.receive();
	return office.triage(sam, complaintId);
}

async function give({ complaintId }: TriagedCase, order: Order, words?: string) {
	const textId = 'termsTextId' in order ? (order.termsTextId ?? '') : '';
	const texts = words ? [{ textId, kind: 'terms' as const, words }] : [];
	const given = await office.give({ by: priya, complaintId, order, texts });
	if (!given.done) throw new Error(JSON.stringify(given));
}

const onPaper = (ids: TriagedCase) =>
	give(ids, {
		type: 'respondStage1',
		strandId: ids.strandId,
		sentOn: ON,
		outcomes: [{ elementId: ids.elementId, outcome: 'upheld' }],
		delayReason: null,
		releasedByStaffId: null,
		sentOnPaper: true
	});

const settled = (ids: TriagedCase) =>
	give(
		ids,
		{
			type: 'resolveStage1',
			strandId: ids.strandId,
			resolvedOn: ON,
			termsTextId: crypto.randomUUID(),
			outcomes: [{ elementId: ids.elementId, outcome: 'upheld' }],
			delayReason: null
		},
		'A heater by Friday'
	);

const ownOf = async ({ complaintId }: TriagedCase) => (await readOwnCase(service, complaintId))!;

describe('an answer that went on paper', () => {
	it('is not to be read here, and the page says so', async () => {
		const ids = await newCase();
		await onPaper(ids);
		const page = trackingPage(await ownOf(ids));
		expect(page.heading).toBe('You have an answer');
		expect(page.more).toContain(
			'We sent you the answer, but not here. If you do not have it, write to us.'
		);
		expect(page.ready).toBeNull();
	});
});

describe('a complaint that was settled', () => {
	it('shows what was agreed, as no finding of ours', async () => {
		const ids = await newCase();
		await settled(ids);
		const own = await ownOf(ids);
		expect(trackingPage(own).ready).toMatchObject({ heading: 'Your answer is here' });
		expect(answerPage(own)).toMatchObject({
			title: 'Your answer',
			lead: 'We sorted it out with you. This is what we agreed.',
			since: null,
			mayAskNew: true,
			parts: [{ title: 'What we agreed with you', outcome: null, found: 'A heater by Friday' }]
		});
	});

	it('leads nobody to those terms as the newest answer once a later one went on paper', async () => {
		const ids = await newCase();
		await settled(ids);
		const { strandId, elementId } = ids;
		await give(ids, { type: 'requestStage2', strandId, requestedOn: ON, channel: 'letter' });
		const asked = await ownOf(ids);
		expect(answerPage(asked)).toMatchObject({
			since: 'You asked someone new to look. They are looking at it now.',
			mayAskNew: false
		});
		const later = {
			...asked,
			complaint: {
				...asked.complaint,
				strands: asked.complaint.strands.map((strand) => ({
					...strand,
					procedure: 'corporate' as const,
					stage: 'corporateAnswered' as const,
					stage2: {
						...strand.stage2,
						respondedOn: ON,
						outcomes: { [elementId]: 'upheld' as const }
					}
				}))
			}
		} satisfies typeof asked;
		expect(trackingPage(later).ready).toEqual({
			href: '/my/answer',
			heading: 'Your answer from before is here',
			words: 'You can still read it.'
		});
		expect(trackingPage(later).more.join(' ')).toContain('We sent you the answer, but not here.');
		expect(answerPage(later)).toMatchObject({
			title: 'Your first answer',
			since: 'You have a newer answer since. It says what you can do next.'
		});
		expect(await ombudsmanPart(service, later)).toMatchObject({
			telephone: '0300 061 0614',
			words: { heading: 'You can ask the Ombudsman' }
		});
	});
});
