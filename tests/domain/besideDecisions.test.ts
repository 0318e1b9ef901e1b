import { describe, expect, it, test } from 'vitest';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import { stageFactsOf } from '#lib/domain/complaint/stageFacts.ts';
import { stage1Dates } from '#lib/domain/complaint/stage1Dates.ts';
import { BESIDE_ORDERS_HERE } from '../support/besideOrders.ts';
import {
	STRAND,
	element,
	received,
	responded,
	triaged,
	triagedCorporate
} from '../support/complaintHistory.ts';
import { contextOf, given } from '../support/givenWhenThen.ts';

const HERE = BESIDE_ORDERS_HERE;
const adults = triaged({ elements: [element({ person: 'P4' })] });

describe('more than one year old (SI 2006/1738 reg 9)', () => {
	test.each([
		[true, true, true],
		[true, false, false],
		[false, true, false],
		[false, false, false]
	])('not to be expected earlier %s, still fair %s: accepted %s', (earlier, fair, isAccepted) => {
		const order = {
			...HERE.decideLateReceipt,
			notReasonableEarlier: earlier,
			stillEffectiveAndFair: fair,
			toldOn: '2026-06-05'
		} as const;
		given(received())
			.when(order)
			.then({ ...order, type: 'lateReceiptDecided', isAccepted });
	});

	it('is refused only in writing', () => {
		given(received())
			.when({ ...HERE.decideLateReceipt, stillEffectiveAndFair: false })
			.thenRefused('refusalNotTold');
	});

	it('is nothing to decide within the year, the corresponding day included', () => {
		given(received())
			.when({ ...HERE.decideLateReceipt, aroseOn: '2025-06-01' })
			.thenRefused('notLate', { lastOn: '2026-06-01' });
		const dayLater = given(received()).when({ ...HERE.decideLateReceipt, aroseOn: '2025-05-31' });
		expect(dayLater.decision.accepted).toBe(true);
	});

	it('may have happened long before any bank holiday we know', () => {
		const order = { ...HERE.decideLateReceipt, aroseOn: '1994-03-02' } as const;
		expect(given(received()).when(order).decision.accepted).toBe(true);
	});
});

describe('sufficient interest and consent (SI 2006/1738 reg 12; guidance 2)', () => {
	const friend = received({ madeBy: 'adult' });

	it('ends the clock for deciding it, whether or not triage has come', () => {
		const decided: ComplaintEvent = { ...HERE.decideInterest, type: 'interestDecided' };
		const clock = clocksOf(rebuild([friend, decided]), contextOf({ on: '2026-06-09' })).find(
			(one) => one.clock === 'sufficientInterest'
		);
		expect(clock).toMatchObject({ outcome: 'met', doneOn: '2026-06-03', dueOn: '2026-06-04' });
	});

	it('is refused in writing', () => {
		given(friend)
			.when({ ...HERE.decideInterest, isSufficient: false })
			.thenRefused('refusalNotTold');
	});

	it('has the child’s own words where the child was asked', () => {
		given(friend)
			.when({ ...HERE.decideInterest, childsViewsTextId: null })
			.thenRefused('childsViewsMissing');
	});

	it('lets the child take consent back, once, and ends no complaint by it', () => {
		const consent: ComplaintEvent = { ...HERE.recordConsent, type: 'consentRecorded' };
		const back: ComplaintEvent = { ...HERE.withdrawConsent, type: 'consentWithdrawn' };
		given(received(), triaged()).when(HERE.withdrawConsent).thenRefused('noConsentRecorded');
		given(received(), triaged(), consent).when(HERE.withdrawConsent).then(back);
		given(received(), triaged(), consent, back)
			.when(HERE.withdrawConsent)
			.thenRefused('noConsentRecorded');
		expect(rebuild([received(), ...triaged(), consent, back]).strands[0]?.stage).toBe('stage1Open');
	});
});

describe('a disputed change waits (guidance 6)', () => {
	const frozen: ComplaintEvent = { ...HERE.freezeDecision, type: 'decisionFrozen' };

	it('is presumed to wait, moves no clock, and a manager decides within a day', () => {
		const before = [received(), ...triaged()];
		const context = contextOf({ on: '2026-06-04' });
		expect(clocksOf(rebuild([...before, frozen]), context)).toEqual(
			clocksOf(rebuild(before), context)
		);
		expect(nextSteps(rebuild([...before, frozen]), context)).toContainEqual({
			what: 'decideFreeze',
			strandId: null,
			aboutId: 'freeze-1',
			dueOn: '2026-06-03',
			daysLate: 1
		});
	});

	it('needs a reason only where it does not wait', () => {
		const history = given(received(), triaged(), frozen);
		history.when({ ...HERE.decideFreeze, isDeferred: false }).thenRefused('freezeReasonMissing');
		expect(history.when(HERE.decideFreeze).decision.accepted).toBe(true);
	});

	it('is decided again where people disagree, until it is lifted', () => {
		const decided: ComplaintEvent = { ...HERE.decideFreeze, type: 'freezeDecided' };
		const lifted: ComplaintEvent = { ...HERE.liftFreeze, type: 'freezeLifted' };
		const up = { ...HERE.decideFreeze, decidedBy: 'director' } as const;
		expect(given(received(), triaged(), frozen, decided).when(up).decision.accepted).toBe(true);
		given(received(), triaged(), frozen, decided, lifted)
			.when({ ...up, decidedOn: '2026-07-02' })
			.thenRefused('freezeOver');
	});
});

describe('talks beside the procedure (guidance 6; rules 3.4)', () => {
	const talks = HERE.startAdr;
	const agreed: ComplaintEvent = {
		type: 'adrStarted',
		strandId: STRAND,
		adrId: 'adr-1',
		kind: 'mediation',
		agreedOn: '2026-06-08',
		pausesUntilOn: '2026-06-19'
	};

	function day10(...events: ComplaintEvent[]) {
		const [strand] = rebuild([received(), ...triaged(), ...events]).strands;
		if (!strand) throw new Error('no strand');
		const dates = stage1Dates(strand, contextOf());
		return dates.known ? dates.value.firstLimitOn : null;
	}

	it('stop no clock unless that was agreed in writing', () => {
		expect(day10({ ...agreed, pausesUntilOn: null })).toBe('2026-06-15');
		given(received(), triaged())
			.when({ ...talks, agreedInWriting: false })
			.thenRefused('pauseNeedsWriting');
	});

	it('let it wait for the stated days, and both dates are known', () => {
		// 9 to 19 June: nine working days are not counted.
		expect(day10(agreed)).toBe('2026-06-26');
		const clock = clocksOf(
			rebuild([received(), ...triaged(), agreed]),
			contextOf({ on: '2026-06-10' })
		).find(({ isHeadline }) => isHeadline);
		expect(clock?.explanation).toMatchObject({
			limitOn: '2026-06-26',
			unpausedLimitOn: '2026-06-15'
		});
	});

	it('let it go on the day after they end, where that is earlier', () => {
		const over: ComplaintEvent = { ...HERE.endAdr, type: 'adrEnded', endedOn: '2026-06-11' };
		expect(day10(agreed, over)).toBe('2026-06-18');
	});

	it('take no right to go on away', () => {
		const ask = given(received(), triaged(), responded(), agreed).when({
			type: 'requestStage2',
			strandId: STRAND,
			requestedOn: '2026-07-01',
			channel: 'letter'
		});
		expect(ask.decision.accepted).toBe(true);
	});

	it('stop no corporate clock, and none where none runs', () => {
		given(received(), triagedCorporate())
			.when(talks)
			.thenRefused('corporateCannotDoThis', { command: 'startAdr' });
		given(received(), triaged(), responded()).when(talks).thenRefused('nothingToPause');
	});

	it('do not stop it twice at once', () => {
		given(received(), triaged(), agreed)
			.when({ ...talks, adrId: 'adr-2', agreedOn: '2026-06-15', pausesUntilOn: '2026-06-30' })
			.thenRefused('pausesOverlap', { until: '2026-06-19' });
	});
});

describe('who is told (Children Act 1989 s.26(7))', () => {
	const close = {
		type: 'closeStrand',
		strandId: STRAND,
		closedOn: '2026-07-20',
		reason: 'answeredNoReply'
	} as const;
	const fromAdult = received({ madeBy: 'adult' });

	it('is decided before an adult’s complaint is closed', () => {
		given(fromAdult, adults, responded()).when(close).thenRefused('childNotDecided');
		const decided: ComplaintEvent = { ...HERE.decideChildIsTold, type: 'childIsToldDecided' };
		expect(given(fromAdult, adults, responded(), decided).when(close).decision.accepted).toBe(true);
	});

	it('is no question where a child complained, it is corporate, or nothing was found', () => {
		expect(given(received(), triaged(), responded()).when(close).decision.accepted).toBe(true);
		expect(given(fromAdult, triagedCorporate(), responded()).when(close).decision.accepted).toBe(
			true
		);
		const stopped = { ...close, reason: 'notPursued' } as const;
		expect(given(fromAdult, adults).when(stopped).decision.accepted).toBe(true);
	});

	it('has words for the child where they hear it, and a reason where not', () => {
		given(fromAdult, adults)
			.when({ ...HERE.decideChildIsTold, childVersionTextId: null })
			.thenRefused('childVersionMissing');
		given(fromAdult, adults)
			.when({ ...HERE.decideChildIsTold, isTold: false })
			.thenRefused('childReasonMissing');
	});

	it('is one reply where another body is complained about too (guidance 7)', () => {
		const joint: ComplaintEvent = { ...HERE.recordJointComplaint, type: 'jointComplaintRecorded' };
		const replied: ComplaintEvent = { ...HERE.recordJointReply, type: 'jointReplySent' };
		given(received(), triaged()).when(HERE.recordJointReply).thenRefused('notJoint');
		given(received(), triaged(), joint).when(HERE.recordJointReply).then(replied);
		given(received(), triaged(), joint, replied)
			.when(HERE.recordJointReply)
			.thenRefused('jointReplied');
	});
});

describe('links between cases', () => {
	const linked: ComplaintEvent = { ...HERE.linkComplaint, type: 'complaintLinked' };
	const unlinked: ComplaintEvent = { ...HERE.unlinkComplaint, type: 'complaintUnlinked' };

	it('are taken off with a reason, and can be made again', () => {
		given(received(), triaged(), linked).when(HERE.linkComplaint).thenRefused('linkedAlready');
		given(received(), triaged(), linked).when(HERE.unlinkComplaint).then(unlinked);
		given(received(), triaged()).when(HERE.unlinkComplaint).thenRefused('notLinked');
		given(received(), triaged(), linked, unlinked)
			.when(HERE.unlinkComplaint)
			.thenRefused('notLinked');
		given(received(), triaged(), linked, unlinked).when(HERE.linkComplaint).then(linked);
	});

	it('are not taken off before they were made', () => {
		given(received(), triaged(), linked)
			.when({ ...HERE.unlinkComplaint, unlinkedOn: '2026-06-02' })
			.thenRefused('dateBefore');
	});
});

describe('duplicates and opening again (rules 2.4 T13, 3.1)', () => {
	const marked: ComplaintEvent = { ...HERE.markDuplicate, type: 'duplicateMarked' };

	it('owe nothing by themselves, and lose nothing', () => {
		const complaint = rebuild([received(), ...triaged(), marked]);
		const context = contextOf({ on: '2026-08-03' });
		expect(nextSteps(complaint, context)).toEqual([]);
		expect(clocksOf(complaint, context).map(({ outcome }) => outcome)).toEqual([
			'stopped',
			'stopped',
			'stopped'
		]);
		expect(complaint.strands[0]?.stage).toBe('stage1Open');
	});

	it('are counted once, with the complaint they are the same as', () => {
		expect(stageFactsOf(rebuild([received(), ...triaged()]))).toHaveLength(1);
		expect(stageFactsOf(rebuild([received(), ...triaged(), marked]))).toEqual([]);
	});

	it('run again as if they had never stopped', () => {
		const undone: ComplaintEvent = { ...HERE.unmarkDuplicate, type: 'duplicateUnmarked' };
		const context = contextOf({ on: '2026-06-10' });
		expect(clocksOf(rebuild([received(), ...triaged(), marked, undone]), context)).toEqual(
			clocksOf(rebuild([received(), ...triaged()]), context)
		);
	});

	it('stand where they stood when opened again, with every date', () => {
		const closed: ComplaintEvent = {
			type: 'strandClosed',
			strandId: STRAND,
			closedOn: '2026-07-13',
			reason: 'answeredNoReply'
		};
		const { strands } = given(received(), triaged(), responded(), closed)
			.when(HERE.reopenStrand)
			.thenComplaint();
		expect(strands[0]).toMatchObject({
			stage: 'stage1Responded',
			respondedOn: '2026-06-12',
			closed: null,
			beside: { reopenedOn: ['2026-11-02'] }
		});
	});
});

describe('with the Ombudsman (Local Government Act 1974 ss.23 to 34)', () => {
	const went: ComplaintEvent = {
		...HERE.recordOmbudsmanReferral,
		type: 'ombudsmanReferralRecorded'
	};
	const asked: ComplaintEvent = {
		...HERE.recordOmbudsmanEnquiry,
		type: 'ombudsmanEnquiryRecorded'
	};

	it('may be before there was any complaint here, and changes no stage', () => {
		const early = { ...HERE.recordOmbudsmanReferral, madeOn: '2026-05-20' } as const;
		const { strands } = given(received(), triaged()).when(early).thenComplaint();
		expect(strands[0]?.stage).toBe('stage1Open');
	});

	it('owes an answer by the day the Ombudsman gave, also in a closed case', () => {
		const closed: ComplaintEvent = {
			type: 'strandClosed',
			strandId: STRAND,
			closedOn: '2026-07-13',
			reason: 'notPursued'
		};
		const complaint = rebuild([received(), ...triaged(), closed, went, asked]);
		expect(nextSteps(complaint, contextOf({ on: '2026-09-08' }))).toContainEqual({
			what: 'answerOmbudsmanEnquiry',
			strandId: null,
			aboutId: 'enquiry-1',
			dueOn: '2026-09-07',
			daysLate: 1
		});
	});

	it('follows each recommendation until the Ombudsman is satisfied', () => {
		const made: ComplaintEvent = {
			...HERE.addOmbudsmanRecommendation,
			type: 'ombudsmanRecommendationAdded'
		};
		const done: ComplaintEvent = {
			...HERE.completeOmbudsmanRecommendation,
			type: 'ombudsmanRecommendationCompleted'
		};
		given(received(), went, made)
			.when(HERE.confirmOmbudsmanCompliance)
			.thenRefused('recommendationNotDone');
		given(received(), went, made, done)
			.when(HERE.confirmOmbudsmanCompliance)
			.then({ ...HERE.confirmOmbudsmanCompliance, type: 'ombudsmanComplianceConfirmed' });
		given(received(), went, made, done)
			.when(HERE.completeOmbudsmanRecommendation)
			.thenRefused('recommendationDone', { doneOn: '2026-10-30' });
	});

	it('may decide again years later: the latest stands', () => {
		const first: ComplaintEvent = {
			...HERE.recordOmbudsmanDecision,
			type: 'ombudsmanDecisionRecorded'
		};
		const later = {
			...HERE.recordOmbudsmanDecision,
			decidedOn: '2028-02-01',
			decision: 'Upheld: fault and injustice'
		} as const;
		const { beside } = given(received(), went, first)
			.when(later, { on: '2028-02-10' })
			.thenComplaint();
		expect(beside.ombudsmanCases[0]?.decision?.label).toBe('Upheld: fault and injustice');
		given(received(), went, { ...later, type: 'ombudsmanDecisionRecorded' })
			.when(HERE.recordOmbudsmanDecision, { on: '2028-02-10' })
			.thenRefused('dateBefore', { because: 'ombudsmanDecided' });
	});

	it('may be asked of an old record too', () => {
		const old: ComplaintEvent = {
			type: 'historyImported',
			strandId: STRAND,
			procedure: 'statutory',
			receivedOn: '2017-06-01',
			elements: [],
			stages: []
		};
		expect(given(old).when(HERE.recordOmbudsmanReferral).decision.accepted).toBe(true);
	});

	it('is unknown where it was never recorded', () => {
		given(received()).when(HERE.recordOmbudsmanEnquiry).thenRefused('unknownOmbudsmanCase');
	});
});
