import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import { parsePlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Pause } from '#lib/domain/clocks/clockFacts.ts';
import { deemedReceivedOn } from '#lib/domain/clocks/deemedReceipt.ts';
import { dueOn } from '#lib/domain/clocks/explain.ts';
import { findRule } from '#lib/domain/clocks/ruleNames.ts';

const holidays = BUILT_IN_BANK_HOLIDAYS;
const rows = readRows(new URL('../fixtures/deadlines.csv', import.meta.url));

/** Row 41 is stage 1 with a wait for an advocate, which a rule name alone cannot say. */
const PAUSES: Record<string, { rule: string; pauses: Pause[] }> = {
	'S1-10 with advocate pause': {
		rule: 'S1-10',
		pauses: [{ from: '2022-10-05', to: '2022-10-19' }]
	}
};

test.each(rows)('row $id: $event, $rule from $date is due $due', ({ rule, date, due }) => {
	const paused = PAUSES[rule];
	const named = findRule(paused?.rule ?? rule);
	const facts = { ...named!, dayZeroOn: date, pauses: paused?.pauses ?? [] };
	expect(dueOn(facts, { holidays })).toEqual({ known: true, value: due });
});

it('has all the rows', () => {
	expect(rows).toHaveLength(42);
});

it('row 41 without the pause is due 17 October', () => {
	expect(dueOn({ clock: 'stage1Response', dayZeroOn: '2022-10-03' }, { holidays })).toEqual({
		known: true,
		value: '2022-10-17'
	});
});

it('row 42: posted first class on Friday 31 March, received on Tuesday 4 April', () => {
	expect(deemedReceivedOn({ sentOn: '2023-03-31', by: 'firstClassPost' }, holidays)).toEqual({
		known: true,
		value: '2023-04-04'
	});
	expect(deemedReceivedOn({ sentOn: '2023-04-01', by: 'email' }, holidays)).toEqual({
		known: true,
		value: '2023-04-01'
	});
});

interface Row {
	id: string;
	event: string;
	date: PlainDate;
	rule: string;
	due: PlainDate;
}

function readRows(file: URL): Row[] {
	const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
	return lines.map((line) => {
		const cells = [...line.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
			(cell ?? '').replace(/^"|"$/g, '')
		);
		const [id = '', event = '', date = '', rule = '', , due = ''] = cells;
		return { id, event, rule, date: asDate(date), due: asDate(due) };
	});
}

function asDate(text: string): PlainDate {
	const date = parsePlainDate(text);
	if (!date.known) throw new Error(`not a date in the fixture: ${text}`);
	return date.value;
}
