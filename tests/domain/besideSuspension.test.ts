import { describe, expect, it } from 'vitest';
import type { BesideCommand } from '#lib/domain/beside/besideCommands.ts';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import { BESIDE_ORDERS_HERE } from '../support/besideOrders.ts';
import {
	ELEMENT,
	OTHER_ELEMENT,
	OTHER_STRAND,
	STRAND,
	TEXT,
	element,
	received,
	triaged,
	triagedCorporate,
	triagedSuspended
} from '../support/complaintHistory.ts';
import { contextOf, given } from '../support/givenWhenThen.ts';

type Of<Type extends BesideCommand['type']> = Extract<BesideCommand, { type: Type }>;

const twoPoints = triaged({ elements: [element(), element({ elementId: OTHER_ELEMENT })] });

function suspend(facts: Partial<Of<'suspendElement'>> = {}): Of<'suspendElement'> {
	return { ...BESIDE_ORDERS_HERE.suspendElement, ...facts };
}

/** One of two points stops on 10 June, to be looked at again on 10 July. */
const stopped: ComplaintEvent = {
	...BESIDE_ORDERS_HERE.suspendElement,
	type: 'elementSuspended',
	fromStrandId: STRAND
};
/** The only point stops, and its strand with it. */
const allStopped: ComplaintEvent = { ...stopped, intoStrandId: STRAND };

const ended: ComplaintEvent = {
	type: 'proceedingsEnded',
	strandId: STRAND,
	endedOn: '2026-09-23'
};

function resubmit(facts: Partial<Of<'resubmitElement'>> = {}): Of<'resubmitElement'> {
	return { ...BESIDE_ORDERS_HERE.resubmitElement, ...facts };
}

describe('stopping one point for proceedings (SI 2006/1738 reg 8)', () => {
	it('puts it into a strand of its own, and the others go on', () => {
		const { strands, elements } = given(received(), twoPoints).when(suspend()).thenComplaint();
		expect(strands).toMatchObject([
			{ strandId: STRAND, stage: 'stage1Open', elementIds: [OTHER_ELEMENT] },
			{
				strandId: OTHER_STRAND,
				stage: 'suspended',
				procedure: 'statutory',
				elementIds: [ELEMENT],
				beside: { suspension: { proceedings: 'court', reviewOn: '2026-07-10' } }
			}
		]);
		expect(elements[0]).toMatchObject({ strandId: OTHER_STRAND, routes: ['SUSPEND_COURT'] });
	});

	it('takes the strand along where it is the last point of it', () => {
		given(received(), triaged()).when(suspend()).then(allStopped);
	});

	it('moves no date of the points that go on', () => {
		const dues = (history: ComplaintEvent[]) =>
			clocksOf(rebuild(history), contextOf({ on: '2026-06-11' }))
				.filter(({ clock, strandId }) => clock === 'stage1Response' && strandId === STRAND)
				.map(({ dueOn }) => dueOn);
		expect(dues([received(), ...twoPoints, stopped])).toEqual(dues([received(), ...twoPoints]));
	});

	it('leaves a corporate point in the corporate procedure', () => {
		const { strands } = given(received(), triagedCorporate()).when(suspend()).thenComplaint();
		expect(strands[0]).toMatchObject({ stage: 'suspended', procedure: 'corporate' });
	});

	it('names the proceedings of what triage suspended', () => {
		given(received(), triagedSuspended()).when(suspend()).then(allStopped);
	});

	it('is done once', () => {
		given(received(), triaged(), allStopped)
			.when(suspend())
			.thenRefused('alreadySuspended', { elementId: ELEMENT });
	});

	it('needs a review date after the day they were told', () => {
		given(received(), triaged())
			.when(suspend({ reviewOn: '2026-06-10' }))
			.thenRefused('reviewNotLater', { after: '2026-06-10' });
	});

	it('is not for a point that is in no procedure', () => {
		given(
			received(),
			triaged({ elements: [element({ routes: ['SCHOOL'], strandId: null })], strands: [] })
		)
			.when(suspend())
			.thenRefused('elementInNoStrand', { elementId: ELEMENT });
	});

	it('nags on its review date, and has that date as a clock', () => {
		const complaint = rebuild([received(), ...triaged(), allStopped]);
		const context = contextOf({ on: '2026-07-14' });
		expect(nextSteps(complaint, context)).toContainEqual({
			what: 'reviewSuspension',
			strandId: STRAND,
			dueOn: '2026-07-10',
			daysLate: 2
		});
		const review = clocksOf(complaint, context).find(({ clock }) => clock === 'suspensionReview');
		expect(review).toMatchObject({ dueOn: '2026-07-10', outcome: 'late', daysLate: 2 });
	});
});

describe('looking at a suspension again (SI 2006/1738 reg 8)', () => {
	const review = BESIDE_ORDERS_HERE.reviewSuspension;

	it('sets the next day while it might still prejudice something', () => {
		given(received(), triaged(), allStopped)
			.when({ ...review, nextReviewOn: null })
			.thenRefused('reviewDateMissing');
		given(received(), triaged(), allStopped)
			.when(review)
			.then({ ...review, type: 'suspensionReviewed' });
	});

	it('lets them bring it back at once where nothing would be prejudiced any more', () => {
		const over: ComplaintEvent = {
			...review,
			type: 'suspensionReviewed',
			mightStillPrejudice: false,
			nextReviewOn: null
		};
		const decision = given(received(), triaged(), allStopped, over).when(
			resubmit({ resubmittedOn: '2026-07-13' })
		);
		expect(decision.thenComplaint().strands[1]).toMatchObject({ stage1DayZeroOn: '2026-07-13' });
	});

	it('needs the proceedings to be named first', () => {
		given(received(), triagedSuspended()).when(review).thenRefused('proceedingsNotNamed');
	});
});

describe('bringing it back after proceedings (SI 2006/1738 reg 8; rules 3.4)', () => {
	it('opens a strand with a new day 0, under the same procedure', () => {
		const { strands, elements } = given(received(), triaged(), allStopped, ended)
			.when(resubmit())
			.thenComplaint();
		expect(strands).toMatchObject([
			{ strandId: STRAND, stage: 'closed', closed: { reason: 'resubmitted' }, elementIds: [] },
			{
				strandId: OTHER_STRAND,
				stage: 'stage1Open',
				procedure: 'statutory',
				stage1DayZeroOn: '2026-10-05',
				elementIds: [ELEMENT]
			}
		]);
		expect(elements[0]).toMatchObject({ strandId: OTHER_STRAND, routes: ['STAT_S1'] });
	});

	it('keeps that day 0 when the day of receipt is corrected', () => {
		const history: ComplaintEvent[] = [
			received(),
			...triaged(),
			allStopped,
			ended,
			{ ...resubmit(), type: 'elementResubmitted', procedure: 'statutory' },
			{ type: 'receiptDateCorrected', receivedOn: '2026-05-29', reasonTextId: TEXT }
		];
		expect(rebuild(history).strands[1]?.stage1DayZeroOn).toBe('2026-10-05');
	});

	it('may begin at stage 2 where both agree, counted from that day', () => {
		const { strands } = given(received(), triaged(), allStopped, ended)
			.when(resubmit({ opensAt: 'stage2' }))
			.thenComplaint();
		expect(strands[1]).toMatchObject({ stage: 'stage2Requested', stage2RequestedOn: '2026-10-05' });
	});

	it('is in time until one calendar year after the end, that day included', () => {
		const last = given(received(), triaged(), allStopped, ended);
		const on = { on: '2027-10-01' } as const;
		expect(last.when(resubmit({ resubmittedOn: '2027-09-23' }), on).decision.accepted).toBe(true);
		last
			.when(resubmit({ resubmittedOn: '2027-09-24' }), on)
			.thenRefused('resubmittedTooLate', { lastOn: '2027-09-23' });
	});

	it('waits for the end of the proceedings', () => {
		given(received(), triaged(), allStopped).when(resubmit()).thenRefused('proceedingsGoOn');
	});

	it('closes the suspended strand for good only after that year', () => {
		const close = {
			type: 'closeStrand',
			strandId: STRAND,
			closedOn: '2027-09-23',
			reason: 'notResubmitted'
		} as const;
		const history = given(received(), triaged(), allStopped, ended);
		history
			.when(close, { on: '2027-10-01' })
			.thenRefused('stillTimeToResubmit', { until: '2027-09-23' });
		const after = history.when({ ...close, closedOn: '2027-09-24' }, { on: '2027-10-01' });
		expect(after.decision.accepted).toBe(true);
	});
});

describe('deciding a point again (rules 0, trap 4; 2.6 row D5)', () => {
	const refused = triaged({
		elements: [
			element(),
			element({
				elementId: OTHER_ELEMENT,
				routes: ['NO_CONSENT'],
				strandId: null,
				reasonTextId: TEXT
			})
		]
	});
	const again: Of<'redecideElement'> = {
		...BESIDE_ORDERS_HERE.redecideElement,
		element: element({ elementId: OTHER_ELEMENT, strandId: OTHER_STRAND, reasonTextId: TEXT })
	};

	it('opens stage 1 once consent has come, counted from the day of receipt', () => {
		const { strands } = given(received(), refused).when(again).thenComplaint();
		expect(strands[1]).toMatchObject({
			strandId: OTHER_STRAND,
			stage: 'stage1Open',
			stage1DayZeroOn: '2026-06-01',
			elementIds: [OTHER_ELEMENT]
		});
	});

	it('never moves a point out of the procedure it is in', () => {
		given(received(), refused)
			.when({
				...again,
				element: element({ routes: ['CORPORATE'], strandId: OTHER_STRAND, reasonTextId: TEXT }),
				strand: { strandId: OTHER_STRAND, procedure: 'corporate', opensAt: 'stage1' }
			})
			.thenRefused('elementInProcedure', { elementId: ELEMENT });
	});

	it('takes every route that the first decision takes, the one that carries it first', () => {
		const routes = ['LATE_ACCEPT', 'SAFEGUARD', 'STAT_S1'] as const;
		const { elements, strands } = given(received(), refused)
			.when({ ...again, element: { ...again.element, routes } })
			.thenComplaint();
		expect(elements[1]?.routes).toEqual(['STAT_S1', 'LATE_ACCEPT', 'SAFEGUARD']);
		expect(strands[1]).toMatchObject({ procedure: 'statutory', stage: 'stage1Open' });
		given(received(), refused)
			.when({ ...again, element: { ...again.element, routes: ['STAT_S1', 'LATE_REFUSE'] } })
			.thenRefused('routesClash', { one: 'LATE_REFUSE', other: 'STAT_S1' });
		given(received(), refused)
			.when({
				...again,
				element: { ...again.element, routes: ['LATE_ACCEPT'], strandId: null },
				strand: null
			})
			.thenRefused('elementWithoutRoute', { elementId: OTHER_ELEMENT });
	});

	it('says what is new', () => {
		given(received(), refused)
			.when({ ...again, element: { ...again.element, reasonTextId: null } })
			.thenRefused('reasonMissing', { elementId: OTHER_ELEMENT });
	});
});
