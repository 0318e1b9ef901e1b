import { describe, expect, it } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { PromisedThing } from '#lib/domain/complaint/promises.ts';
import { remindersOf } from '#lib/domain/complaint/reminders.ts';
import { received, resolved, STRAND, triaged } from '../support/complaintHistory.ts';
import {
	panelAppointed,
	panelAsked,
	panelFixed,
	panelHeld,
	panelReported,
	stage2Answered,
	stage3Responded
} from '../support/stage3History.ts';

const MO = 'staff-mo';
const settings = { acknowledgeWorkingDays: 2, corporateStage1WorkingDays: 15 };

const remindersOn = (
	today: PlainDate,
	events: readonly ComplaintEvent[],
	promises: readonly PromisedThing[] = []
) =>
	remindersOf(
		rebuild(events),
		{ today, holidays: BUILT_IN_BANK_HOLIDAYS, settings },
		{ nearlyDueWorkingDays: 2, promises }
	).map(({ aboutId, clock, kind, ownerId, to }) => ({ aboutId, clock, kind, ownerId, to }));

const settled: ComplaintEvent[] = [received(), ...triaged(), resolved()];
const closed: ComplaintEvent = {
	type: 'strandClosed',
	strandId: STRAND,
	closedOn: '2026-06-12',
	reason: 'resolved'
};
const promise = (facts: Partial<PromisedThing> = {}): PromisedThing => ({
	promiseId: 'promise-heater',
	dueOn: '2026-06-26',
	doneOn: null,
	ownerId: MO,
	...facts
});

describe('reminders of what was promised (Getting the Best from Complaints 3.8)', () => {
	it('come near the day, on the day and once it is late, to who does it and to the officer', () => {
		const on = (today: PlainDate) => remindersOn(today, [...settled, closed], [promise()]);
		const heater = { aboutId: 'promise-heater', clock: 'action', ownerId: MO };
		expect(on('2026-06-23')).toEqual([]);
		expect(on('2026-06-24')).toEqual([{ ...heater, kind: 'nearlyDue', to: ['owner', 'officer'] }]);
		expect(on('2026-06-26')).toEqual([{ ...heater, kind: 'dueToday', to: ['owner', 'officer'] }]);
		expect(on('2026-06-29')).toEqual([
			{ ...heater, kind: 'late', to: ['owner', 'officer', 'manager'] }
		]);
	});

	it('stop once it is done', () => {
		const done = promise({ doneOn: '2026-06-25' });
		expect(remindersOn('2026-06-26', settled, [done])).toEqual([]);
	});

	it('are one for each thing, though two are due on the same day', () => {
		const visit = promise({ promiseId: 'promise-visit', ownerId: null });
		const both = remindersOn('2026-06-26', settled, [promise(), visit]);
		expect(both.map(({ aboutId, ownerId }) => [aboutId, ownerId])).toEqual([
			['promise-heater', MO],
			['promise-visit', null]
		]);
	});
});

describe('reminders of recommendations (rules 3.2, ACTION)', () => {
	it('come for each one that was accepted, by its own day, after the response went', () => {
		const events = [
			...stage2Answered(),
			panelAsked(),
			...panelAppointed(),
			panelFixed(),
			panelHeld(),
			panelReported(),
			stage3Responded({
				decisions: [
					decision('recommendation-1', '2026-12-18', MO),
					decision('recommendation-2', '2026-12-18', null)
				]
			})
		];
		expect(remindersOn('2026-12-18', events).map(({ aboutId, kind }) => [aboutId, kind])).toEqual([
			['recommendation-1', 'dueToday'],
			['recommendation-2', 'dueToday']
		]);
		expect(remindersOn('2026-12-15', events)).toEqual([]);
	});

	it('come for what the Ombudsman asked and recommended, by the day it gave', () => {
		const events: ComplaintEvent[] = [
			...settled,
			closed,
			{
				type: 'ombudsmanReferralRecorded',
				ombudsmanCaseId: 'matter',
				madeOn: '2026-07-01',
				kind: 'afterAllStages',
				referenceTextId: null
			},
			{
				type: 'ombudsmanEnquiryRecorded',
				ombudsmanCaseId: 'matter',
				enquiryId: 'enquiry',
				receivedOn: '2026-07-06',
				dueOn: '2026-07-20'
			},
			{
				type: 'ombudsmanRecommendationAdded',
				ombudsmanCaseId: 'matter',
				madeOn: '2026-07-06',
				recommendationId: 'apology',
				textId: 'text',
				dueOn: '2026-07-20'
			}
		];
		expect(remindersOn('2026-07-21', events)).toEqual([
			{
				aboutId: 'enquiry',
				clock: 'ombudsmanEnquiry',
				kind: 'late',
				ownerId: null,
				to: ['officer', 'manager']
			},
			{
				aboutId: 'apology',
				clock: 'action',
				kind: 'late',
				ownerId: null,
				to: ['owner', 'officer', 'manager']
			}
		]);
	});
});

function decision(recommendationId: string, dueOn: PlainDate, ownerId: string | null) {
	return { recommendationId, accepted: true, reasonTextId: null, ownerId, dueOn };
}
