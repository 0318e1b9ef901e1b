import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { panelPapers } from '#lib/domain/panel/panelPapers.ts';
import { contextOf } from '../support/givenWhenThen.ts';
import { STRAND, TEXT } from '../support/complaintHistory.ts';
import { panelAsked, panelFixed, papersSent, stage2Answered } from '../support/stage3History.ts';

const papersOf = (...events: (ComplaintEvent | ComplaintEvent[])[]) => {
	const [strand] = rebuild(events.flat()).strands;
	const papers = panelPapers(strand!, contextOf());
	if (!papers.known) throw new Error('The days could not be counted');
	return papers.value;
};

const drafted: ComplaintEvent = {
	type: 'statementDrafted',
	strandId: STRAND,
	version: 1,
	textId: TEXT,
	sentOn: '2026-07-08'
};
const answered = stage2Answered().flatMap((event): ComplaintEvent[] =>
	event.type === 'statementAgreed' ? [drafted, event] : [event]
);

describe('the papers of a panel (Getting the Best from Complaints 3.14)', () => {
	it('are out 10 working days before it meets, counted backwards, what is added a day before', () => {
		// The panel meets on Thursday 22 October: 10 back is Thursday 8 October.
		const papers = papersOf(answered, panelAsked({ pointsTextId: null }), panelFixed());
		expect(papers).toEqual({
			outByOn: '2026-10-08',
			isForLimit: false,
			sentOn: null,
			papers: [
				{ name: 'statement', isReady: true, byOn: '2026-10-08' },
				{ name: 'investigationReport', isReady: true, byOn: '2026-10-08' },
				{ name: 'independentPersonReport', isReady: true, byOn: '2026-10-08' },
				{ name: 'adjudication', isReady: true, byOn: '2026-10-08' },
				{ name: 'points', isReady: false, byOn: '2026-10-07' }
			]
		});
	});

	it('leave out the days between Christmas and New Year that are holidays', () => {
		const papers = papersOf(answered, panelAsked(), panelFixed('2027-01-06', true));
		// 5, 4 January, 31, 30, 29 December, 24, 23, 22, 21 and 18 December.
		expect(papers?.outByOn).toBe('2026-12-18');
		expect(papers?.papers.at(-1)).toEqual({ name: 'points', isReady: true, byOn: '2026-12-17' });
	});

	it('are counted back from day 30 while no date is fixed', () => {
		// Day 30 of a request of Monday 21 September is Monday 2 November.
		expect(papersOf(answered, panelAsked())).toMatchObject({
			outByOn: '2026-10-19',
			isForLimit: true
		});
	});

	it('say when they went', () => {
		expect(papersOf(answered, panelAsked(), panelFixed(), papersSent())?.sentOn).toBe('2026-10-07');
	});

	it('hold no statement where none was needed, and one that is not written is not ready', () => {
		const notNeeded = stage2Answered().map((event): ComplaintEvent =>
			event.type === 'statementAgreed'
				? {
						type: 'statementNotNeeded',
						strandId: STRAND,
						decidedOn: '2026-07-10',
						reasonTextId: TEXT
					}
				: event
		);
		const names = papersOf(notNeeded, panelAsked())?.papers.map(({ name }) => name);
		expect(names).not.toContain('statement');
		const unwritten = papersOf(stage2Answered(), panelAsked())?.papers[0];
		expect(unwritten).toMatchObject({ name: 'statement', isReady: false });
	});

	it('are none before a panel is asked for', () => {
		expect(papersOf(answered)).toBeNull();
	});
});
