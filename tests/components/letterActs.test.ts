import { describe, expect, it, test } from 'vitest';
import { initialValues } from '#lib/components/staff/views/actForm.ts';
import { findOfferedAct } from '#lib/components/staff/views/acts.ts';
import { ACT_OF_LETTER } from '#lib/components/staff/views/letterActs.ts';
import { letterToRecord } from '#lib/components/staff/views/letterRecord.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { LetterId } from '#lib/letters/catalogue.ts';
import { STEP_OF_LETTER } from '#lib/letters/stepOfLetter.ts';
import {
	STRAND,
	askedForStage2,
	received,
	responded,
	stage2Requested,
	triaged,
	triagedSuspended
} from '../support/complaintHistory.ts';
import { factsOn } from '../support/pulledCase.ts';

const open: ComplaintEvent[] = [received(), ...triaged()];
/** Posted on Friday 3 July 2026, and said so late in the evening of that day. */
const WENT = { strandId: null, sentAt: '2026-07-03T21:30:00Z', sentOn: '2026-07-03' } as const;

function linksOf(letterKind: LetterId, events: readonly ComplaintEvent[]) {
	return letterToRecord(factsOn('2026-07-06', events), { ...WENT, letterKind })?.links ?? [];
}

describe('a letter that is itself a step of the procedure', () => {
	// Written out again on purpose: which letter asks for which form, and which day it fills in.
	test.each([
		['acknowledged', 'acknowledge', 'on'],
		['stage1Extended', 'moreTime', 'on'],
		['rightToStage2', 'tellStage2', 'on'],
		['statementToAgree', 'statement', 'on'],
		['stage2Extended', 'moreTimeStage2', 'on'],
		['corporateStage2Acknowledged', 'acknowledgeCorporate', 'on'],
		['corporateStage2Extended', 'moreTimeStage2', 'on'],
		['stage2Late', 'stage2Delay', 'on'],
		['stage2Stopped', 'endStage2', 'ombudsman'],
		['courtDecided', 'limitScope', 'on ombudsman'],
		['stage3Acknowledged', 'acknowledgePanel', 'on'],
		['lateStage3Accepted', 'decideLate', ''],
		['lateStage3Refused', 'decideLate', 'ombudsman'],
		['panelReport', 'sendPanelReport', 'on'],
		['earlyReferralMade', 'referEarly', 'on'],
		['suspended', 'suspend', 'on'],
		['mayBringBack', 'tellRightToResubmit', 'on'],
		['tooLate', 'late', 'told'],
		['lateAccepted', 'late', 'told'],
		['noStanding', 'interest', 'told'],
		['childToldOutcome', 'decideChildIsTold', 'toldOn'],
		['reviewingOfficerTold', 'reviewingOfficer', 'on']
	] as const)('%s: %s, its day in %j', (letter, act, fields) => {
		expect(ACT_OF_LETTER[letter]).toMatchObject({ act });
		expect(ACT_OF_LETTER[letter]?.dates.join(' ')).toBe(fields);
	});

	it('has no others, and each gives the order that the server expects with its letter', () => {
		expect(Object.keys(ACT_OF_LETTER)).toHaveLength(22);
		const orders = Object.fromEntries(
			Object.entries(STEP_OF_LETTER).map(([letter, { command, wentOn }]) => [
				letter,
				[command, ...wentOn].join(' ')
			])
		);
		expect(orders).toEqual({
			acknowledged: 'acknowledgeComplaint acknowledgedOn',
			stage1Extended: 'extendStage1 toldOn',
			rightToStage2: 'tellRightToStage2 toldOn',
			statementToAgree: 'draftStatement sentOn',
			stage2Extended: 'extendStage2 toldOn',
			corporateStage2Acknowledged: 'acknowledgeCorporateStage2 acknowledgedOn',
			corporateStage2Extended: 'extendStage2 toldOn',
			stage2Late: 'tellStage2Delay toldOn',
			stage2Stopped: 'discontinueStage2 ombudsmanToldOn',
			courtDecided: 'limitScope toldOn ombudsmanToldOn',
			stage3Acknowledged: 'acknowledgeStage3 acknowledgedOn',
			lateStage3Accepted: 'decideLateStage3',
			lateStage3Refused: 'decideLateStage3 ombudsmanToldOn',
			panelReport: 'sendPanelReport sentOn',
			earlyReferralMade: 'referEarly referredOn',
			suspended: 'suspendElement toldOn',
			mayBringBack: 'tellRightToResubmit toldOn',
			tooLate: 'decideLateReceipt toldOn',
			lateAccepted: 'decideLateReceipt toldOn',
			noStanding: 'decideInterest toldOn',
			childToldOutcome: 'decideChildIsTold toldOn',
			reviewingOfficerTold: 'tellReviewingOfficer toldOn'
		});
	});

	it('asks for the form of its act, with the day it went in England', () => {
		const asked = [...askedForStage2()];
		expect(linksOf('stage2Late', asked)).toMatchObject([
			{ href: expect.stringMatching(`/act/stage2Delay\\?strand=${STRAND}&on=2026-07-03$`) }
		]);
		const fields =
			findOfferedAct(factsOn('2026-07-06', asked), {
				name: 'stage2Delay',
				strandId: STRAND
			})?.act.fields({ facts: factsOn('2026-07-06', asked), strand: null }) ?? [];
		expect(initialValues(fields, { on: '2026-07-03', expected: 'soon' })).toEqual({
			on: '2026-07-03',
			expected: ''
		});
		expect(initialValues(fields)['on']).toBe('2026-07-06');
	});

	it('asks about the whole case where the act is about that', () => {
		expect(linksOf('acknowledged', [received()])).toMatchObject([
			{ href: expect.stringMatching(/\/act\/acknowledge\?on=2026-07-03$/) }
		]);
	});

	it('goes to the clock page for more time at stage 1', () => {
		expect(linksOf('stage1Extended', open)).toMatchObject([
			{
				words: 'Take more time',
				href: expect.stringContaining(`/clock?strand=${STRAND}#more-time`)
			}
		]);
	});

	it('asks for nothing before it went, where the case does not allow it, and for other letters', () => {
		const facts = factsOn('2026-07-06', askedForStage2());
		expect(
			letterToRecord(facts, {
				letterKind: 'stage2Late',
				strandId: null,
				sentAt: null,
				sentOn: null
			})
		).toBeNull();
		expect(linksOf('stage2Late', open)).toEqual([]);
		expect(linksOf('mayBringBack', triagedSuspended())).toEqual([]);
		expect(linksOf('stage1Answer', [...open, responded(), stage2Requested()])).toEqual([]);
	});

	it('asks for nothing once it is in the record, by whichever way it came there', () => {
		const told = (toldOn: PlainDate) =>
			({ type: 'stage2DelayTold', strandId: STRAND, toldOn, expectedOn: null }) as const;
		const asked = askedForStage2();
		expect(linksOf('stage2Late', asked)).toHaveLength(1);
		expect(linksOf('stage2Late', [...asked, told('2026-07-03')])).toEqual([]);
		expect(linksOf('stage2Late', [...asked, told('2026-07-06')])).toEqual([]);
		expect(linksOf('stage2Late', [...asked, told('2026-07-01')])).toHaveLength(1);
	});
});
