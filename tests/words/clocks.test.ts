import { syllable } from 'syllable';
import { describe, expect, it, test } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClockFacts, ClockRefusal } from '#lib/domain/clocks/clockFacts.ts';
import { explain, type Explanation } from '#lib/domain/clocks/explain.ts';
import { positionOn } from '#lib/domain/clocks/position.ts';
import { STATUTORY_CLOCKS, type ClockName } from '#lib/domain/clocks/statutoryClocks.ts';
import { sayClockRefusal } from '#lib/words/clockRefusals.ts';
import { clockForChild, explainClock, sayPosition } from '#lib/words/clocks.ts';
import { dayAndMonth, fullDate, shortDate, shortDay } from '#lib/words/dates.ts';

const holidays = BUILT_IN_BANK_HOLIDAYS;

function explained(facts: ClockFacts): Explanation {
	const explanation = explain(facts, { holidays });
	if (!explanation.known) throw new Error(JSON.stringify(explanation.refusal));
	return explanation.value;
}

/** With ordinary spaces, to read. */
function plain(text: string): string {
	return text.replaceAll('\u00a0', ' ');
}

function positionAt(explanation: Explanation, today: PlainDate) {
	const position = positionOn(explanation, today, holidays);
	if (!position.known) throw new Error(JSON.stringify(position.refusal));
	return position.value;
}

describe('a date in words', () => {
	it('keeps weekday, day and month on one line', () => {
		expect(dayAndMonth('2026-06-15')).toBe('Monday 15\u00a0June');
		expect(fullDate('2026-06-05')).toBe('Friday 5\u00a0June\u00a02026');
		expect(shortDay('2026-12-01')).toBe('Tue\u00a01\u00a0Dec');
		expect(shortDate('2024-02-29')).toBe('Thu\u00a029\u00a0Feb\u00a02024');
	});
});

describe('the working of a due date, for staff', () => {
	it('names day 0, the count, what was skipped, the closing days that do count, and the source', () => {
		const sentences = explainClock(
			explained({ clock: 'stage2Response', dayZeroOn: '2026-10-27', isExtended: true })
		).map(plain);
		expect(sentences).toEqual([
			'Day 0 is Tue 27 Oct 2026: stage 2 was asked for. It is not counted.',
			'65 working days are counted.',
			'It is due by the end of Fri 29 Jan 2027.',
			'Not counted: 26 weekend days, and 3 bank holidays: Fri 25 Dec 2026 (Christmas Day), Mon 28 Dec 2026 (for Boxing Day), Fri 1 Jan 2027 (New Year’s Day).',
			'Our Christmas closing does count, because these are working days in law: Tue 29 Dec 2026, Wed 30 Dec 2026, Thu 31 Dec 2026.',
			'Extended, counted from the same day 0. Before that it was Tue 1 Dec 2026.',
			'Source: SI 2006/1738 reg 17(6).'
		]);
	});

	it('says a pause, and the date without it', () => {
		const sentences = explainClock(
			explained({
				clock: 'stage1Response',
				dayZeroOn: '2022-10-01',
				pauses: [{ from: '2022-10-05', to: '2022-10-19' }]
			})
		).map(plain);
		expect(sentences[0]).toBe(
			'Day 0 is Sat 1 Oct 2022, not a working day: the complaint was received. It is not counted.'
		);
		expect(sentences).toContain(
			'It is due by the end of Fri 28 Oct 2022. Without the pause it would be Fri 14 Oct 2022.'
		);
		expect(sentences).toContain(
			'Paused after Wed 5 Oct 2022 until Wed 19 Oct 2022, waiting for an advocate: 10 working days not counted.'
		);
		expect(sentences).toContain('Days when our offices are closed do count.');
	});

	it('says that the date is not known while a pause is open', () => {
		const sentences = explainClock(
			explained({
				clock: 'stage1Response',
				dayZeroOn: '2022-10-03',
				pauses: [{ from: '2022-10-05', to: null }]
			})
		).map(plain);
		expect(sentences).toContain(
			'Paused since Wed 5 Oct 2022, so the date is not known yet. Without the pause it would be Mon 17 Oct 2022.'
		);
		expect(sentences).toContain('The count stopped after Wed 5 Oct 2022: waiting for an advocate.');
	});

	it('says an agreed wait, and that reports keep to the limit', () => {
		const sentences = explainClock(
			explained({ clock: 'stage1Response', dayZeroOn: '2023-02-06', waitsUntilOn: '2023-03-20' })
		).map(plain);
		expect(sentences).toContain('It is due by the end of Mon 20 Feb 2023.');
		expect(sentences).toContain(
			'The complainant agreed to wait until Mon 20 Mar 2023. Reports still measure against the limit.'
		);
	});

	it('says how papers are counted back, and a year', () => {
		expect(
			plain(explainClock(explained({ clock: 'stage3Papers', dayZeroOn: '2023-06-16' }))[1]!)
		).toBe('10 working days are counted back; the day before Fri 16 Jun 2023 is day 1.');
		expect(
			plain(explainClock(explained({ clock: 'oneYearToComplain', dayZeroOn: '2022-03-10' }))[1]!)
		).toBe(
			'It runs for 1 calendar year, weekends and holidays included. It ends on the same date of the month.'
		);
	});

	test.each(Object.keys(STATUTORY_CLOCKS) as ClockName[])('%s has its sentences', (clock) => {
		const sentences = explainClock(
			explained({ clock, dayZeroOn: '2026-03-02', setOn: '2026-04-01' })
		);
		expect(sentences.length).toBeGreaterThanOrEqual(4);
		for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9].*\.$/);
	});
});

describe('where a clock stands, in words', () => {
	const stage1 = explained({ clock: 'stage1Response', dayZeroOn: '2023-02-10' });

	test.each<[PlainDate, string]>([
		['2023-02-09', 'Not started'],
		['2023-02-10', '10 working days left'],
		['2023-02-20', 'Day 6 of 10, 4 working days left'],
		['2023-02-23', 'Day 9 of 10, 1 working day left'],
		['2023-02-24', 'Day 10 of 10, last day'],
		['2023-02-25', 'Day 10 of 10, the last day is over'],
		['2023-02-27', '1 working day late'],
		['2023-03-01', '3 working days late']
	])('on %s: %s', (today, words) => {
		expect(sayPosition(positionAt(stage1, today), stage1.unit)).toBe(words);
	});

	it('is paused after the day it had reached', () => {
		const paused = explained({
			clock: 'stage1Response',
			dayZeroOn: '2023-02-10',
			pauses: [{ from: '2023-02-14', to: null }]
		});
		expect(sayPosition(positionAt(paused, '2023-03-01'), paused.unit)).toBe(
			'Paused after day 2 of 10'
		);
	});

	it('counts a year in days', () => {
		const year = explained({ clock: 'oneYearToComplain', dayZeroOn: '2022-03-10' });
		expect(sayPosition(positionAt(year, '2023-03-03'), year.unit)).toBe('7 days left');
		expect(sayPosition(positionAt(year, '2023-03-11'), year.unit)).toBe('1 day late');
	});
});

describe('what the child is told of a date', () => {
	it('is one sentence with the day in it', () => {
		const answer = explained({ clock: 'stage1Response', dayZeroOn: '2026-06-01' });
		expect(clockForChild(answer)).toBe('You will get an answer by Monday 15\u00a0June.');
	});

	it('is not a promise of a day that has gone', () => {
		const answer = explained({ clock: 'stage1Response', dayZeroOn: '2026-06-01' });
		expect(plain(clockForChild(answer, positionAt(answer, '2026-06-15'))!)).toBe(
			'You will get an answer by Monday 15 June.'
		);
		expect(plain(clockForChild(answer, positionAt(answer, '2026-06-16'))!)).toBe(
			'You should have had an answer by Monday 15 June.'
		);
	});

	it('says that a new date comes with the advocate', () => {
		const waiting = explained({
			clock: 'stage1Response',
			dayZeroOn: '2026-06-01',
			pauses: [{ from: '2026-06-02', to: null }]
		});
		expect(clockForChild(waiting)).toBe('We will give you a new date when you have an advocate.');
	});

	it('never says that stage 2 cannot be asked for', () => {
		const advice = explained({ clock: 'stage2Request', dayZeroOn: '2026-06-01' });
		expect(plain(clockForChild(advice)!)).toBe(
			'Try to ask by Monday 29 June, but you can still ask after that.'
		);
		expect(clockForChild(advice, positionAt(advice, '2026-08-01'))).toBe(
			'You can still ask for someone new to look.'
		);
	});

	it('says the year where it is a year away', () => {
		expect(
			plain(clockForChild(explained({ clock: 'oneYearToComplain', dayZeroOn: '2026-06-01' }))!)
		).toBe('You have until Tuesday 1 June 2027 to tell us about it.');
	});

	it('keeps quiet about what is only for staff', () => {
		const quiet = (Object.keys(STATUTORY_CLOCKS) as ClockName[]).filter(
			(clock) =>
				clockForChild(explained({ clock, dayZeroOn: '2026-03-02', setOn: '2026-04-01' })) === null
		);
		expect(quiet).toEqual([
			'sufficientInterest',
			'stage2FromStatement',
			'stage2Statement',
			'stage2Appointments',
			'stage3Chair',
			'suspensionReview',
			'ombudsmanEnquiry',
			'ombudsman'
		]);
	});

	test.each(everySentence())('%s: reading grade 4 or less, 15 words or fewer', (sentence) => {
		const words = sentence.split(/\s+/).filter((word) => word !== '');
		expect(words.length).toBeLessThanOrEqual(15);
		expect(gradeOf(words)).toBeLessThanOrEqual(4);
		expect(sentence.match(/[.!?]/g)).toHaveLength(1);
	});

	/** Every sentence with "Monday 15 June" for its date, since no name of a month can be made easier. */
	function everySentence(): string[] {
		const sentences = new Set<string>();
		for (const clock of Object.keys(STATUTORY_CLOCKS) as ClockName[]) {
			const explanation = explained({ clock, dayZeroOn: '2026-03-02', setOn: '2026-11-25' });
			for (const today of ['2026-03-02', '2027-12-30'] as const) {
				const sentence = clockForChild(explanation, positionAt(explanation, today));
				if (sentence === null) continue;
				sentences.add(
					plain(sentence).replace(/[A-Z][a-z]+day \d+ [A-Z][a-z]+( \d{4})?/, 'Monday 15 June')
				);
			}
		}
		for (const reason of ['advocate', 'mediation'] as const) {
			const pauses = [{ from: '2026-03-03', to: null, reason }] as const;
			const dayZeroOn = '2026-03-02';
			const clock = reason === 'advocate' ? 'stage1Response' : 'stage2Response';
			sentences.add(clockForChild(explained({ clock, dayZeroOn, pauses }))!);
		}
		return [...sentences];
	}

	/** Flesch-Kincaid grade of one sentence. */
	function gradeOf(words: string[]): number {
		const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
		return 0.39 * words.length + 11.8 * (syllables / words.length) - 15.59;
	}
});

describe('why there is no date, in a sentence', () => {
	test.each<[ClockRefusal, string]>([
		[
			{ code: 'notADate', text: '14/02/2026' },
			'“14/02/2026” is not a date. Write it as year, month and day, like 2026-06-15.'
		],
		[{ code: 'noSuchDay', text: '2026-02-30' }, 'There is no such day as 2026-02-30.'],
		[
			{ code: 'yearOutOfRange', text: '2620-02-14', fromYear: 1900, toYear: 2199 },
			'The year in 2620-02-14 must be from 1900 to 2199.'
		],
		[
			{
				code: 'bankHolidaysRunOut',
				date: '2031-01-01',
				from: '2012-01-01',
				to: '2030-12-31'
			},
			'The date cannot be worked out: bank holidays are known only from Sunday 1 January 2012 to Tuesday 31 December 2030, and Wednesday 1 January 2031 is outside that.'
		],
		[
			{ code: 'holidaysMissing', year: 2031, found: 7 },
			'2031 has only 7 bank holidays on weekdays. Add those that are missing before dates in that year are counted.'
		],
		[
			{
				code: 'clockPaused',
				clock: 'stage1Response',
				sinceOn: '2022-10-05',
				unpausedDueOn: '2022-10-17'
			},
			'The date is not known yet: the clock has been paused since Wednesday 5 October 2022. Without the pause it would be Monday 17 October 2022.'
		],
		[
			{ code: 'cannotBeExtended', clock: 'stage3PanelMeeting' },
			'“Review panel meets” cannot be given more time.'
		],
		[
			{ code: 'cannotBePaused', clock: 'stage2Response', reason: 'advocate' },
			'“Stage 2 full answer” does not stop for this: waiting for an advocate.'
		],
		[
			{ code: 'pauseEndsBeforeItStarts', from: '2022-10-19', to: '2022-10-05' },
			'The pause ends on Wednesday 5 October 2022, before it starts on Wednesday 19 October 2022.'
		],
		[
			{ code: 'dateNotSet', clock: 'action' },
			'“Promised action done” has no date yet. Somebody must set one.'
		]
	])('%j', (refusal, sentence) => {
		expect(plain(sayClockRefusal(refusal))).toBe(sentence);
	});

	it('does not repeat a long text, or one that would move the screen', () => {
		const sentence = sayClockRefusal({ code: 'notADate', text: '\u001b[2J' + 'x'.repeat(10_000) });
		expect(sentence.length).toBeLessThan(150);
		expect(sentence).not.toContain('\u001b');
	});
});
