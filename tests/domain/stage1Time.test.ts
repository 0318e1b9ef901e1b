import { describe, expect, it } from 'vitest';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { given } from '../support/givenWhenThen.ts';
import {
	STRAND,
	advocateAppointed,
	advocateAsked,
	extended,
	received,
	responded,
	told,
	triaged,
	triagedCorporate,
	waitAgreed
} from '../support/complaintHistory.ts';

function extend(facts: Partial<CommandOf<'extendStage1'>> = {}): CommandOf<'extendStage1'> {
	return {
		type: 'extendStage1',
		strandId: STRAND,
		reason: 'complex',
		toldOn: '2026-06-12',
		complainantsView: 'agrees',
		...facts
	};
}

function tell(toldOn: CommandOf<'tellRightToStage2'>['toldOn']): CommandOf<'tellRightToStage2'> {
	return { type: 'tellRightToStage2', strandId: STRAND, toldOn };
}

function wait(facts: Partial<CommandOf<'agreeToWait'>> = {}): CommandOf<'agreeToWait'> {
	return {
		type: 'agreeToWait',
		strandId: STRAND,
		agreedOn: '2026-06-24',
		waitsUntilOn: '2026-07-10',
		...facts
	};
}

describe('extending stage 1 (SI 2006/1738 reg 14)', () => {
	it('is in time when told in writing on day 10', () => {
		given(received(), triaged())
			.when(extend({ toldOn: '2026-06-15' }))
			.then(extended({ toldOn: '2026-06-15' }));
	});

	it('is taken after day 10, and written down as a late notice', () => {
		given(received(), triaged())
			.when(extend({ toldOn: '2026-06-16' }))
			.then(extended({ toldOn: '2026-06-16', toldLate: true }));
	});

	it('does not need the complainant to agree: their view is sought and recorded', () => {
		given(received(), triaged())
			.when(extend({ complainantsView: 'doesNotAgree' }))
			.then(extended({ complainantsView: 'doesNotAgree' }));
	});

	it('may not be done twice', () => {
		given(received(), triaged(), extended())
			.when(extend({ toldOn: '2026-06-15' }))
			.thenRefused('alreadyExtended');
	});

	it('may not be done after the answer', () => {
		given(received(), triaged(), responded())
			.when(extend())
			.thenRefused('wrongStage', { stage: 'stage1Responded' });
	});

	it('gives no time after day 20: only the complainant can', () => {
		given(received(), triaged())
			.when(extend({ toldOn: '2026-06-29' }))
			.then(extended({ toldOn: '2026-06-29', toldLate: true }));
		given(received(), triaged())
			.when(extend({ toldOn: '2026-06-30' }))
			.thenRefused('extensionPastLimit', { limitOn: '2026-06-29' });
	});

	it('may be written down after day 20 where it was told before', () => {
		given(received(), triaged(), told()).when(extend()).then(extended());
	});

	it('may be told while an advocate is waited for, and counts the days without the wait', () => {
		given(received(), triaged(), advocateAsked('2026-06-03'))
			.when(extend({ reason: 'advocate', toldOn: '2026-06-22' }))
			.then(extended({ reason: 'advocate', toldOn: '2026-06-22' }));
	});

	it('adds the council’s own ten days in the corporate procedure', () => {
		given(received(), triagedCorporate())
			.when(extend({ toldOn: '2026-06-22' }))
			.then(extended({ toldOn: '2026-06-22' }));
	});

	it('cannot be told before the complaint came, or in the future', () => {
		given(received(), triaged())
			.when(extend({ toldOn: '2026-05-29' }))
			.thenRefused('dateBefore', { because: 'received' });
		given(received(), triaged()).when(extend(), { on: '2026-06-11' }).thenRefused('dateInFuture');
	});
});

describe('telling of the right to stage 2 on day 20 (reg 14; guidance 3.5)', () => {
	it('is done by the clock, on day 20 and not before', () => {
		given(received(), triaged())
			.when(tell('2026-06-26'), { by: 'system' })
			.thenRefused('tooSoonForDay20Notice', { day20On: '2026-06-29' });
		given(received(), triaged()).when(tell('2026-06-29'), { by: 'system' }).then(told());
	});

	it('counts day 20 from receipt, whether time was extended or not', () => {
		given(received(), triaged(), extended()).when(tell('2026-06-29')).then(told());
	});

	it('waits with the clock for an advocate', () => {
		given(received(), triaged(), advocateAsked('2026-06-03'))
			.when(tell('2026-07-20'))
			.thenRefused('wrongStage', { stage: 'stage1Paused' });
		given(received(), triaged(), advocateAsked('2026-06-03'), advocateAppointed('2026-06-17'))
			.when(tell('2026-07-10'))
			.thenRefused('tooSoonForDay20Notice', { day20On: '2026-07-13' });
	});

	it('is not done while an agreement to wait runs, but on its last day', () => {
		const waiting = [received(), ...triaged(), waitAgreed('2026-07-10')];
		given(waiting)
			.when(tell('2026-07-09'))
			.thenRefused('agreedToWait', { waitsUntilOn: '2026-07-10' });
		given(waiting).when(tell('2026-07-10')).then(told('2026-07-10'));
	});

	it('is not done once answered, nor twice, nor in the corporate procedure', () => {
		given(received(), triaged(), responded()).when(tell('2026-06-29')).thenRefused('wrongStage');
		given(received(), triaged(), told()).when(tell('2026-06-30')).thenRefused('wrongStage');
		given(received(), triagedCorporate())
			.when(tell('2026-07-20'))
			.thenRefused('corporateCannotDoThis');
	});
});

describe('agreeing to wait past day 20 (guidance 3.5)', () => {
	it('is the complainant’s to give, before or after day 20', () => {
		given(received(), triaged()).when(wait(), { by: 'complainant' }).then({
			type: 'waitAgreed',
			strandId: STRAND,
			agreedOn: '2026-06-24',
			waitsUntilOn: '2026-07-10'
		});
		const complaint = given(received(), triaged(), told())
			.when(wait({ agreedOn: '2026-07-01' }))
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage1Overdue',
			waitsUntilOn: '2026-07-10'
		});
	});

	it('must end after day 20, and after any wait agreed before', () => {
		given(received(), triaged())
			.when(wait({ waitsUntilOn: '2026-06-29' }))
			.thenRefused('waitNotLater', { limitOn: '2026-06-29' });
		given(received(), triaged(), waitAgreed('2026-07-10'))
			.when(wait())
			.thenRefused('waitNotLater', { limitOn: '2026-07-10' });
	});

	it('must end on a day that can be counted', () => {
		given(received(), triaged())
			.when(wait({ waitsUntilOn: '2062-07-10' }))
			.thenRefused('bankHolidaysRunOut');
		given(received(), triaged())
			.when(wait({ waitsUntilOn: '2026-11-31' }))
			.thenRefused('noSuchDay');
	});
});
