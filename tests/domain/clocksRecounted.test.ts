import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Pause } from '#lib/domain/clocks/clockFacts.ts';
import { explain } from '#lib/domain/clocks/explain.ts';
import { positionOn } from '#lib/domain/clocks/position.ts';

const holidays = BUILT_IN_BANK_HOLIDAYS;
const DAY_MS = 86_400_000;
const FIRST_MS = Date.UTC(2013, 0, 1);

/** Every working day of the list, found with the language's own dates. */
const ALL_WORKING_DAYS = Array.from(
	{ length: 18 * 365 },
	(_, day) => new Date(FIRST_MS + day * DAY_MS)
)
	.filter((day) => day.getUTCDay() !== 0 && day.getUTCDay() !== 6)
	.map((day) => day.toISOString().slice(0, 10) as PlainDate)
	.filter((day) => !holidays.days.some(({ date }) => date === day));

/** Any of the clocks that can be paused and extended, with up to three pauses and a wait. */
const anyCase = fc.record({
	start: fc.integer({ min: 0, max: 16 * 365 }),
	clock: fc.constantFrom('stage1Response' as const, 'stage2Response' as const),
	isExtended: fc.boolean(),
	pauses: fc.array(
		fc.record({
			after: fc.integer({ min: -20, max: 120 }),
			lasts: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 6 })
		}),
		{ maxLength: 3 }
	),
	wait: fc.option(fc.integer({ min: 0, max: 200 })),
	promise: fc.option(fc.integer({ min: 0, max: 120 })),
	look: fc.integer({ min: 0, max: 250 })
});

it('gives the date a second count gives, for any pauses, extension, date told and agreed wait', () => {
	fc.assert(
		fc.property(anyCase, ({ start, clock, isExtended, pauses, wait, promise, look }) => {
			const dayZeroOn = dateAt(start);
			const facts = {
				clock,
				dayZeroOn,
				isExtended,
				pauses: pauses.map(({ after, lasts }): Pause => ({
					from: dateAt(start + after),
					to: lasts === null ? null : dateAt(start + after + lasts),
					reason: clock === 'stage1Response' ? 'advocate' : 'mediation'
				})),
				waitsUntilOn: wait === null ? null : dateAt(start + wait),
				promisedOn: promise === null ? null : dateAt(start + promise)
			};
			const length = { stage1Response: [10, 20], stage2Response: [25, 65] }[clock][
				Number(isExtended)
			]!;
			const expected = recount(dayZeroOn, length, facts.pauses);
			const explanation = explain(facts, { holidays });
			if (!explanation.known) throw new Error(JSON.stringify(explanation.refusal));

			const { limitOn, dueOn, unpausedLimitOn, days } = explanation.value;
			expect(limitOn).toBe(expected);
			expect(unpausedLimitOn).toBe(recount(dayZeroOn, length, []));
			if (expected === null) expect(dueOn).toBeNull();
			else {
				// The date told with an extension holds where it comes before the limit.
				const told = isExtended ? (facts.promisedOn ?? expected) : expected;
				const held = [expected, told].sort()[0]!;
				expect(dueOn).toBe([held, facts.waitsUntilOn ?? held].sort().at(-1));
			}

			// Every day between stands in the list once, in order.
			expect(days.map(({ date }) => date)).toEqual(
				days.map((_, index) => dateAt(start + 1 + index))
			);

			const today = dateAt(start + look);
			const position = positionOn(explanation.value, today, holidays);
			const numbers = days.filter(({ kind, date }) => kind === 'counted' && date <= today);
			if (!position.known) throw new Error(JSON.stringify(position.refusal));
			expect(position.value.day).toBe(numbers.length);
			if (position.value.state === 'late') expect(position.value.left).toBe(0);
			if (dueOn !== null && position.value.late > 0) expect(today > dueOn).toBe(true);
		}),
		{ numRuns: 10_000 }
	);
});

/**
 * The same count another way: list all days that could count, strike out the pauses, take the
 * nth. Null where an open pause has struck out everything after fewer than n.
 */
function recount(start: PlainDate, length: number, pauses: readonly Pause[]): PlainDate | null {
	const first = ALL_WORKING_DAYS.findIndex((day) => day > start);
	const open = ALL_WORKING_DAYS.slice(first, first + 400).filter(
		(day) => !pauses.some(({ from, to }) => day > from && (to === null || day <= to))
	);
	return open[length - 1] ?? null;
}

function dateAt(day: number): PlainDate {
	return new Date(FIRST_MS + day * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}
