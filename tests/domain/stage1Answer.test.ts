import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { Stage1Resolved } from '#lib/domain/complaint/events.ts';
import { given } from '../support/givenWhenThen.ts';
import {
	ELEMENT,
	OFFICER,
	OTHER_ELEMENT,
	STRAND,
	TEXT,
	element,
	extended,
	outcome,
	received,
	resolved,
	responded,
	strand,
	told,
	triaged,
	triagedCorporate,
	waitAgreed
} from '../support/complaintHistory.ts';

function respond(facts: Partial<CommandOf<'respondStage1'>> = {}): CommandOf<'respondStage1'> {
	return {
		type: 'respondStage1',
		strandId: STRAND,
		sentOn: '2026-06-12',
		outcomes: [outcome('notUpheld')],
		delayReason: null,
		releasedByStaffId: OFFICER,
		...facts
	};
}

function resolve(facts: Partial<CommandOf<'resolveStage1'>> = {}): CommandOf<'resolveStage1'> {
	return {
		type: 'resolveStage1',
		strandId: STRAND,
		resolvedOn: '2026-06-10',
		termsTextId: TEXT,
		outcomes: [outcome('upheld')],
		delayReason: null,
		...facts
	};
}

describe('answering at stage 1 (SI 2006/1738 regs 13(2), 14 and 15)', () => {
	it('is written down with an outcome for each point', () => {
		given(received(), triaged()).when(respond()).then(responded());
	});

	it('needs a second person who released it', () => {
		given(received(), triaged())
			.when(respond({ releasedByStaffId: null }))
			.thenRefused('needsTwoPeople');
	});

	it('needs no release when a letter is recorded as sent on paper already', () => {
		given(received(), triaged())
			.when(respond({ releasedByStaffId: null, sentOnPaper: true }))
			.then(responded({ releasedByStaffId: null, sentOnPaper: true }));
	});

	it('cannot leave a point without an outcome', () => {
		const two = triaged({ elements: [element(), element({ elementId: OTHER_ELEMENT })] });
		given(received(), two)
			.when(respond())
			.thenRefused('outcomeMissing', { elementId: OTHER_ELEMENT });
	});

	it('cannot decide a point of another strand, or one point twice', () => {
		given(received(), triaged())
			.when(respond({ outcomes: [outcome('upheld'), outcome('upheld', OTHER_ELEMENT)] }))
			.thenRefused('unknownElement', { elementId: OTHER_ELEMENT });
		given(received(), triaged())
			.when(respond({ outcomes: [outcome('upheld'), outcome('notUpheld')] }))
			.thenRefused('sameIdTwice', { id: ELEMENT });
	});

	it('is in time on day 10, and on the weekend after a limit that ends on a Friday', () => {
		given(received(), triaged())
			.when(respond({ sentOn: '2026-06-15' }))
			.then(responded({ sentOn: '2026-06-15' }));
		given(received({ receivedOn: '2026-05-29' }), triaged())
			.when(respond({ sentOn: '2026-06-13' }))
			.then(responded({ sentOn: '2026-06-13' }));
	});

	it('needs the reason for the delay from day 11 on', () => {
		given(received(), triaged())
			.when(respond({ sentOn: '2026-06-16' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-06-15' });
		given(received(), triaged())
			.when(respond({ sentOn: '2026-06-16', delayReason: 'serviceDelay' }))
			.then(responded({ sentOn: '2026-06-16', delayReason: 'serviceDelay' }));
	});

	it('has until day 20 once time was extended', () => {
		given(received(), triaged(), extended())
			.when(respond({ sentOn: '2026-06-29' }))
			.then(responded({ sentOn: '2026-06-29' }));
		given(received(), triaged(), extended())
			.when(respond({ sentOn: '2026-06-30' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-06-29' });
	});

	it('needs its reason even where the complainant agreed to wait', () => {
		given(received(), triaged(), extended(), waitAgreed('2026-07-10'))
			.when(respond({ sentOn: '2026-07-09' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-06-29' });
	});

	it('keeps no reason for a delay that was none', () => {
		given(received(), triaged())
			.when(respond({ delayReason: 'serviceDelay' }))
			.then(responded());
	});

	it('still takes a late answer after stage 2 was told of', () => {
		given(received(), triaged(), told())
			.when(respond({ sentOn: '2026-07-03', delayReason: 'advocate' }))
			.then(responded({ sentOn: '2026-07-03', delayReason: 'advocate' }));
	});

	it('cannot be sent twice', () => {
		given(received(), triaged(), responded())
			.when(respond())
			.thenRefused('wrongStage', { stage: 'stage1Responded' });
	});

	it('cannot be dated before the complaint, in the future, or on a day that is none', () => {
		given(received(), triaged())
			.when(respond({ sentOn: '2026-05-31' }))
			.thenRefused('dateBefore', { earliest: '2026-06-01', because: 'received' });
		given(received(), triaged())
			.when(respond({ sentOn: '2026-06-12' }), { on: '2026-06-11' })
			.thenRefused('dateInFuture', { today: '2026-06-11' });
		given(received(), triaged())
			.when(respond({ sentOn: '2026-06-31' }))
			.thenRefused('noSuchDay');
	});

	it('is held to the council’s own 15 days in the corporate procedure', () => {
		given(received(), triagedCorporate())
			.when(respond({ sentOn: '2026-06-22' }))
			.then(responded({ sentOn: '2026-06-22' }));
		given(received(), triagedCorporate())
			.when(respond({ sentOn: '2026-06-23' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-06-22' });
	});
});

describe('settling at stage 1 (reg 15)', () => {
	it('is written down with its terms', () => {
		given(received(), triaged()).when(resolve()).then(resolved());
	});

	it('needs its reason when it is late, and an outcome for each point', () => {
		given(received(), triaged())
			.when(resolve({ resolvedOn: '2026-06-16' }))
			.thenRefused('delayReasonMissing', { dueOn: '2026-06-15' });
		given(received(), triaged())
			.when(resolve({ outcomes: [] }))
			.thenRefused('outcomeMissing');
	});

	it('may name a day by which what was agreed is done, not before it was agreed', () => {
		const settle = given(received(), triaged());
		const withDay = { ...resolved(), termsDueOn: '2026-06-30' } as Stage1Resolved;
		settle.when(resolve({ termsDueOn: '2026-06-30' })).then(withDay);
		settle.when(resolve({ termsDueOn: null })).then(resolved());
		settle
			.when(resolve({ termsDueOn: '2026-06-09' }))
			.thenRefused('dateBefore', { earliest: '2026-06-10', because: 'resolved' });
	});

	it('sent on paper may say what will be done and by when, not before it went', () => {
		const onPaper = { releasedByStaffId: null, sentOnPaper: true } as const;
		const promised = (dueOn: PlainDate) => ({ promised: { textId: TEXT, dueOn } });
		const answered = given(received(), triaged());
		const sent = answered.when(respond({ ...onPaper, ...promised('2026-06-12') }));
		expect(sent.thenComplaint().strands[0]?.respondedOn).toBe('2026-06-12');
		answered
			.when(respond({ ...onPaper, ...promised('2026-06-11') }))
			.thenRefused('dateBefore', { earliest: '2026-06-12', because: 'responded' });
	});

	it('counts a thing sorted at once as one stage 1 complaint (rules 2.5)', () => {
		const sorted = triaged({
			elements: [element({ routes: ['QUICK_RESOLVED'] })],
			strands: [strand()]
		});
		const complaint = given(received(), sorted).when(resolve()).thenComplaint();
		expect(complaint.strands).toHaveLength(1);
		expect(complaint.strands[0]?.stage).toBe('stage1Resolved');
	});
});
