import { describe, expect, it, test } from 'vitest';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { CHANNELS, type ClosingReason } from '#lib/domain/complaint/codes.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { given } from '../support/givenWhenThen.ts';
import {
	ELEMENT,
	OTHER_ELEMENT,
	OTHER_STRAND,
	STRAND,
	TEXT,
	advocateAsked,
	element,
	extended,
	outcome,
	received,
	resolved,
	responded,
	stage2Requested,
	strand,
	told,
	triaged,
	triagedCorporate,
	triagedSuspended,
	waitAgreed,
	withdrawn
} from '../support/complaintHistory.ts';

function request(facts: Partial<CommandOf<'requestStage2'>> = {}): CommandOf<'requestStage2'> {
	return {
		type: 'requestStage2',
		strandId: STRAND,
		requestedOn: '2026-07-01',
		channel: 'telephone',
		...facts
	};
}

function closed(reason: ClosingReason, closedOn: '2026-07-13' | '2026-06-26' = '2026-07-13') {
	return { type: 'strandClosed', strandId: STRAND, closedOn, reason } satisfies ComplaintEvent;
}

describe('asking for stage 2 (SI 2006/1738 reg 17; rules 0, traps 1 and 3)', () => {
	test.each([
		['after an answer', [responded()]],
		['after it was settled', [resolved()]],
		['after it was closed as answered', [responded(), closed('answeredNoReply')]],
		['after it was closed as settled', [resolved(), closed('resolved')]],
		['after it was closed because nobody could be reached', [closed('notPursued', '2026-06-26')]],
		['once day 20 was told', [told()]],
		['even while waiting as agreed', [extended(), told(), waitAgreed('2026-07-30')]]
	] as const)('is taken %s, from anybody, with no reason', (_when, history) => {
		for (const by of ['complainant', 'teamManager', 'complaintsOfficer'] as const) {
			given(received(), triaged(), history)
				.when(request({ requestedOn: '2026-07-14' }), { by })
				.then(stage2Requested('2026-07-14'));
		}
	});

	test.each(CHANNELS)('is taken by %s', (channel) => {
		const { decision } = given(received(), triaged(), responded()).when(request({ channel }));
		expect(decision.accepted).toBe(true);
	});

	it('is taken years later: there is no time limit (guidance 3.5.8)', () => {
		given(received(), triaged(), responded(), closed('answeredNoReply'))
			.when(request({ requestedOn: '2028-07-03' }), { on: '2028-07-03' })
			.then(stage2Requested('2028-07-03'));
	});

	it('is taken from the complainant alone once the limit that holds has passed', () => {
		given(received(), triaged())
			.when(request({ requestedOn: '2026-06-16' }), { by: 'complainant' })
			.then(stage2Requested('2026-06-16'));
		given(received(), triaged(), extended())
			.when(request({ requestedOn: '2026-06-30' }), { by: 'complainant' })
			.then(stage2Requested('2026-06-30'));
	});

	it('takes both sides while stage 1 still has time (guidance 3.6.1)', () => {
		given(received(), triaged())
			.when(request({ requestedOn: '2026-06-15' }), { by: 'complainant' })
			.thenRefused('stage2NeedsAgreement', { dueOn: '2026-06-15' });
		given(received(), triaged(), extended())
			.when(request({ requestedOn: '2026-06-16' }), { by: 'teamManager' })
			.thenRefused('stage2NeedsAgreement', { dueOn: '2026-06-29' });
		given(received(), triaged())
			.when(request({ requestedOn: '2026-06-08' }), { by: 'complaintsOfficer' })
			.then({
				type: 'stage2Requested',
				strandId: STRAND,
				requestedOn: '2026-06-08',
				channel: 'telephone',
				byAgreement: true
			});
	});

	it('ends a wait for an advocate where both agree', () => {
		const waiting = [received(), ...triaged(), advocateAsked('2026-06-03')];
		given(waiting)
			.when(request(), { by: 'complainant' })
			.thenRefused('stage2NeedsAgreement', { dueOn: null });
		const complaint = given(waiting).when(request()).thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage2Requested',
			pauses: [{ from: '2026-06-03', to: '2026-07-01' }]
		});
	});

	it('comes after taking up again what was withdrawn', () => {
		given(received(), triaged(), withdrawn())
			.when(request())
			.thenRefused('wrongStage', { stage: 'withdrawn' });
		given(received(), triaged(), withdrawn(), closed('withdrawn'))
			.when(request({ requestedOn: '2026-07-20' }))
			.thenRefused('wrongStage', { stage: 'withdrawn' });
	});

	it('is not asked for twice, nor where proceedings stop it', () => {
		given(received(), triaged(), responded(), stage2Requested())
			.when(request())
			.thenRefused('wrongStage', { stage: 'stage2Requested' });
		given(received(), triagedSuspended()).when(request()).thenRefused('wrongStage');
	});

	it('cannot be dated in the future or before the complaint', () => {
		given(received(), triaged(), responded())
			.when(request({ requestedOn: '2026-07-02' }), { on: '2026-07-01' })
			.thenRefused('dateInFuture');
		given(received(), triaged(), responded())
			.when(request({ requestedOn: '2026-05-31' }))
			.thenRefused('dateBefore', { because: 'received' });
	});

	it('stays in the corporate procedure for a corporate strand', () => {
		const complaint = given(received(), triagedCorporate(), responded())
			.when(request())
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			procedure: 'corporate',
			stage: 'stage2Requested'
		});
	});
});

describe('two strands of one complaint', () => {
	const both = triaged({
		elements: [
			element(),
			element({
				elementId: OTHER_ELEMENT,
				person: 'P13',
				routes: ['CORPORATE'],
				strandId: OTHER_STRAND
			})
		],
		strands: [strand(), strand({ strandId: OTHER_STRAND, procedure: 'corporate' })]
	});

	it('go their own ways: one asks for stage 2 while the other is still open', () => {
		const complaint = given(received(), both, responded())
			.when(request(), { by: 'complainant' })
			.thenComplaint();
		expect(complaint.strands.map(({ stage }) => stage)).toEqual(['stage2Requested', 'stage1Open']);
	});

	it('wait apart: only the child’s statutory strand waits for an advocate', () => {
		const complaint = given(received(), both)
			.when({ type: 'askForAdvocate', askedOn: '2026-06-03', askedBy: 'complainant' })
			.thenComplaint();
		expect(complaint.strands.map(({ stage }) => stage)).toEqual(['stage1Paused', 'stage1Open']);
	});

	it('are answered apart, each for its own points', () => {
		given(received(), both)
			.when({
				type: 'respondStage1',
				strandId: OTHER_STRAND,
				sentOn: '2026-06-12',
				outcomes: [outcome('upheld', ELEMENT)],
				delayReason: null,
				releasedByStaffId: 'staff-alex'
			})
			.thenRefused('unknownElement', { elementId: ELEMENT });
	});

	it('move together when the receipt date was wrong', () => {
		const complaint = given(received(), both)
			.when({ type: 'correctReceiptDate', receivedOn: '2026-05-29', reasonTextId: TEXT })
			.thenComplaint();
		expect(complaint.strands.map(({ stage1DayZeroOn }) => stage1DayZeroOn)).toEqual([
			'2026-05-29',
			'2026-05-29'
		]);
	});
});
