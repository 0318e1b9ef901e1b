import { describe, expect, it } from 'vitest';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { STRAND, withdrawn } from '../support/complaintHistory.ts';
import { given } from '../support/givenWhenThen.ts';
import {
	EWAN,
	IDA,
	NOOR,
	REASON,
	appointed,
	convened,
	ended,
	panelAcknowledged,
	panelAppointed,
	panelAsked,
	panelFixed,
	panelHeld,
	papersSent,
	stage2Answered
} from '../support/stage3History.ts';

function fix(facts: Partial<CommandOf<'fixPanelDate'>> = {}): CommandOf<'fixPanelDate'> {
	return {
		type: 'fixPanelDate',
		strandId: STRAND,
		panelOn: '2026-10-22',
		atComplainantsWish: false,
		reasonTextId: null,
		...facts
	};
}

function send(facts: Partial<CommandOf<'sendPanelPapers'>> = {}): CommandOf<'sendPanelPapers'> {
	return {
		type: 'sendPanelPapers',
		strandId: STRAND,
		sentOn: '2026-10-07',
		tooLateReasonTextId: null,
		...facts
	};
}

function hold(facts: Partial<CommandOf<'holdPanel'>> = {}): CommandOf<'holdPanel'> {
	return {
		type: 'holdPanel',
		strandId: STRAND,
		heldOn: '2026-10-22',
		attended: ['complainant', 'advocate', 'stage2IndependentPerson'],
		...facts
	};
}

const adjourn: CommandOf<'adjournPanel'> = {
	type: 'adjournPanel',
	strandId: STRAND,
	adjournedOn: '2026-10-21',
	atComplainantsWish: false,
	reasonTextId: REASON
};

const asked = [...stage2Answered(), panelAsked(), panelAcknowledged()];

describe('the date of the panel (SI 2006/1738 reg 19(4): within 30 working days)', () => {
	it('is fixed without a reason up to day 30, Monday 2 November', () => {
		given(asked).when(fix()).then(panelFixed());
		given(asked)
			.when(fix({ panelOn: '2026-11-02' }))
			.then(panelFixed('2026-11-02'));
	});

	it('is refused past day 30 without a reason, and the refusal names the day', () => {
		given(asked)
			.when(fix({ panelOn: '2026-11-03' }))
			.thenRefused('panelPastLimit', { limitOn: '2026-11-02' });
		given(asked)
			.when(fix({ panelOn: '2026-11-03', atComplainantsWish: true }))
			.thenRefused('panelPastLimit');
	});

	it('is recorded as the complainant’s own wish where they asked for a later one', () => {
		given(asked)
			.when(fix({ panelOn: '2026-11-16', atComplainantsWish: true, reasonTextId: REASON }))
			.then(panelFixed('2026-11-16', true));
	});

	it('is changed only for a reason', () => {
		given(asked, panelFixed())
			.when(fix({ panelOn: '2026-10-26' }))
			.thenRefused('panelDateChangeNeedsReason', { panelOn: '2026-10-22' });
		given(asked, panelFixed())
			.when(fix({ panelOn: '2026-10-26', reasonTextId: REASON }))
			.then({ ...panelFixed('2026-10-26'), reasonTextId: REASON } as ComplaintEvent);
	});

	it('does not lie before the request', () => {
		given(asked)
			.when(fix({ panelOn: '2026-09-18' }))
			.thenRefused('dateBefore', { because: 'stage3Requested' });
	});
});

describe('an adjournment', () => {
	it('takes the date away, with a reason, and the panel gets a new one', () => {
		const put = given(convened()).when(adjourn);
		expect(put.thenComplaint().strands[0]).toMatchObject({
			stage: 'stage3Convening',
			stage3: { panelOn: null, adjournedOn: ['2026-10-21'], papers: { sentOn: '2026-10-07' } }
		});
		const again: ComplaintEvent[] = [
			{ ...adjourn, type: 'panelAdjourned' },
			{ ...panelFixed('2026-10-28'), reasonTextId: REASON } as ComplaintEvent
		];
		given(convened(), again)
			.when(hold({ heldOn: '2026-10-28' }))
			.then(panelHeld({ heldOn: '2026-10-28' }));
	});

	it('needs a date to put off', () => {
		given(asked).when(adjourn).thenRefused('panelDateNotFixed');
	});
});

describe('the papers (guidance 3.14: to all, at least 10 working days before)', () => {
	const dated = [...asked, ...panelAppointed(), panelFixed()];

	it('are in time on Thursday 8 October for a panel on Thursday 22 October', () => {
		given(dated).when(send()).then(papersSent());
		given(dated)
			.when(send({ sentOn: '2026-10-08' }))
			.then(papersSent({ sentOn: '2026-10-08' }));
	});

	it('go later only with a reason, which is written down', () => {
		given(dated)
			.when(send({ sentOn: '2026-10-09' }))
			.thenRefused('papersTooLate', { papersByOn: '2026-10-08' });
		given(dated)
			.when(send({ sentOn: '2026-10-09', tooLateReasonTextId: REASON }))
			.then(papersSent({ sentOn: '2026-10-09', isLate: true, tooLateReasonTextId: REASON }));
	});

	it('need a date and all three of the panel, because they go to all', () => {
		given(asked, panelAppointed()).when(send()).thenRefused('panelDateNotFixed');
		given(asked, panelFixed())
			.when(send())
			.thenRefused('panelIncomplete', { hasChair: false, members: 0 });
	});
});

describe('holding the panel (SI 2006/1738 reg 19; rules 3.3)', () => {
	it('is written down with who sat and who came', () => {
		given(convened()).when(hold()).then(panelHeld());
		given(convened())
			.when(hold({ attended: [] }))
			.then(panelHeld({ attended: [] }));
	});

	it('takes three, of whom one chairs', () => {
		given(convened(), ended('panelMember', IDA, '2026-10-15'))
			.when(hold())
			.thenRefused('panelIncomplete', { hasChair: true, members: 1 });
		given(convened(), ended('panelChair', NOOR, '2026-10-15'))
			.when(hold())
			.thenRefused('panelIncomplete', { hasChair: false, members: 2 });
	});

	it('takes three people: nobody sits twice', () => {
		const twice = [
			...asked,
			appointed('panelChair', NOOR, { appointedOn: '2026-09-30' }),
			appointed('panelMember', NOOR, { appointedOn: '2026-09-30' }),
			appointed('panelMember', EWAN, { appointedOn: '2026-09-30' }),
			panelFixed(),
			papersSent()
		];
		given(twice).when(hold()).thenRefused('panelIncomplete');
	});

	it('goes on with a new chair, who has the papers like all others', () => {
		const newChair = [
			...convened(),
			ended('panelChair', NOOR, '2026-10-12'),
			appointed('panelChair', 'person-abe', { appointedOn: '2026-10-13' })
		];
		given(newChair)
			.when(hold())
			.thenRefused('panelWithoutPapers', { personIds: ['person-abe'] });
		given(newChair, papersSent({ sentOn: '2026-10-13', isLate: true, tooLateReasonTextId: REASON }))
			.when(hold())
			.then(panelHeld({ panelPersonIds: ['person-abe', EWAN, IDA] }));
	});

	it('needs a date, and is held on that day', () => {
		given(asked, panelAppointed()).when(hold()).thenRefused('panelDateNotFixed');
		given(convened())
			.when(hold({ heldOn: '2026-10-23' }))
			.thenRefused('panelOnAnotherDay', { panelOn: '2026-10-22' });
	});

	it('needs the papers, in time or with the reason why not', () => {
		given(asked, panelAppointed(), panelFixed()).when(hold()).thenRefused('papersNotSent');
		// The papers were in time for the 22nd, and are too late once the panel is moved to the 20th.
		given(convened(), {
			...panelFixed('2026-10-20'),
			reasonTextId: REASON
		} as ComplaintEvent)
			.when(hold({ heldOn: '2026-10-20' }))
			.thenRefused('papersTooLate', { papersByOn: '2026-10-06' });
	});

	it('cannot be written down before it was held', () => {
		given(convened()).when(hold(), { on: '2026-10-20' }).thenRefused('dateInFuture');
	});
});

describe('taking a review back (SI 2006/1738 reg 7)', () => {
	it.each([
		['asked for', [...stage2Answered(), panelAsked()]],
		['convening', convened()],
		['held', [...convened(), panelHeld()]]
	])('is possible when it was %s, and it comes back to where it stood', (_when, history) => {
		const before = rebuild(history).strands[0]?.stage;
		const taken = withdrawn('2026-10-23');
		given(history, taken)
			.when({ type: 'reinstateStrand', strandId: STRAND, reinstatedOn: '2026-10-26' })
			.then({ type: 'strandReinstated', strandId: STRAND, reinstatedOn: '2026-10-26' });
		const back = rebuild([
			...history,
			taken,
			{ type: 'strandReinstated', strandId: STRAND, reinstatedOn: '2026-10-26' }
		]);
		expect(back.strands[0]?.stage).toBe(before);
		expect(rebuild([...history, taken]).strands[0]?.stage).toBe('withdrawn');
	});
});
