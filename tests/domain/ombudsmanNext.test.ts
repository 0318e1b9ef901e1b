import { describe, expect, it } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { pathForChild } from '#lib/domain/complaint/childPath.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { ombudsmanNext } from '#lib/domain/complaint/ombudsmanNext.ts';
import { contextOf } from '../support/givenWhenThen.ts';
import {
	OTHER_ELEMENT,
	OTHER_STRAND,
	STRAND,
	TEXT,
	bothAppointed,
	corporateAcknowledged,
	corporateAnswered,
	element,
	received,
	responded,
	stage2Requested,
	strand,
	triaged,
	triagedCorporate,
	withdrawn
} from '../support/complaintHistory.ts';
import {
	lateDecided,
	panelAsked,
	panelAskedLate,
	reported,
	stage2Answered,
	stage3Responded
} from '../support/stage3History.ts';

type History = (ComplaintEvent | ComplaintEvent[])[];

/** Why the Ombudsman looks next on that day. */
function nextOn(today: PlainDate, ...history: History) {
	const complaint = rebuild(history.flat());
	const { situation } = pathForChild(complaint, contextOf({ on: today }));
	return ombudsmanNext(complaint, situation);
}

const corporateEnd: History = [
	received(),
	triagedCorporate(),
	responded(),
	stage2Requested('2026-06-22'),
	corporateAcknowledged(),
	corporateAnswered()
];

const referred: ComplaintEvent = {
	type: 'referredEarly',
	strandId: STRAND,
	agreedOn: '2026-09-18',
	referredOn: '2026-09-21',
	conditions: {
		reportIsRobust: true,
		adjudicationIsComplete: true,
		significantPointsUpheld: true,
		actionPlanIsClear: true,
		desiredOutcomesAgreed: true
	}
};
const notAgreed: ComplaintEvent = {
	type: 'stage2Discontinued',
	strandId: STRAND,
	discontinuedOn: '2026-07-20',
	attempts: [{ triedOn: '2026-07-10', channel: 'letter' }],
	reasonTextId: TEXT,
	ombudsmanToldOn: '2026-07-20'
};

describe('who looks next when no step of the council is left (SI 2006/1738 reg 20)', () => {
	it('is nobody else while a step of ours comes first', () => {
		expect(nextOn('2026-06-01', received())).toBeNull();
		expect(nextOn('2026-06-10', received(), triaged(), responded())).toBeNull();
		expect(nextOn('2026-09-15', stage2Answered())).toBeNull();
		expect(nextOn('2026-09-22', stage2Answered(), panelAsked())).toBeNull();
	});

	it('is the Ombudsman after the answer to the panel, and after the last corporate answer', () => {
		expect(nextOn('2026-11-20', reported(), stage3Responded())).toBe('lastAnswer');
		expect(nextOn('2026-09-20', ...corporateEnd)).toBe('lastAnswer');
	});

	it('is the Ombudsman where it went there early, or a late request for a panel was refused', () => {
		expect(nextOn('2026-09-22', stage2Answered(), referred)).toBe('referredEarly');
		const late = [...stage2Answered(), panelAskedLate()];
		expect(nextOn('2026-10-21', late)).toBeNull();
		expect(nextOn('2026-10-23', late, lateDecided(false))).toBe('refusedLate');
		expect(nextOn('2026-10-23', late, lateDecided(true))).toBeNull();
	});

	it('is the Ombudsman where stage 2 ended because its scope could not be agreed', () => {
		const asked = [received(), triaged(), responded(), stage2Requested()];
		expect(nextOn('2026-07-21', ...asked)).toBeNull();
		expect(nextOn('2026-07-21', ...asked, notAgreed)).toBe('notAgreed');
	});

	it('need not wait for us where stage 2 or the panel is late, from the day after', () => {
		const asked = [received(), triaged(), responded(), stage2Requested(), bothAppointed()];
		const { answerDueOn } = pathForChild(rebuild(asked.flat()), contextOf({ on: '2026-07-01' }));
		expect(answerDueOn).not.toBeNull();
		expect(nextOn(answerDueOn as PlainDate, ...asked)).toBeNull();
		expect(nextOn('2026-12-01', ...asked)).toBe('late');
		expect(nextOn('2026-11-02', stage2Answered(), panelAsked())).toBeNull();
		expect(nextOn('2026-11-03', stage2Answered(), panelAsked())).toBe('late');
	});

	it('is said of a part where another part still has a step of ours', () => {
		const both = triaged({
			elements: [
				element(),
				element({ elementId: OTHER_ELEMENT, routes: ['CORPORATE'], strandId: OTHER_STRAND })
			],
			strands: [strand(), strand({ strandId: OTHER_STRAND, procedure: 'corporate' })]
		});
		const other = { strandId: OTHER_STRAND };
		const ended = [
			received(),
			both,
			stage2Requested('2026-06-22', OTHER_STRAND),
			corporateAcknowledged(other),
			corporateAnswered(other)
		];
		expect(nextOn('2026-09-20', ...ended)).toBe('partAnswered');
	});

	it('is said for what it is where the part that ended has no last answer of ours', () => {
		const both = triaged({
			elements: [element(), element({ elementId: OTHER_ELEMENT, strandId: OTHER_STRAND })],
			strands: [strand(), strand({ strandId: OTHER_STRAND })]
		});
		const [, , ...asked] = stage2Answered();
		const goesOn: History = [received(), both, ...asked];
		expect(nextOn('2026-10-21', ...goesOn)).toBeNull();
		expect(nextOn('2026-10-23', ...goesOn, panelAskedLate(), lateDecided(false))).toBe(
			'refusedLate'
		);
		expect(nextOn('2026-09-22', ...goesOn, referred)).toBe('referredEarly');
	});

	it('is nobody once it was taken back', () => {
		expect(nextOn('2026-06-08', received(), triaged(), withdrawn())).toBeNull();
	});
});
