import { describe, expect, it, test } from 'vitest';
import { groupOf, matchesTyped } from '#lib/components/staff/views/actGroups.ts';
import { besideCard } from '#lib/components/staff/views/besideCard.ts';
import type { CardPart, StageCardView } from '#lib/components/staff/views/stageCard.ts';
import { appointedPeople } from '#lib/components/staff/views/stagePeople.ts';
import { stage2Cards } from '#lib/components/staff/views/stage2Card.ts';
import { stage3Cards } from '#lib/components/staff/views/stage3Card.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CommandType } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import {
	adjudicated,
	appointed,
	askedForStage2,
	bothReported,
	ELEMENT,
	investigating,
	received,
	stage2Complete,
	stage2Extended,
	STRAND,
	TEXT,
	triaged
} from '../support/complaintHistory.ts';
import { factsOn, plain } from '../support/pulledCase.ts';
import {
	panelAcknowledged,
	panelAppointed,
	panelAsked,
	panelFixed,
	panelHeld,
	panelReported,
	stage2Answered
} from '../support/stage3History.ts';

const words = (textId: string, said: string) => ({
	textId,
	kind: 'reason',
	words: said,
	authorKind: 'staff' as const,
	authorId: null,
	writtenAt: '2026-07-03T09:00:00Z'
});
const facts = (today: PlainDate, events: readonly ComplaintEvent[]) =>
	factsOn(today, events, { texts: [words(TEXT, 'In their own words')] });

function stage2On(today: PlainDate, events: readonly ComplaintEvent[]): StageCardView {
	const [card] = stage2Cards(facts(today, events));
	if (!card) throw new Error('There is no card of stage 2');
	return card;
}

function part(card: StageCardView, id: string): CardPart {
	const found = card.parts.find((one) => one.id === id);
	if (!found) throw new Error(`There is no part ${id}`);
	return found;
}

const lines = ({ rows }: CardPart) =>
	rows.map((row) => plain([row.words, row.second, row.tag?.words].filter(Boolean).join(' | ')));

describe('the card of stage 2', () => {
	it('is not there before stage 2 was asked for', () => {
		expect(stage2Cards(facts('2026-06-10', [received(), ...triaged()]))).toEqual([]);
	});

	it('says who is missing and what to write, when it was just asked for', () => {
		const card = stage2On('2026-07-02', askedForStage2());
		expect(card.tag?.words).toBe('asked for');
		expect(part(card, 'people').missing).toMatch(/^Nobody is appointed\. Appoint/);
		expect(part(card, 'people').links).toEqual([
			{ words: 'Appoint somebody', href: `/staff/case/case-jay/act/appoint?strand=${STRAND}` }
		]);
		expect(part(card, 'statement').missing).toMatch(/^Write down what will be looked at/);
		expect(card.parts.map(({ id }) => id)).toEqual(['people', 'statement', 'clocks']);
		expect(card.next.map(({ words: said, when }) => [said, plain(when)])).toContainEqual([
			'Set up the investigation',
			'by Wed 8 Jul'
		]);
		expect(card.next[0]?.href).toMatch(/\/act\/appoint\?/);
	});

	it('counts from the request, and names the other count a shadow (reg 17; rules C-1)', () => {
		const clocks = part(stage2On('2026-07-13', investigating()), 'clocks');
		expect(lines(clocks)).toEqual([
			'Day 25 from the request: Wed 5 Aug | Day 8 of 25, 17 working days left',
			'Day 65 from the request: Thu 1 Oct | Only where more time is told in writing, with the reason and the new date.',
			'Shadow, from the agreed statement: Fri 14 Aug | For reports only. The date that counts runs from the request.'
		]);
	});

	it('shows the new date once more time was told, with its reason', () => {
		const clocks = part(stage2On('2026-08-03', [...investigating(), stage2Extended()]), 'clocks');
		expect(lines(clocks)[1]).toMatch(/^The new date they were told: Fri 11 Sep/);
		expect(lines(clocks)).toContain(
			'More time told Fri 31 Jul, until Fri 11 Sep | Because the complaint is particularly complex.'
		);
	});

	it('keeps what was warned of, and puts those who left behind a line', () => {
		const card = stage2On('2026-07-13', [
			...askedForStage2(),
			appointed({ acceptedWarnings: ['stage1Responder'], reasonTextId: TEXT }),
			appointed({ appointmentId: 'second', role: 'independentPerson', personId: 'person-noor' }),
			{
				type: 'appointmentEnded',
				strandId: STRAND,
				appointmentId: 'second',
				endedOn: '2026-07-10',
				reasonTextId: TEXT
			}
		]);
		const people = part(card, 'people');
		expect(lines(people)[0]).toContain('Accepted although they answered at stage 1.');
		expect(people.rows[0]?.folded).toEqual([
			{ summary: 'Why we appointed them all the same', words: 'In their own words' }
		]);
		expect(people.older?.summary).toBe('1 person before');
		expect(plain(people.older?.rows[0]?.second)).toMatch(/^Fri 3 Jul to Fri 10 Jul\./);
		expect(people.missing).toMatch(/^Appoint an independent person/);
	});

	it('leaves out a point that a court decided, with the reason (rules 3.3)', () => {
		const card = stage2On('2026-07-13', [
			...investigating(),
			{
				type: 'scopeLimited',
				strandId: STRAND,
				elementId: ELEMENT,
				reasonTextId: TEXT,
				toldOn: '2026-07-10',
				ombudsmanToldOn: '2026-07-10'
			}
		]);
		expect(part(card, 'leftOut').rows[0]?.folded?.[0]?.words).toBe('In their own words');
		expect(part(stage2On('2026-07-13', investigating()), 'statement').rows[0]).toMatchObject({
			icon: 'tick'
		});
	});

	it('asks for both reports, then for the adjudication, then for all three documents', () => {
		const reports = part(stage2On('2026-07-13', investigating()), 'reports');
		expect(reports.missing).toBe('Both reports are in before anybody decides.');
		const reported = stage2On('2026-07-27', bothReported());
		expect(part(reported, 'reports').missing).toBeUndefined();
		expect(part(reported, 'adjudication').missing).toMatch(/decides point by point/);
		const decided = stage2On('2026-07-30', [...bothReported(), adjudicated()]);
		expect(part(decided, 'documents').missing).toMatch(/only once all three/);
		expect(part(decided, 'recommendations').heading).toBe('Recommendations, not sent yet');
		expect(lines(part(decided, 'adjudication'))[0]).toMatch(/Upheld$/);
	});

	it('follows a recommendation until it is done, and says when it is late (guidance 3.8)', () => {
		const open = part(stage2On('2026-08-03', stage2Complete()), 'recommendations');
		expect(lines(open)).toEqual(['In their own words | Accepted, due Wed 30 Sep. | To do']);
		const late = part(stage2On('2026-10-02', stage2Complete()), 'recommendations');
		expect(late.rows[0]?.tag).toEqual({ words: '2 days late', tone: 'clay' });
		const done: ComplaintEvent = {
			type: 'recommendationCompleted',
			strandId: STRAND,
			recommendationId: 'recommendation-visits',
			doneOn: '2026-09-14',
			evidenceTextId: TEXT
		};
		const carriedOut = stage2On('2026-10-02', [...stage2Complete(), done]);
		expect(plain(part(carriedOut, 'recommendations').rows[0]?.tag?.words)).toBe('Done Mon 14 Sep');
	});

	it('says until when a panel can be asked for, and leads to it', () => {
		const documents = part(stage2On('2026-08-03', stage2Complete()), 'documents');
		expect(lines(documents).at(-1)).toMatch(/^They can ask for a review panel until Fri 28 Aug/);
		expect(documents.links.map(({ words: said }) => said)).toContain('They ask for a review panel');
	});
});

describe('the card of stage 3', () => {
	it('says what is missing until the panel meets, and leads to the planner', () => {
		const events = [...stage2Answered(), panelAsked()];
		const [card] = stage3Cards(facts('2026-09-22', events));
		if (!card) throw new Error('There is no card of stage 3');
		expect(part(card, 'request').missing).toBe('Tell them we have it.');
		expect(part(card, 'people').missing).toMatch(/^Appoint three independent people/);
		expect(part(card, 'meeting').links[0]).toEqual({
			words: 'Plan the panel',
			href: `/staff/case/case-jay/panel?strand=${STRAND}`
		});
		expect(stage2Cards(facts('2026-09-22', events))[0]?.isFolded).toBe(true);
	});

	it('shows what the panel recommends, and what the response needs (reg 20(3))', () => {
		const [card] = stage3Cards(
			facts('2026-10-29', [
				...stage2Answered(),
				panelAsked(),
				panelAcknowledged(),
				...panelAppointed(),
				panelFixed(),
				panelHeld(),
				panelReported()
			])
		);
		if (!card) throw new Error('There is no card of stage 3');
		expect(plain(part(card, 'meeting').rows[0]?.words)).toBe('Met Thu 22 Oct');
		expect(part(card, 'panelReport').rows).toHaveLength(3);
		expect(part(card, 'response').missing).toMatch(/with the independent person of stage 2/);
		expect(card.next.map(({ href }) => href)).toEqual([
			expect.stringMatching(/\/act\/sendPanelReport\?/),
			expect.stringMatching(/\/act\/answerPanel\?/)
		]);
	});
});

describe('the card beside the procedure', () => {
	const open: ComplaintEvent[] = [received(), ...triaged()];

	it('is not there where nothing runs beside', () => {
		expect(besideCard(facts('2026-06-10', open))).toBeNull();
	});

	it('shows only what is there: an enquiry of the Ombudsman’s that is late', () => {
		const card = besideCard(
			facts('2026-07-08', [
				...open,
				{
					type: 'ombudsmanReferralRecorded',
					ombudsmanCaseId: 'matter',
					madeOn: '2026-06-20',
					kind: 'duringDelay',
					referenceTextId: null
				},
				{
					type: 'ombudsmanEnquiryRecorded',
					ombudsmanCaseId: 'matter',
					enquiryId: 'enquiry',
					receivedOn: '2026-06-22',
					dueOn: '2026-07-06'
				}
			])
		);
		expect(card?.parts.map(({ id }) => id)).toEqual(['ombudsman']);
		expect(card?.parts[0]?.rows[1]?.tag).toEqual({ words: '2 days late', tone: 'clay' });
		expect(card?.next[0]).toMatchObject({ words: 'Answer the Ombudsman', isLate: true });
	});

	it('gives both dates where talks pause the clock, and says so where they do not', () => {
		const talks = (pausesUntilOn: PlainDate | null): ComplaintEvent => ({
			type: 'adrStarted',
			strandId: STRAND,
			adrId: 'talks',
			kind: 'mediation',
			agreedOn: '2026-07-13',
			pausesUntilOn
		});
		const said = (until: PlainDate | null) =>
			plain(
				besideCard(facts('2026-07-14', [...investigating(), talks(until)]))?.parts[0]?.rows[0]
					?.second
			);
		expect(said(null)).toMatch(/^The clock goes on/);
		expect(said('2026-07-20')).toMatch(
			/from Mon 13 Jul to Mon 20 Jul\. Due Wed 12 Aug; without the pause it would be Wed 5 Aug\.$/
		);
	});
});

describe('everybody appointed, on the page of people', () => {
	it('names the part, since when, and that a declaration is not signed', () => {
		const people = appointedPeople(
			facts('2026-07-13', [...askedForStage2(), appointed({ declarationSignedOn: null })])
		);
		expect(plain(people[0]?.part)).toBe('Investigating officer since Fri 3 Jul');
		expect(people[0]?.tag?.words).toBe('No declaration');
	});
});

describe('finding an act', () => {
	test.each<[CommandType, string]>([
		['draftStatement', 'stage'],
		['adjudicate', 'stage'],
		['respondStage3', 'stage'],
		['appointPerson', 'people'],
		['recordConsent', 'people'],
		['extendStage2', 'dates'],
		['correctStage2Outcome', 'dates'],
		['startAdr', 'beside'],
		['recordOmbudsmanReferral', 'beside'],
		['withdrawStrand', 'endings'],
		['discontinueStage2', 'endings']
	])('%s stands under %s', (command, group) => {
		expect(groupOf(command)).toBe(group);
	});

	it('reads each word that was typed, in any order and case', () => {
		expect(matchesTyped('Correct the day we got it', 'DAY corr')).toBe(true);
		expect(matchesTyped('Correct the day we got it', 'panel')).toBe(false);
	});
});
