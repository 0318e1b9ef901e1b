import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { given } from '../support/givenWhenThen.ts';
import {
	ELEMENT,
	OTHER_ELEMENT,
	STRAND,
	TEXT,
	advocateAsked,
	extended,
	received,
	resolved,
	responded,
	stage2Requested,
	told,
	triaged,
	withdrawn
} from '../support/complaintHistory.ts';

function correctReceipt(receivedOn: PlainDate): CommandOf<'correctReceiptDate'> {
	return { type: 'correctReceiptDate', receivedOn, reasonTextId: TEXT };
}

function correctResponse(
	facts: Partial<CommandOf<'correctResponseDate'>> = {}
): CommandOf<'correctResponseDate'> {
	return {
		type: 'correctResponseDate',
		strandId: STRAND,
		sentOn: '2026-06-11',
		reasonTextId: TEXT,
		...facts
	};
}

describe('correcting the receipt date (decisions: day 0 is the day any officer had it)', () => {
	it('moves day 0 of every strand', () => {
		const complaint = given(received(), triaged())
			.when(correctReceipt('2026-05-29'))
			.thenComplaint();
		expect(complaint.receivedOn).toBe('2026-05-29');
		expect(complaint.strands[0]?.stage1DayZeroOn).toBe('2026-05-29');
	});

	it('makes a late answer of one that seemed in time', () => {
		const complaint = given(received(), triaged(), responded({ sentOn: '2026-06-15' }))
			.when(correctReceipt('2026-05-28'))
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage1Responded',
			stage1DayZeroOn: '2026-05-28'
		});
	});

	test.each([
		['triage', triaged()],
		['the acknowledgement', [{ type: 'complaintAcknowledged', acknowledgedOn: '2026-06-02' }]],
		['the request for an advocate', [advocateAsked('2026-06-02')]],
		['the withdrawal', [...triaged({ decidedOn: '2026-06-04' }), withdrawn('2026-06-02')]],
		[
			'the notice of more time',
			[...triaged({ decidedOn: '2026-06-04' }), extended({ toldOn: '2026-06-02' })]
		]
	] as [string, ComplaintEvent[]][])('never puts receipt after %s', (_what, history) => {
		given(received(), history)
			.when(correctReceipt('2026-06-03'))
			.thenRefused('dateBefore', { date: '2026-06-02', earliest: '2026-06-03' });
	});

	it('is refused in the future, and off the bank holiday list', () => {
		given(received())
			.when(correctReceipt('2026-06-02'), { on: '2026-06-01' })
			.thenRefused('dateInFuture');
		given(received()).when(correctReceipt('2011-12-30')).thenRefused('bankHolidaysRunOut');
	});
});

describe('correcting the date of the answer', () => {
	it('keeps the reason that was given for a delay', () => {
		const late = responded({ sentOn: '2026-06-18', delayReason: 'serviceDelay' });
		given(received(), triaged(), late)
			.when(correctResponse({ sentOn: '2026-06-17' }))
			.then({
				type: 'responseDateCorrected',
				strandId: STRAND,
				sentOn: '2026-06-17',
				reasonTextId: TEXT,
				delayReason: 'serviceDelay'
			});
	});

	it('drops the reason where it turns out to have been in time', () => {
		const late = responded({ sentOn: '2026-06-18', delayReason: 'serviceDelay' });
		const complaint = given(received(), triaged(), late)
			.when(correctResponse({ sentOn: '2026-06-15' }))
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({ respondedOn: '2026-06-15', delayReason: null });
	});

	it('needs a reason where it turns out to have been late', () => {
		given(received(), triaged(), responded())
			.when(correctResponse({ sentOn: '2026-06-18' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-06-15' });
		const complaint = given(received(), triaged(), responded())
			.when(correctResponse({ sentOn: '2026-06-18', delayReason: 'meetingArranged' }))
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			respondedOn: '2026-06-18',
			delayReason: 'meetingArranged'
		});
	});

	it('needs an answer to correct', () => {
		given(received(), triaged(), told(), stage2Requested())
			.when(correctResponse())
			.thenRefused('wrongStage', { stage: 'stage2Requested' });
	});
});

describe('correcting the date of the request for stage 2', () => {
	it('moves day 0 of stage 2', () => {
		const complaint = given(received(), triaged(), responded(), stage2Requested('2026-07-01'))
			.when({
				type: 'correctStage2RequestDate',
				strandId: STRAND,
				requestedOn: '2026-06-29',
				reasonTextId: TEXT
			})
			.thenComplaint();
		expect(complaint.strands[0]?.stage2RequestedOn).toBe('2026-06-29');
	});

	it('never puts it before the complaint', () => {
		given(received(), triaged(), responded(), stage2Requested('2026-07-01'))
			.when({
				type: 'correctStage2RequestDate',
				strandId: STRAND,
				requestedOn: '2026-05-31',
				reasonTextId: TEXT
			})
			.thenRefused('dateBefore');
	});
});

describe('correcting an outcome', () => {
	function correct(elementId: string): CommandOf<'correctOutcome'> {
		return {
			type: 'correctOutcome',
			strandId: STRAND,
			elementId,
			outcome: 'upheld',
			reasonTextId: TEXT
		};
	}

	it('changes that point, after an answer or a settlement', () => {
		for (const end of [responded(), resolved()]) {
			const complaint = given(received(), triaged(), end).when(correct(ELEMENT)).thenComplaint();
			expect(complaint.strands[0]?.outcomes).toEqual({ [ELEMENT]: 'upheld' });
		}
	});

	it('needs a point of that strand, with an outcome', () => {
		given(received(), triaged(), responded())
			.when(correct(OTHER_ELEMENT))
			.thenRefused('unknownElement');
		given(received(), triaged(), told(), stage2Requested())
			.when(correct(ELEMENT))
			.thenRefused('outcomeMissing', { elementId: ELEMENT });
	});
});
