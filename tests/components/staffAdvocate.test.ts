import { describe, expect, it } from 'vitest';
import { advocateLoops } from '#lib/components/staff/views/advocateLoop.ts';
import { advocateCard } from '#lib/components/staff/views/caseHead.ts';
import { tasksOf } from '#lib/components/staff/views/tasks.ts';
import { receiversOf, threadOf } from '#lib/components/staff/views/thread.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { PulledAdvocateLoop, PulledAdvocateRequest } from '#lib/wire/sync.ts';
import {
	advocateAppointed,
	advocateAsked,
	received,
	responded,
	triaged
} from '../support/complaintHistory.ts';
import { factsOn, MO } from '../support/pulledCase.ts';

const LOOP: PulledAdvocateLoop = {
	acknowledgedOn: null,
	declinedBecause: null,
	needsLanguage: null,
	assignedTo: null,
	assignedOn: null,
	firstContactOn: null,
	spokeOn: null,
	endedOn: null,
	endedBecause: null,
	consent: [{ mayKnow: 'nameOnly', toldOn: '2026-06-08' }],
	chasedOn: []
};

/** Asked on Monday 8 June 2026. */
const request = (
	loop: Partial<PulledAdvocateLoop> = {},
	providerId = 'nyas'
): PulledAdvocateRequest => ({
	requestId: `request-${providerId}`,
	askedOn: '2026-06-08',
	mayKnow: 'nameOnly',
	providerId,
	answer: null,
	answeredOn: null,
	loop: { ...LOOP, ...loop }
});

const open: ComplaintEvent[] = [
	received(),
	{ type: 'complaintAcknowledged', acknowledgedOn: '2026-06-02' },
	...triaged()
];
const waiting = [received(), ...triaged(), advocateAsked('2026-06-08')];
const appointed = [...waiting, advocateAppointed('2026-06-09')];
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const facts = (today: PlainDate, requests: readonly PulledAdvocateRequest[], history = waiting) =>
	factsOn(today, history, { advocateRequests: requests });
const rowsOn = (...given: Parameters<typeof facts>) =>
	tasksOf(facts(...given)).map(({ row, dueOn }) => `${row.task} ${dueOn}`);

describe('what an officer does while a child waits for an advocate', () => {
	it('is to ask the provider for what it owes, by the day it owes it', () => {
		expect(rowsOn('2026-06-10', [request()])).toContain(
			'Ask the provider if it has the request 2026-06-09'
		);
		expect(rowsOn('2026-06-10', [request({ acknowledgedOn: '2026-06-09' })])).toContain(
			'Ask the provider who the advocate is 2026-06-10'
		);
	});

	it('is to find one where every provider said no', () => {
		const declined = request({ endedOn: '2026-06-09', endedBecause: 'declined' });
		expect(rowsOn('2026-06-10', [declined, request({}, 'none')])).toContain(
			'Find an advocate: no provider can help 2026-06-08'
		);
	});

	it('is to ask why one who was named is not in touch, once that is late', () => {
		const named = request({ assignedTo: MO, assignedOn: '2026-06-09' });
		const task = 'Ask why the advocate is not in touch yet 2026-06-10';
		expect(rowsOn('2026-06-10', [named], appointed)).not.toContain(task);
		expect(rowsOn('2026-06-11', [named], appointed)).toContain(task);
	});
});

describe('what an advocate wrote to the team', () => {
	it('is read by the officer as theirs, not as the child’s', () => {
		const message = {
			messageId: 'message-1',
			direction: 'fromComplainant' as const,
			state: 'sent' as const,
			words: null,
			authorId: MO,
			sentAt: '2026-06-12T10:00:00Z',
			readAt: null,
			replyByOn: null,
			notUnderstoodAt: null,
			party: 'advocate' as const
		};
		const closed: ComplaintEvent[] = [
			...open,
			responded(),
			{
				type: 'strandClosed',
				strandId: 'strand-care',
				closedOn: '2026-06-16',
				reason: 'answeredAndContent'
			}
		];
		const read = tasksOf(factsOn('2026-06-18', closed, { messages: [message] }));
		expect(read.map(({ row }) => row.task)).toEqual(['Read what the advocate wrote']);
		expect(threadOf(factsOn('2026-06-18', closed, { messages: [message] }))[0]).toMatchObject({
			from: 'advocate',
			name: 'Mo, advocate'
		});
	});
});

describe('the page of people', () => {
	it('says of each request what became of it, the newest first, and what the child shares', () => {
		const declined = request({
			acknowledgedOn: '2026-06-09',
			endedOn: '2026-06-09',
			endedBecause: 'declined',
			declinedBecause: 'nobodyFree'
		});
		const late = request({ chasedOn: ['2026-06-10'] }, 'shout-out');
		const [first, second] = advocateLoops(facts('2026-06-10', [declined, late]));
		expect(first?.isLate).toBe(true);
		expect(first?.lines.map(plain)).toEqual([
			'Late: NYAS has still to say that it has the request, due Tue 9 Jun',
			'Asked again Wed 10 Jun'
		]);
		expect(second?.lines.map(plain)).toEqual([
			'Said they have it Tue 9 Jun',
			'Cannot help (nobody is free in time), told Tue 9 Jun'
		]);
		expect(second?.consent.map(plain)).toEqual([
			'Mon 8 Jun: Only their name and how to reach them'
		]);
	});

	it('says on the case that the child took it back', () => {
		const back = request({ endedOn: '2026-06-10', endedBecause: 'childTookBack' });
		const card = advocateCard(facts('2026-06-11', [back], appointed));
		expect(plain(card.line)).toBe('Taken back by them Wed 10 Jun');
	});

	it('lets a message go to an advocate who signs in, and to no other', () => {
		const named = request({ assignedTo: MO, assignedOn: '2026-06-09' });
		expect(receiversOf(facts('2026-06-10', [named])).map(({ value }) => value)).toEqual([
			'complainant',
			'advocate'
		]);
		expect(receiversOf(facts('2026-06-10', [request()]))).toEqual([]);
	});
});
