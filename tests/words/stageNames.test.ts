import { describe, expect, it, test } from 'vitest';
import { pathForChild } from '#lib/domain/complaint/childPath.ts';
import type { ChildSituation } from '#lib/domain/complaint/childSituation.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { adultHeading } from '#lib/words/public/adultStages.ts';
import { pathWords, type PathReader } from '#lib/words/public/path.ts';
import { happeningWords } from '#lib/words/public/tracking.ts';
import { contextOf } from '../support/givenWhenThen.ts';
import { received, responded, stage2Requested, triaged } from '../support/complaintHistory.ts';
import { panelAsked, stage2Answered } from '../support/stage3History.ts';

type History = (ComplaintEvent | ComplaintEvent[])[];

const pathOn = (today: PlainDate, ...history: History) =>
	pathForChild(rebuild(history.flat()), contextOf({ on: today }));

function titlesFor(reads: PathReader['reads'], today: PlainDate, ...history: History) {
	const path = pathOn(today, ...history);
	return pathWords(path, { name: 'Sam', today, reads: reads ?? 'child' }).map(({ title }) => title);
}

describe('the stages as adults read them (journeys 2.5)', () => {
	it('have their names, each step its own', () => {
		const titles = titlesFor('adult', '2026-06-04', received(), triaged());
		expect(titles).toEqual([
			'You told us',
			'We read it',
			'Stage 1: Sam looks into it',
			'Stage 1: answer from a manager',
			'Stage 2: someone new looks into it'
		]);
		expect(titlesFor('helper', '2026-06-04', received(), triaged())).toEqual(titles);
	});

	it('go on to stage 2 and to the panel', () => {
		const asked = [received(), triaged(), responded(), stage2Requested()];
		expect(titlesFor('adult', '2026-07-02', ...asked)).toContain(
			'Stage 2: someone new looks into it'
		);
		expect(titlesFor('adult', '2026-09-22', stage2Answered(), panelAsked()).slice(-2)).toEqual([
			'Stage 3: a panel of three people',
			'Stage 3: our last answer'
		]);
	});

	it('are never those that a child reads', () => {
		const titles = titlesFor('child', '2026-06-04', received(), triaged());
		expect(titles).toContain('You get an answer');
		expect(titles.join(' ')).not.toMatch(/stage/i);
	});

	it('lead on by their names', () => {
		const path = pathOn('2026-06-11', received(), triaged(), responded());
		const read = (reads: PathReader['reads']) =>
			happeningWords(path, { name: 'Sam', today: '2026-06-11', reads: reads ?? 'child' });
		expect(read('adult')).toMatchObject({
			heading: 'You have the stage 1 answer',
			lead: { before: 'If you are not happy, try to ask for stage 2 by' }
		});
		expect(read('child').heading).toBe('You have an answer');
	});
});

test.each<[ChildSituation, string]>([
	['stopped', 'We have stopped'],
	['answered', 'The child has the stage 1 answer'],
	['settled', 'We settled it with the child'],
	['askedLate', 'The child asked for stage 3, a panel']
])(
	'whoever speaks for a child reads “%s” as what became of it for the child',
	(situation, words) => {
		expect(adultHeading(situation, 'Sam', 'helper')).toBe(words);
	}
);

test('whoever speaks for a child reads that the choice is the child’s', () => {
	const path = pathOn('2026-06-11', received(), triaged(), responded());
	const steps = pathWords(path, { name: 'Sam', today: '2026-06-11', reads: 'helper' });
	expect(steps.at(-1)?.note).toBe('The child chooses');
});
