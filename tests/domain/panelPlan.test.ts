import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import { addDays, weekdayOf, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { planPanel, type PanelPlan, type PanelPlanFacts } from '#lib/domain/panel/planPanel.ts';

const COUNTING = { holidays: BUILT_IN_BANK_HOLIDAYS };

function plan(facts: Partial<PanelPlanFacts> & Pick<PanelPlanFacts, 'requestedOn'>): PanelPlan {
	const planned = planPanel(
		{
			today: facts.requestedOn,
			diaries: [],
			papersSentOn: null,
			chairAppointedOn: null,
			...facts
		},
		COUNTING
	);
	if (!planned.known) throw new Error(JSON.stringify(planned.refusal));
	return planned.value;
}

function dayOn({ days }: PanelPlan, panelOn: PlainDate) {
	const found = days.find((day) => day.panelOn === panelOn);
	if (!found) throw new Error(`${panelOn} is not in the plan`);
	return found;
}

describe('planning a review panel (SI 2006/1738 reg 19(4); guidance 3.13 to 3.18)', () => {
	it('counts over Christmas: asked for on 19 November 2026, day 30 is 5 January 2027', () => {
		const christmas = plan({ requestedOn: '2026-11-19', today: '2026-12-01' });
		expect(christmas.acknowledgeByOn).toBe('2026-11-23');
		expect(christmas.chairByOn).toBe('2026-12-03');
		expect(christmas.panelByOn).toBe('2027-01-05');
		expect(dayOn(christmas, '2026-12-21')).toMatchObject({
			day: 22,
			papersByOn: '2026-12-07',
			reportByOn: '2026-12-30',
			responseByOn: '2027-01-21',
			isPastLimit: false
		});
		expect(dayOn(christmas, '2027-01-05')).toMatchObject({ day: 30, papersByOn: '2026-12-17' });
		// 25 and 28 December and 1 January are no working days, so no panel is proposed on them.
		const days = christmas.days.map(({ panelOn }) => panelOn);
		for (const closed of ['2026-12-25', '2026-12-26', '2026-12-28', '2027-01-01']) {
			expect(days).not.toContain(closed);
		}
	});

	it('counts over Easter: asked for on 9 March 2026, day 30 is 22 April', () => {
		const easter = plan({ requestedOn: '2026-03-09', today: '2026-03-16' });
		expect(easter.panelByOn).toBe('2026-04-22');
		expect(easter.chairByOn).toBe('2026-03-23');
		// Good Friday 3 April and Easter Monday 6 April lie between the papers and the panel.
		expect(dayOn(easter, '2026-04-13').papersByOn).toBe('2026-03-26');
		expect(easter.proposed[0]?.panelOn).toBe('2026-03-30');
	});

	it('proposes no day for which the papers can no longer go 10 working days before', () => {
		const { days, proposed } = plan({ requestedOn: '2026-11-19', today: '2026-12-01' });
		expect(proposed[0]?.panelOn).toBe('2026-12-15');
		expect(days.find(({ panelOn }) => panelOn === '2026-12-14')?.keepsPapers).toBe(false);
	});

	it('holds papers that have gone against the day they went, not against today', () => {
		const sent = plan({
			requestedOn: '2026-11-19',
			today: '2026-12-11',
			papersSentOn: '2026-12-03'
		});
		expect(sent.proposed[0]?.panelOn).toBe('2026-12-17');
	});

	it('shows whose diary a day breaks, and does not propose it', () => {
		const { days, proposed } = plan({
			requestedOn: '2026-11-19',
			today: '2026-12-01',
			diaries: [
				{ personId: 'noor', busyOn: ['2026-12-17'] },
				{ personId: 'ewan', busyOn: ['2026-12-17', '2026-12-18'] },
				{ personId: 'femi', busyOn: [] }
			]
		});
		const on = (panelOn: PlainDate) => days.find((day) => day.panelOn === panelOn)?.brokenBy;
		expect(on('2026-12-17')).toEqual(['noor', 'ewan']);
		expect(on('2026-12-18')).toEqual(['ewan']);
		expect(on('2026-12-21')).toEqual([]);
		const free = proposed.map(({ panelOn }) => panelOn);
		expect(free).not.toContain('2026-12-17');
		expect(free).not.toContain('2026-12-18');
		expect(free).toContain('2026-12-21');
	});

	it('keeps five days past day 30 in sight, and proposes none of them', () => {
		const { days, proposed } = plan({ requestedOn: '2026-11-19', today: '2026-12-01' });
		expect(days.filter(({ isPastLimit }) => isPastLimit).map(({ panelOn }) => panelOn)).toEqual([
			'2027-01-06',
			'2027-01-07',
			'2027-01-08',
			'2027-01-11',
			'2027-01-12'
		]);
		expect(proposed.at(-1)?.panelOn).toBe('2027-01-05');
	});

	it('says so once day 10 has passed without a chair', () => {
		const requestedOn = '2026-11-19';
		expect(plan({ requestedOn, today: '2026-12-03' }).isChairLate).toBe(false);
		expect(plan({ requestedOn, today: '2026-12-04' }).isChairLate).toBe(true);
		const chairAppointedOn = '2026-12-02';
		expect(plan({ requestedOn, today: '2026-12-04', chairAppointedOn }).isChairLate).toBe(false);
	});

	it('needs the chair before the papers go, where those go before day 10', () => {
		const { days } = plan({ requestedOn: '2026-11-19', today: '2026-11-20' });
		const early = days.find(({ panelOn }) => panelOn === '2026-12-08');
		expect(early).toMatchObject({ papersByOn: '2026-11-24', chairByOn: '2026-11-24' });
		const later = days.find(({ panelOn }) => panelOn === '2026-12-21');
		expect(later?.chairByOn).toBe('2026-12-03');
	});

	it('refuses to guess where the list of bank holidays has ended', () => {
		const planned = planPanel(
			{
				requestedOn: '2030-12-02',
				today: '2030-12-02',
				diaries: [],
				papersSentOn: null,
				chairAppointedOn: null
			},
			COUNTING
		);
		expect(planned).toMatchObject({ known: false, refusal: { code: 'bankHolidaysRunOut' } });
	});
});

describe('every plan, counted again day by day', () => {
	// Written again on purpose: a weekday that is not on the council's list is a working day.
	const holidays = new Set(BUILT_IN_BANK_HOLIDAYS.days.map(({ date }) => date));
	const isWorking = (date: PlainDate) => weekdayOf(date) < 5 && !holidays.has(date);
	const between = (first: PlainDate, last: PlainDate) => {
		let counted = 0;
		for (let date = addDays(first, 1); date <= last; date = addDays(date, 1)) {
			if (isWorking(date)) counted += 1;
		}
		return counted;
	};

	it('meets by day 30, with the papers 10 working days before, and nobody away', () => {
		fc.assert(
			fc.property(
				fc.nat(5000),
				fc.nat(45),
				fc.array(fc.nat(60), { maxLength: 12 }),
				(first, passed, away) => {
					const requestedOn = addDays('2014-01-01', first);
					const today = addDays(requestedOn, passed);
					const busyOn = away.map((days) => addDays(requestedOn, days));
					const planned = plan({
						requestedOn,
						today,
						diaries: [{ personId: 'noor', busyOn }]
					});
					for (const day of planned.days) {
						expect(isWorking(day.panelOn)).toBe(true);
						expect(day.day).toBe(between(requestedOn, day.panelOn));
						expect(day.isPastLimit).toBe(day.day > 30);
						expect(isWorking(day.papersByOn)).toBe(true);
						// From the day of the papers, not counted, to the day before the panel, are 9.
						expect(between(day.papersByOn, addDays(day.panelOn, -1))).toBe(9);
						expect(between(day.panelOn, day.reportByOn)).toBe(5);
						expect(between(day.reportByOn, day.responseByOn)).toBe(15);
					}
					expect(planned.proposed.map(({ panelOn }) => panelOn)).toEqual(
						planned.days
							.filter(({ day, papersByOn }) => day <= 30 && papersByOn >= today)
							.map(({ panelOn }) => panelOn)
							.filter((panelOn) => !busyOn.includes(panelOn))
					);
				}
			),
			{ numRuns: 300, seed: 20_060_901 }
		);
	});
});
