import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { clocksOf, headlineOf } from '#lib/domain/complaint/clocksOf.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import { pathForChild } from '#lib/domain/complaint/childPath.ts';
import { explainClock } from '#lib/words/clocks.ts';
import { contextOf, given } from '../support/givenWhenThen.ts';
import {
	STRAND,
	adjudicated,
	appointed,
	askedForStage2,
	bothAppointed,
	bothReported,
	element,
	investigating,
	received,
	stage2Complete,
	stage2Extended,
	stage2Requested,
	strand,
	triaged
} from '../support/complaintHistory.ts';

// Asked for on Wednesday 1 July 2026: day 25 is 5 August, day 65 is 1 October.
const byManager = { by: 'complaintsManager' } as const;

function extend(facts: Partial<CommandOf<'extendStage2'>> = {}): CommandOf<'extendStage2'> {
	return {
		type: 'extendStage2',
		strandId: STRAND,
		reason: 'complex',
		toldOn: '2026-07-31',
		newDueOn: '2026-09-11',
		complainantsView: 'agrees',
		...facts
	};
}

describe('more time at stage 2 (SI 2006/1738 reg 17(6); guidance 3.6.7; rules 8, C-6)', () => {
	test.each([
		['2026-08-05', false, 'told on day 25: in time'],
		['2026-08-06', true, 'told on day 26: counts, and is a late notice'],
		['2026-08-08', true, 'told on the Saturday after day 27']
	] as const)('told %s is late %s: %s', (toldOn, toldLate, _why) => {
		given(investigating())
			.when(extend({ toldOn }), byManager)
			.then(stage2Extended({ toldOn, toldLate }));
	});

	test.each(['agrees', 'doesNotAgree', 'notReached'] as const)(
		'asks for their view and takes it whatever it is: %s',
		(complainantsView) => {
			given(investigating())
				.when(extend({ complainantsView }), byManager)
				.then(stage2Extended({ complainantsView }));
		}
	);

	it('goes to day 65 and no further', () => {
		given(investigating())
			.when(extend({ newDueOn: '2026-10-01' }), byManager)
			.then(stage2Extended({ newDueOn: '2026-10-01' }));
		given(investigating())
			.when(extend({ newDueOn: '2026-10-02' }), byManager)
			.thenRefused('stage2ExtensionTooLong', { limitOn: '2026-10-01' });
		given(investigating())
			.when(extend({ toldOn: '2026-10-02', newDueOn: '2026-10-30' }), byManager)
			.thenRefused('stage2LimitPassed', { limitOn: '2026-10-01' });
	});

	it('gives a later date than the one that holds', () => {
		given(investigating())
			.when(extend({ newDueOn: '2026-08-05' }), byManager)
			.thenRefused('stage2ExtensionNotLater', { after: '2026-08-05' });
		given(investigating(), stage2Extended())
			.when(extend({ toldOn: '2026-09-07', newDueOn: '2026-09-11' }), byManager)
			.thenRefused('stage2ExtensionNotLater', { after: '2026-09-11' });
	});

	it('may be told again before the new date has passed, counted from the same day 0', () => {
		const again = { toldOn: '2026-09-11', newDueOn: '2026-10-01' } as const;
		given(investigating(), stage2Extended())
			.when(extend(again), byManager)
			.then(stage2Extended({ ...again, toldLate: false }));
		const late = { toldOn: '2026-09-14', newDueOn: '2026-10-01' } as const;
		given(investigating(), stage2Extended())
			.when(extend(late), byManager)
			.then(stage2Extended({ ...late, toldLate: true }));
	});

	it('is for the complaints manager to agree', () => {
		given(investigating()).when(extend()).thenRefused('notPermitted');
	});
});

describe('the letter about the missed day 65 (reg 17(6); rules 3.3)', () => {
	const tell = (toldOn: PlainDate, expectedOn: PlainDate | null = null) => ({
		type: 'tellStage2Delay' as const,
		strandId: STRAND,
		toldOn,
		expectedOn
	});

	it('goes by itself on day 66, once', () => {
		given(investigating())
			.when(tell('2026-10-01'), { by: 'system' })
			.thenRefused('tooSoonForDelayLetter', { limitOn: '2026-10-01' });
		given(investigating())
			.when(tell('2026-10-02'), { by: 'system' })
			.then({ ...tell('2026-10-02'), type: 'stage2DelayTold' });
		given(investigating(), { ...tell('2026-10-02'), type: 'stage2DelayTold' })
			.when(tell('2026-10-05'), { by: 'system' })
			.thenRefused('delayAlreadyTold', { toldOn: '2026-10-02' });
	});

	it('goes before, and again, as soon as an officer knows', () => {
		given(investigating())
			.when(tell('2026-09-21', '2026-10-30'))
			.then({ ...tell('2026-09-21', '2026-10-30'), type: 'stage2DelayTold' });
		given(investigating(), { ...tell('2026-09-21'), type: 'stage2DelayTold' })
			.when(tell('2026-10-26', '2026-11-30'))
			.then({ ...tell('2026-10-26', '2026-11-30'), type: 'stage2DelayTold' });
		given(investigating()).when(tell('2026-10-02', '2026-10-01')).thenRefused('expectedInPast');
	});

	it('does not close anything: the answer is still owed', () => {
		const complaint = given(investigating()).when(tell('2026-10-02')).thenComplaint();
		expect(complaint.strands[0]).toMatchObject({ stage: 'stage2Investigating' });
		given(investigating(), { ...tell('2026-10-02'), type: 'stage2DelayTold' })
			.when({
				type: 'closeStrand',
				strandId: STRAND,
				closedOn: '2026-10-05',
				reason: 'answeredNoReply'
			})
			.thenRefused('wrongStage');
	});
});

/** Each clock of stage 2 with its day and where it stands, the headline first marked with a star. */
function clocksOn(today: PlainDate, ...history: (ComplaintEvent | ComplaintEvent[])[]) {
	return clocksOf(rebuild(history.flat()), contextOf({ on: today }))
		.filter(({ clock }) => clock.startsWith('stage2') && clock !== 'stage2Request')
		.map(({ clock, isHeadline, isExtended, explanation, dueOn, outcome, daysLate }) =>
			[
				isHeadline ? '*' : '',
				explanation?.rule ?? `${clock}${isExtended ? ' 65' : ''}`,
				dueOn ?? '-',
				outcome,
				daysLate > 0 ? `${daysLate} late` : ''
			]
				.filter((part) => part !== '')
				.join(' ')
		);
}

describe('the clocks of stage 2 (reg 17; rules 3.2; 8, C-1)', () => {
	it('end the two targets when both are named and the statement is settled', () => {
		expect(clocksOn('2026-07-13', investigating())).toEqual([
			'S2-APPT-5 2026-07-08 met',
			'S2-SOC-10 2026-07-15 met',
			'* S2-25 2026-08-05 running',
			'S2-65 2026-10-01 running',
			'S2-AGREED-25 2026-08-14 running'
		]);
		expect(clocksOn('2026-07-13', askedForStage2(), appointed())).toContain(
			'S2-APPT-5 2026-07-08 late 3 late'
		);
	});

	it('hold the council to the new date that it told, and report against the limit', () => {
		expect(clocksOn('2026-08-06', investigating(), stage2Extended())).toEqual([
			'S2-APPT-5 2026-07-08 met',
			'S2-SOC-10 2026-07-15 met',
			'S2-25 2026-08-05 met',
			'* S2-65 2026-09-11 running',
			'S2-AGREED-65 2026-10-12 running'
		]);
		expect(clocksOn('2026-09-14', investigating(), stage2Extended())).toContain(
			'* S2-65 2026-09-11 late 1 late'
		);
	});

	it('say how that date comes about', () => {
		const clocks = clocksOf(
			rebuild([...investigating(), stage2Extended()]),
			contextOf({ on: '2026-08-06' })
		);
		const words = explainClock(headlineOf(clocks, STRAND)!.explanation!).join(' ');
		expect(words.replaceAll('\u00a0', ' ')).toContain('The limit is the end of Thu 1 Oct 2026.');
		expect(words.replaceAll('\u00a0', ' ')).toContain('The complainant was told Fri 11 Sep 2026');
	});

	it('count the day 25 as missed where more time was told after it', () => {
		const late = stage2Extended({ toldOn: '2026-08-07', toldLate: true });
		expect(clocksOn('2026-08-10', investigating(), late)).toContain(
			'S2-25 2026-08-05 missed 2 late'
		);
	});

	it('end when all three documents were sent, not when it was decided', () => {
		expect(clocksOn('2026-07-30', bothReported(), adjudicated())).toContain(
			'* S2-25 2026-08-05 running'
		);
		expect(clocksOn('2026-08-03', stage2Complete())).toEqual([
			'S2-APPT-5 2026-07-08 met',
			'S2-SOC-10 2026-07-15 met',
			'S2-25 2026-08-05 met',
			'S2-65 2026-10-01 met',
			'S2-AGREED-25 2026-08-14 met'
		]);
	});

	it('carry through where both agreed to begin at stage 2 (guidance 3.6.1)', () => {
		const direct = [
			received(),
			...triaged({
				elements: [element({ routes: ['STAT_S2_DIRECT'] })],
				strands: [strand({ opensAt: 'stage2' })]
			}),
			stage2Requested('2026-06-02')
		];
		const complaint = given(direct)
			.when({
				...appointed({ appointedOn: '2026-06-04', declarationSignedOn: '2026-06-04' }),
				type: 'appointPerson'
			})
			.thenComplaint();
		expect(complaint.strands[0]?.stage).toBe('stage2Requested');
		expect(clocksOn('2026-06-03', direct)).toContain('* S2-25 2026-07-07 running');
	});
});

describe('what stage 2 asks for next', () => {
	const stepsOn = (today: PlainDate, ...history: (ComplaintEvent | ComplaintEvent[])[]) =>
		nextSteps(rebuild(history.flat()), contextOf({ on: today }))
			.filter(({ what }) => what !== 'acknowledge')
			.map(({ what, dueOn }) => `${what} ${dueOn ?? 'no day'}`);

	it('is each part in its turn, and the whole by its day', () => {
		expect(stepsOn('2026-07-02', askedForStage2())).toEqual([
			'arrangeStage2 2026-07-08',
			'agreeStatement 2026-07-15',
			'finishStage2OrExtend 2026-08-05'
		]);
		expect(stepsOn('2026-07-06', askedForStage2(), bothAppointed())).toEqual([
			'agreeStatement 2026-07-15',
			'finishStage2OrExtend 2026-08-05'
		]);
		expect(stepsOn('2026-08-06', investigating(), stage2Extended())).toEqual([
			'finishStage2 2026-09-11'
		]);
		expect(stepsOn('2026-07-27', bothReported())).toEqual(['adjudicate 2026-08-05']);
		expect(stepsOn('2026-07-30', bothReported(), adjudicated())).toEqual([
			'sendStage2Documents 2026-08-05'
		]);
	});

	it('is to tell of the delay from day 66, and to carry out what was accepted', () => {
		expect(stepsOn('2026-10-02', investigating())).toContain('tellStage2Delay 2026-10-01');
		expect(stepsOn('2026-08-03', stage2Complete())).toEqual([
			'close 2026-09-01',
			'carryOutRecommendation 2026-09-30'
		]);
	});
});

describe('stage 2 on the path of the child', () => {
	const pathOn = (today: PlainDate, ...history: (ComplaintEvent | ComplaintEvent[])[]) =>
		pathForChild(rebuild(history.flat()), contextOf({ on: today }));

	it('is one step with the date that holds', () => {
		const path = pathOn('2026-07-13', investigating());
		expect(path).toMatchObject({ situation: 'someoneNewLooks', answerDueOn: '2026-08-05' });
		expect(pathOn('2026-08-06', investigating(), stage2Extended()).answerDueOn).toBe('2026-09-11');
	});

	it('promises no date that nobody told once the one that was told has passed', () => {
		const path = pathOn('2026-09-14', investigating(), stage2Extended());
		expect(path).toMatchObject({ situation: 'someoneNewIsLate', answerDueOn: null });
	});

	it('ends with the full answer, and the day until which a panel can be asked for', () => {
		const path = pathOn('2026-08-03', stage2Complete());
		expect(path).toMatchObject({ situation: 'answeredAgain', askPanelByOn: '2026-08-28' });
		expect(path.steps.find(({ step }) => step === 'someoneNewLooks')).toMatchObject({
			step: 'someoneNewLooks',
			status: 'done',
			doneOn: '2026-07-31'
		});
	});
});
