import { describe, expect, it } from 'vitest';
import {
	findStepErrors,
	letterSteps,
	stepToSend
} from '#lib/components/staff/views/letterSteps.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { LetterId } from '#lib/letters/catalogue.ts';
import type { LetterFacts } from '#lib/letters/fields.ts';
import {
	OTHER_STRAND,
	STRAND,
	askedForStage2,
	element,
	received,
	strand,
	told as toldOfStage2,
	triaged
} from '../support/complaintHistory.ts';
import { factsOn, plain } from '../support/pulledCase.ts';

const open: ComplaintEvent[] = [received(), ...triaged()];

function stepsOf(
	letterKind: LetterId,
	events: readonly ComplaintEvent[],
	letter: { strandId?: string; facts?: LetterFacts } = {}
) {
	const facts = factsOn('2026-07-06', events);
	const steps = letterSteps(facts, { letterKind, strandId: null, facts: {}, ...letter });
	return { facts, steps };
}

function send(
	letterKind: LetterId,
	{ facts, steps }: ReturnType<typeof stepsOf>,
	values: Readonly<Record<string, string>> = {}
) {
	const [step] = steps;
	if (!step) throw new Error('nothing is recorded');
	return stepToSend({ facts, letterKind }, step, {
		values: { ...step.values, ...values },
		wentOn: '2026-07-03',
		idFor: (name) => `id of ${name}`
	});
}

describe('what is recorded when a letter goes', () => {
	it('is the act that the letter is, with the day it went, and nothing more is asked', () => {
		const acknowledged = stepsOf('acknowledged', [received()]);
		expect(acknowledged.steps).toMatchObject([{ id: 'case', words: 'Say we have it', fields: [] }]);
		expect(send('acknowledged', acknowledged)).toEqual({
			order: { type: 'acknowledgeComplaint', acknowledgedOn: '2026-07-03' },
			texts: []
		});
		expect(send('rightToStage2', stepsOf('rightToStage2', open)).order).toEqual({
			type: 'tellRightToStage2',
			strandId: STRAND,
			toldOn: '2026-07-03'
		});
	});

	it('begins with what the letter says, such as the new date', () => {
		const late = stepsOf('stage2Late', askedForStage2(), { facts: { newDueOn: '2026-10-30' } });
		expect(send('stage2Late', late).order).toMatchObject({
			toldOn: '2026-07-03',
			expectedOn: '2026-10-30'
		});
		const vague = stepsOf('stage2Late', askedForStage2(), { facts: { newDueOn: 'soon' } });
		expect(send('stage2Late', vague).order).toMatchObject({ expectedOn: null });
	});

	it('takes over what the letter decides, and asks for what it does not say', () => {
		const refused = stepsOf('noStanding', [received({ madeBy: 'adult' }), ...triaged()], {
			facts: { reason: 'They never met the child.' }
		});
		expect(refused.steps[0]?.decided).toEqual([
			'Have they sufficient interest in the child’s welfare? No'
		]);
		expect(findStepErrors(refused.steps[0]!, refused.steps[0]!.values)).toEqual([
			{ fieldId: 'case-act-views', sentence: 'Choose whether the child was asked' }
		]);
		const { order, texts } = send('noStanding', refused, { views: 'notHeard' });
		expect(order).toMatchObject({
			type: 'decideInterest',
			isSufficient: false,
			toldOn: '2026-07-03',
			reasonTextId: 'id of case why'
		});
		expect(texts).toEqual([
			{ textId: 'id of case why', kind: 'reason', words: 'They never met the child.' }
		]);
	});

	it('asks why and what they say, where more time is told at stage 1', () => {
		const facts = factsOn('2026-06-10', open);
		const [step] = letterSteps(facts, { letterKind: 'stage1Extended', strandId: null, facts: {} });
		expect(findStepErrors(step!, step!.values).map(({ fieldId }) => fieldId)).toEqual([
			`${STRAND}-act-reason`,
			`${STRAND}-act-view`
		]);
	});

	it('is nothing where the case does not allow it now, and for a letter that is no step', () => {
		expect(stepsOf('stage2Late', open).steps).toEqual([]);
		expect(stepsOf('ombudsman', open).steps).toEqual([]);
	});

	it('is not ticked where the record has it already: nobody is told twice on paper', () => {
		expect(stepsOf('stage2Late', askedForStage2()).steps[0]).toMatchObject({
			isTicked: true,
			recordedBefore: ''
		});
		const told = {
			type: 'stage2DelayTold',
			strandId: STRAND,
			toldOn: '2026-07-03',
			expectedOn: null
		} as const;
		const again = stepsOf('stage2Late', [...askedForStage2(), told]).steps[0];
		expect(again?.isTicked).toBe(false);
		expect(plain(again?.recordedBefore)).toBe('Recorded already, Fri 3 Jul.');
		// Who was told of stage 2 is not told of it again: the stage has no room for that.
		expect(stepsOf('rightToStage2', [...open, toldOfStage2('2026-06-29')]).steps).toEqual([]);
	});

	it('is about the letter’s own part, or the first part where it is about the whole case', () => {
		const two = [
			received(),
			...triaged({
				elements: [element(), element({ elementId: 'element-two', strandId: OTHER_STRAND })],
				strands: [strand(), strand({ strandId: OTHER_STRAND })]
			}),
			{ type: 'stage1Accepted', strandId: OTHER_STRAND, acceptedOn: '2026-06-01' } as const
		];
		const ticks = (letter?: { strandId: string }) =>
			stepsOf('rightToStage2', two, letter).steps.map(({ id, isTicked }) => [id, isTicked]);
		expect(ticks()).toEqual([
			[STRAND, true],
			[OTHER_STRAND, false]
		]);
		expect(ticks({ strandId: OTHER_STRAND })).toEqual([[OTHER_STRAND, true]]);
	});
});
