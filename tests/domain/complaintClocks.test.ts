import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { clocksOf, headlineOf } from '#lib/domain/complaint/clocksOf.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { contextOf } from '../support/givenWhenThen.ts';
import {
	OTHER_ELEMENT,
	OTHER_STRAND,
	STRAND,
	advocateAppointed,
	advocateAsked,
	element,
	extended,
	received,
	resolved,
	responded,
	stage2Requested,
	strand,
	told,
	triaged,
	triagedCorporate,
	waitAgreed,
	withdrawn
} from '../support/complaintHistory.ts';

/** Each clock on that day as "rule, due, how it stands", the headline marked by a star. */
function clocksOn(today: PlainDate, ...history: (ComplaintEvent | ComplaintEvent[])[]) {
	const context = contextOf({ on: today });
	return clocksOf(rebuild(history.flat()), context).map((clock) => {
		const rule = clock.explanation?.rule ?? clock.clock;
		return `${clock.isHeadline ? '* ' : ''}${rule} ${clock.dueOn ?? '-'} ${clock.outcome}`;
	});
}

describe('the clocks of a new complaint (rules 3.2)', () => {
	it('run from receipt, before anybody has read it', () => {
		expect(clocksOn('2026-06-01', received())).toEqual([
			'ACK-2 2026-06-03 running',
			'* S1-10 2026-06-15 running',
			'S1-20 2026-06-29 running'
		]);
	});

	it('are late from the next working day, not on the weekend before it', () => {
		const friday = received({ receivedOn: '2026-06-03' });
		expect(clocksOn('2026-06-06', friday)).toContain('ACK-2 2026-06-05 running');
		expect(clocksOn('2026-06-08', friday)).toContain('ACK-2 2026-06-05 late');
	});

	it('have one for deciding on sufficient interest where an adult complains (reg 12)', () => {
		expect(clocksOn('2026-06-01', received({ madeBy: 'adult' }))).toContain(
			'ELIG-3 2026-06-04 running'
		);
		const grandparent = triaged({ elements: [element({ person: 'P12' })] });
		expect(clocksOn('2026-06-05', received(), grandparent)).toContain('ELIG-3 2026-06-04 met');
		expect(clocksOn('2026-06-05', received(), triaged()).join()).not.toContain('ELIG');
	});

	it('decide on sufficient interest within the days that the council chose', () => {
		const { today, holidays, settings } = contextOf({ on: '2026-06-01' });
		const clocks = clocksOf(rebuild([received({ madeBy: 'adult' })]), {
			today,
			holidays,
			settings: { ...settings, eligibilityWorkingDays: 5 }
		});
		expect(clocks.find(({ clock }) => clock === 'sufficientInterest')?.dueOn).toBe('2026-06-08');
	});

	it('owe nothing once it was withdrawn', () => {
		const takenBack: ComplaintEvent = {
			type: 'complaintWithdrawn',
			withdrawnOn: '2026-06-02',
			channel: 'website'
		};
		expect(clocksOn('2026-07-02', received(), takenBack)).toEqual([
			'ACK-2 2026-06-03 stopped',
			'S1-10 2026-06-15 stopped',
			'S1-20 2026-06-29 stopped'
		]);
	});
});

describe('the clocks of stage 1 (reg 14)', () => {
	it('are met by an answer in time, and missed by a late one', () => {
		expect(clocksOn('2026-07-01', received(), triaged(), responded())).toEqual(
			expect.arrayContaining(['S1-10 2026-06-15 met', 'S1-20 2026-06-29 met'])
		);
		const late = responded({ sentOn: '2026-06-18', delayReason: 'serviceDelay' });
		expect(clocksOn('2026-07-01', received(), triaged(), late)).toEqual(
			expect.arrayContaining(['S1-10 2026-06-15 missed', 'S1-20 2026-06-29 met'])
		);
	});

	it('turn to day 20 when time is extended, and day 10 is met by having told so', () => {
		expect(clocksOn('2026-06-20', received(), triaged(), extended())).toEqual(
			expect.arrayContaining(['S1-10 2026-06-15 met', '* S1-20 2026-06-29 running'])
		);
	});

	it('show a late notice as day 10 missed, by the receipt date as it is now', () => {
		const toldLate = extended({ toldOn: '2026-06-17', toldLate: true });
		expect(clocksOn('2026-06-20', received(), triaged(), toldLate)).toContain(
			'S1-10 2026-06-15 missed'
		);
		const corrected: ComplaintEvent = {
			type: 'receiptDateCorrected',
			receivedOn: '2026-06-03',
			reasonTextId: 'text-1'
		};
		expect(clocksOn('2026-06-20', received(), triaged(), toldLate, corrected)).toContain(
			'S1-10 2026-06-17 met'
		);
	});

	it('wait for an advocate, and go on the day after the appointment', () => {
		const waiting = [received(), ...triaged(), advocateAsked('2026-06-03')];
		expect(clocksOn('2026-06-20', waiting)).toContain('* S1-10 - paused');
		// 2 and 3 June are used; the other eight are counted from 18 June.
		expect(clocksOn('2026-06-20', waiting, advocateAppointed('2026-06-17'))).toContain(
			'* S1-10 2026-06-29 running'
		);
	});

	it('do not wait where day 10 had passed before the advocate was asked for', () => {
		const late = [received(), ...triaged(), advocateAsked('2026-06-17')];
		expect(clocksOn('2026-06-20', late)).toEqual(
			expect.arrayContaining(['* S1-10 2026-06-15 late', 'S1-20 - paused'])
		);
	});

	it('stop for nothing else: a withdrawal taken back has the same days as before', () => {
		const back: ComplaintEvent = {
			type: 'strandReinstated',
			strandId: STRAND,
			reinstatedOn: '2026-06-20'
		};
		expect(clocksOn('2026-06-20', received(), triaged(), withdrawn(), back)).toContain(
			'* S1-10 2026-06-15 late'
		);
	});

	it('hold to an agreement to wait, and still report against the law', () => {
		const waiting = [received(), ...triaged(), extended(), waitAgreed('2026-07-10')];
		expect(clocksOn('2026-07-08', waiting)).toContain('* S1-20 2026-07-10 running');
		const late = responded({ sentOn: '2026-07-08', delayReason: 'extensionAgreed' });
		expect(clocksOn('2026-07-09', waiting, late)).toContain('S1-20 2026-07-10 missed');
	});

	it('are the council’s own in the corporate procedure', () => {
		expect(clocksOn('2026-06-03', received(), triagedCorporate())).toEqual([
			'ACK-2 2026-06-03 running',
			'* CORP-15 2026-06-22 running'
		]);
	});

	it('say nothing rather than guess where the bank holiday list ends', () => {
		const late = received({ receivedOn: '2030-12-27' });
		expect(clocksOn('2030-12-30', late)).toEqual([
			'ACK-2 2030-12-31 running',
			'* stage1Response - notKnown',
			'stage1Response - notKnown'
		]);
	});
});

describe('the clocks of stage 2 (reg 17; rules 8, C-1)', () => {
	it('run from the request; the agreed statement is only shown beside it', () => {
		const asked = [received(), ...triaged(), responded(), stage2Requested('2026-07-01')];
		expect(clocksOn('2026-07-02', asked)).toEqual([
			'ACK-2 2026-06-03 missed',
			'S1-10 2026-06-15 met',
			'S1-20 2026-06-29 met',
			'S2-REQ-20 2026-07-10 met',
			'S2-APPT-5 2026-07-08 running',
			'S2-SOC-10 2026-07-15 running',
			'* S2-25 2026-08-05 running',
			'S2-65 2026-10-01 running',
			'stage2FromStatement - notStarted'
		]);
	});

	it('stop stage 1 where both agreed to go on without it', () => {
		expect(clocksOn('2026-06-20', received(), triaged(), stage2Requested('2026-06-08'))).toEqual(
			expect.arrayContaining(['S1-10 2026-06-15 stopped', '* S2-25 2026-07-13 running'])
		);
	});

	it('have no stage 1 at all where it began at stage 2', () => {
		const direct = triaged({
			elements: [element({ routes: ['STAT_S2_DIRECT'] })],
			strands: [strand({ opensAt: 'stage2' })]
		});
		const clocks = clocksOn('2026-06-03', received(), direct, stage2Requested('2026-06-02'));
		expect(clocks.join()).not.toContain('S1-');
		expect(clocks).toContain('* S2-25 2026-07-07 running');
	});
});

describe('the advice on when to ask for stage 2 (guidance 3.5.8)', () => {
	it('counts 20 working days from the answer, two days later for a letter', () => {
		expect(clocksOn('2026-06-15', received(), triaged(), responded())).toContain(
			'S2-REQ-20 2026-07-10 running'
		);
		const letter = responded({ sentOnPaper: true, releasedByStaffId: null });
		expect(clocksOn('2026-06-15', received(), triaged(), letter)).toContain(
			'S2-REQ-20 2026-07-14 running'
		);
		expect(clocksOn('2026-06-15', received(), triaged(), resolved())).toContain(
			'S2-REQ-20 2026-07-08 running'
		);
	});

	it('is never late: it binds nobody', () => {
		expect(clocksOn('2026-09-01', received(), triaged(), responded())).toContain(
			'S2-REQ-20 2026-07-10 stopped'
		);
		expect(
			clocksOn('2026-09-02', received(), triaged(), responded(), stage2Requested('2026-09-01'))
		).toContain('S2-REQ-20 2026-07-10 met');
	});
});

describe('two strands of one complaint (decisions: the strand is the unit of procedure)', () => {
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

	it('have each their own clocks, pauses and headline', () => {
		const history = [received(), ...both, advocateAsked('2026-06-03'), told('2026-06-29')];
		const clocks = clocksOf(rebuild(history), contextOf({ on: '2026-06-08' }));
		expect(headlineOf(clocks, STRAND)?.outcome).toBe('paused');
		expect(headlineOf(clocks, OTHER_STRAND)).toMatchObject({
			clock: 'corporateStage1Response',
			dueOn: '2026-06-22',
			outcome: 'running'
		});
	});
});
