import { describe, expect, it } from 'vitest';
import { panelViews, type PanelView } from '#lib/components/staff/views/panelView.ts';
import { layRibbon, type RibbonDay } from '#lib/components/staff/views/panelRibbon.ts';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { factsOn, plain } from '../support/pulledCase.ts';
import {
	panelAcknowledged,
	panelAppointed,
	panelAsked,
	panelFixed,
	panelHeld,
	panelReported,
	papersSent,
	stage2Answered
} from '../support/stage3History.ts';

const asked = [...stage2Answered(), panelAsked({ pointsTextId: null }), panelAcknowledged()];

const viewOn = (today: PlainDate, events: readonly ComplaintEvent[]): PanelView =>
	panelViews(factsOn(today, events), [])[0]!;
const daysOn = (today: PlainDate, events: readonly ComplaintEvent[]) =>
	viewOn(today, events).ribbon.rows.map(({ date, what, state }) => [plain(date), what, state]);

describe('the ribbon of a review', () => {
	it('has every day of the plan once a date is fixed, in the order of the calendar', () => {
		expect(daysOn('2026-10-01', [...asked, ...panelAppointed(), panelFixed()])).toEqual([
			['Mon 21 Sep 2026', 'Asked', 'Done'],
			['Tue 22 Sep 2026', 'We have it', 'Done'],
			['Wed 30 Sep 2026', 'Chair', 'Done'],
			['Thu 1 Oct 2026', 'Today', 'Today'],
			['Thu 8 Oct 2026', 'Papers', 'To come'],
			['Thu 22 Oct 2026', 'Panel meets', 'The panel'],
			['Thu 29 Oct 2026', 'Report', 'To come'],
			['Mon 2 Nov 2026', 'Day 30 limit', 'The last day in time'],
			['Thu 19 Nov 2026', 'Our response', 'To come']
		]);
	});

	it('keeps what was done on the day it was done', () => {
		const reported = [
			...asked,
			...panelAppointed(),
			panelFixed(),
			papersSent(),
			panelHeld(),
			panelReported()
		];
		const days = daysOn('2026-10-30', reported);
		expect(days).toContainEqual(['Wed 7 Oct 2026', 'Papers', 'Done']);
		expect(days).toContainEqual(['Thu 22 Oct 2026', 'Panel met', 'The panel']);
		expect(days).toContainEqual(['Wed 28 Oct 2026', 'Report', 'Done']);
		expect(days).toContainEqual(['Wed 18 Nov 2026', 'Our response', 'To come']);
	});

	it('says of what is late that it is', () => {
		expect(daysOn('2026-10-07', asked)).toContainEqual(['Mon 5 Oct 2026', 'Chair', 'Late']);
	});

	const lay = (days: readonly [PlainDate, string][]) =>
		layRibbon(
			days.map(([on, what]): RibbonDay => ({ id: what, on, what, kind: 'toCome' })),
			BUILT_IN_BANK_HOLIDAYS
		);

	it('hatches bank holidays as one with the weekend between two of them', () => {
		const { hatches, rows } = lay([
			['2026-12-21', 'Panel meets'],
			['2027-01-05', 'Day 30 limit']
		]);
		// Friday 25 to Monday 28 December are four days; Friday 1 January is one.
		expect(hatches).toHaveLength(2);
		expect(hatches[0]!.width).toBeCloseTo(hatches[1]!.width * 4);
		expect(rows.filter(({ state }) => state === 'Not counted')).toHaveLength(3);
	});

	it('lets no label stand on another, however near the days are', () => {
		const { points, rowsAbove, rowsBelow } = lay([
			['2026-11-16', 'Asked'],
			['2026-11-17', 'We have it'],
			['2026-11-18', 'Today'],
			['2026-11-18', 'Chair'],
			['2026-11-19', 'Papers'],
			['2027-01-05', 'Our response']
		]);
		for (const one of points) {
			const clash = points.filter(
				(other) =>
					other !== one &&
					other.side === one.side &&
					other.row === one.row &&
					Math.abs(other.x - one.x) < 11.9
			);
			expect(clash, one.what).toEqual([]);
			expect(one.x).toBeGreaterThanOrEqual(6);
			expect(one.x).toBeLessThanOrEqual(94);
		}
		expect([rowsAbove, rowsBelow]).toEqual([2, 3]);
	});
});

describe('the papers on the plan', () => {
	it('stand with the day each must be out, and what they may still add', () => {
		const { papers } = viewOn('2026-10-01', [...asked, ...panelAppointed(), panelFixed()]);
		expect(plain(papers?.out)).toBe('Out by Thu 8 Oct');
		expect(papers?.count).toBe('3 of 5 ready');
		expect(papers?.rows.map(({ name, state, by }) => [name, plain(state), plain(by)])).toEqual([
			['Statement of complaint', 'Not ready', 'Thu 8 Oct'],
			['Investigator’s report', 'Ready', 'Thu 8 Oct'],
			['Independent person’s report', 'Ready', 'Thu 8 Oct'],
			['Adjudication letter', 'Ready', 'Thu 8 Oct'],
			['What Jay wants to add', 'Jay has until Wed 7 Oct', 'Wed 7 Oct']
		]);
	});

	it('say so while no date is fixed', () => {
		expect(viewOn('2026-10-01', asked).papers?.note).toContain('day 30');
	});
});

describe('whom to find next for the panel', () => {
	it('is the chair, then a second and a third member', () => {
		const [chair, second, third] = panelAppointed();
		const words = (...events: (ComplaintEvent | undefined)[]) =>
			viewOn('2026-10-01', [...asked, ...events.filter((event) => event !== undefined)])
				.appointWords;
		expect(words()).toBe('Find a chair');
		expect(words(chair)).toBe('Find a second member');
		expect(words(chair, second)).toBe('Find a third member');
		expect(words(chair, second, third)).toBe('Appoint somebody');
	});
});
