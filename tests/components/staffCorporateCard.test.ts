import { describe, expect, it } from 'vitest';
import { offeredActs } from '#lib/components/staff/views/acts.ts';
import { factsOf } from '#lib/components/staff/views/caseFacts.ts';
import { corporateCards } from '#lib/components/staff/views/corporateCard.ts';
import { stage2Cards } from '#lib/components/staff/views/stage2Card.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import {
	STRAND,
	corporateAcknowledged,
	corporateAnswered,
	received,
	responded,
	stage2Extended,
	stage2Requested,
	triagedCorporate
} from '../support/complaintHistory.ts';
import { factsOn, plain, pullAs, pulledCase } from '../support/pulledCase.ts';

/** A corporate strand; stage 2 asked for on Wednesday 1 July 2026. */
const asked: readonly ComplaintEvent[] = [
	received(),
	...triagedCorporate(),
	responded(),
	stage2Requested()
];

function cardOn(today: PlainDate, ...more: readonly ComplaintEvent[]) {
	const facts = factsOn(today, [...asked, ...more]);
	expect(stage2Cards(facts)).toEqual([]);
	const [card] = corporateCards(facts);
	if (!card) throw new Error('There is no card of the last corporate stage');
	return {
		...card,
		lines: card.parts.flatMap(({ rows }) =>
			rows.map((row) => plain([row.words, row.second].filter(Boolean).join(' | ')))
		),
		links: card.parts.flatMap(({ links }) => links.map(({ words }) => words))
	};
}

describe('the card of the last corporate stage (Complaint Handling Code, stage 2)', () => {
	it('is not there before it was asked for', () => {
		expect(corporateCards(factsOn('2026-06-20', asked.slice(0, -1)))).toEqual([]);
	});

	it('says what is due, each day from the request, and what to do next', () => {
		const card = cardOn('2026-07-02');
		expect(card.tag?.words).toBe('Asked for');
		expect(card.lines).toEqual([
			'Asked for Wed 1 Jul | Every day is counted from then.',
			'Say that we have it: by Wed 8 Jul | Day 1 of 5, 4 working days left',
			'The answer is due: Wed 29 Jul | Day 1 of 20, 19 working days left'
		]);
		expect(card.parts[0]?.missing).toMatch(/^Not sent\. It says what was found on each point/);
		expect(card.next.map(({ words, when, href }) => [words, plain(when), href])).toEqual([
			[
				'Say we have the request for corporate stage 2',
				'by Wed 8 Jul',
				`/staff/case/case-jay/act/acknowledgeCorporate?strand=${STRAND}`
			],
			[
				'Send the corporate stage 2 answer, and tell them of the Ombudsman',
				'by Wed 29 Jul',
				`/staff/case/case-jay/full-answer/2/${STRAND}`
			]
		]);
		expect(card.links).toEqual([
			'Send the stage 2 answer, with a second person',
			'Record the corporate stage 2 answer, sent on paper',
			'Say we have the corporate stage 2 request'
		]);
	});

	it('says that we said so, and the new date they were told', () => {
		const more = stage2Extended({
			strandId: STRAND,
			toldOn: '2026-07-28',
			newDueOn: '2026-08-12',
			reason: 'complex',
			toldLate: false
		});
		const card = cardOn('2026-07-30', corporateAcknowledged(), more);
		expect(card.lines).toEqual([
			'Asked for Wed 1 Jul | Every day is counted from then.',
			'We said that we have it Mon 6 Jul | Done Mon 6 Jul',
			'The new date they were told: Wed 12 Aug | Day 21 of 40, 9 working days left',
			'More time told Tue 28 Jul, until Wed 12 Aug | Because the complaint is particularly complex.'
		]);
	});

	it('says what was found and that they know of the Ombudsman, once it went', () => {
		const card = cardOn('2026-07-30', corporateAcknowledged(), corporateAnswered());
		expect(card.tag?.words).toBe('Answered');
		expect(card.lines[0]).toBe('Sent Tue 28 Jul | They were told of the Ombudsman Tue 28 Jul.');
		expect(card.lines[1]).toMatch(/ \| Not upheld$/);
		expect(card.links).toEqual([]);
	});

	it('offers more time to the complaints manager, and no act of an investigation to anybody', () => {
		const words = offeredActs(
			factsOf(pulledCase(asked), pullAs('complaintsManager', '2026-07-02'))
		).map((act) => act.words);
		expect(words).toContain('Take more time at stage 2');
		expect(words).not.toContain('Appoint somebody');
	});
});
