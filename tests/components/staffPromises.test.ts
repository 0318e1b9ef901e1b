import { describe, expect, it } from 'vitest';
import { OUTCOME_ACTS } from '#lib/components/staff/views/outcomeActs.ts';
import { findActErrors } from '#lib/components/staff/views/actForm.ts';
import { openPromises, promisesOf } from '#lib/components/staff/views/promises.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { STRAND } from '../support/complaintHistory.ts';
import { factsOn, plain } from '../support/pulledCase.ts';
import { stage2Answered } from '../support/stage3History.ts';

const text = (textId: string, words: string) => ({
	textId,
	kind: 'recommendation' as const,
	words,
	authorKind: 'staff' as const,
	authorId: null,
	writtenAt: '2026-09-11T10:00:00Z'
});

/** The adjudication took one recommendation and refused the other. */
function adjudicated(): ComplaintEvent[] {
	const one = { reasonTextId: null, dueOn: '2026-10-30' } as const;
	return stage2Answered().map((event) =>
		event.type === 'adjudicated'
			? {
					...event,
					recommendations: [
						{ ...one, recommendationId: 'taken', textId: 'taken-words', accepted: true },
						{ ...one, recommendationId: 'not', textId: 'not-words', accepted: false, dueOn: null }
					]
				}
			: event
	);
}

const texts = [text('taken-words', 'Train the team'), text('not-words', 'Pay twice')];

describe('the promises of a case (Getting the Best from Complaints 3.8)', () => {
	it('are those of its answers and each recommendation that was accepted, the first due first', () => {
		const facts = factsOn('2026-10-01', adjudicated(), {
			texts,
			promises: [
				{
					promiseId: 'heater',
					elementId: null,
					what: 'A new heater',
					who: 'Mo',
					ownerId: null,
					dueOn: '2026-11-20',
					doneOn: null
				}
			]
		});
		expect(promisesOf(facts).map(({ what, doneHref }) => [what, doneHref])).toEqual([
			['Train the team', `/staff/case/case-jay/act/recommendationDone?strand=${STRAND}`],
			['A new heater', undefined]
		]);
		expect(openPromises(facts)).toBe(2);
	});

	it('are done once it is written down how that is known', () => {
		const done: ComplaintEvent = {
			type: 'recommendationCompleted',
			strandId: STRAND,
			recommendationId: 'taken',
			doneOn: '2026-10-01',
			evidenceTextId: 'evidence'
		};
		const facts = factsOn('2026-10-01', [...adjudicated(), done], { texts });
		const [one] = promisesOf(facts);
		expect(one && { ...one, done: plain(one.done) }).toEqual({
			id: 'taken',
			what: 'Train the team',
			who: '',
			done: 'Done Thu 1 Oct'
		});
		expect(openPromises(facts)).toBe(0);
	});
});

describe('the form of an answer sent on paper', () => {
	const act = OUTCOME_ACTS.find(({ name }) => name === 'paper')!;
	const facts = factsOn('2026-10-01', adjudicated());
	const about = { facts, strand: facts.complaint.strands[0]! };
	const missing = (values: Record<string, string>) =>
		findActErrors(act.fields(about), values).map(({ sentence }) => sentence);

	it('asks by when a promise will be done only where one was made', () => {
		const day = 'Enter the day by which it will be done';
		expect(missing({})).not.toContain(day);
		expect(missing({ promised: 'A new heater' })).toContain(day);
		expect(missing({ promised: 'A new heater', promisedDue: '2026-11-20' })).not.toContain(day);
	});
});
