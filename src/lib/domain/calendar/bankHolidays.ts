import { known, refused, type Known } from '#lib/domain/calendar/known.ts';
import { isWeekend, partsOf, toDayNumber, type PlainDate } from '#lib/domain/calendar/plainDate.ts';

/** One day on which nothing is counted, and what it is called. */
export interface BankHoliday {
	readonly date: PlainDate;
	readonly name: string;
}

/** The days that are not working days, complete from `from` to `to`, both included. */
export interface BankHolidayList {
	readonly from: PlainDate;
	readonly to: PlainDate;
	readonly days: readonly BankHoliday[];
}

/**
 * What an administrator has changed: days proclaimed or moved since the list was made, and the
 * last year the list is now complete for. A day both removed and added stays, with its new name.
 */
export interface BankHolidayCorrections {
	readonly added: readonly BankHoliday[];
	readonly removed: readonly PlainDate[];
	readonly lastYear?: number;
}

/** The fewest bank holidays England has had in a year since 1978. */
const FEWEST_IN_A_YEAR = 8;

// Lists are never changed in place, so the look-up of each is made once.
const namesByList = new WeakMap<BankHolidayList, ReadonlyMap<number, string>>();

/**
 * The list with an administrator's corrections in it, in order of date.
 *
 * Refused where a year it would cover has fewer than eight weekday holidays: that year has not
 * been filled in, and counting in it would give dates that are too early.
 */
export function correctBankHolidays(
	list: BankHolidayList,
	corrections: BankHolidayCorrections
): Known<BankHolidayList> {
	const names = new Map(list.days.map(({ date, name }) => [date, name]));
	for (const date of corrections.removed) names.delete(date);
	for (const { date, name } of corrections.added) names.set(date, name);

	const lastYear = Math.max(partsOf(list.to).year, corrections.lastYear ?? 0);
	const days = [...names]
		.map(([date, name]) => ({ date, name }))
		.sort((one, other) => (one.date < other.date ? -1 : 1));

	for (let year = partsOf(list.from).year; year <= lastYear; year += 1) {
		const found = days.filter(({ date }) => partsOf(date).year === year && !isWeekend(date)).length;
		if (found < FEWEST_IN_A_YEAR) return refused({ code: 'holidaysMissing', year, found });
	}
	const to = lastYear > partsOf(list.to).year ? (`${lastYear}-12-31` as PlainDate) : list.to;
	return known({ from: list.from, to, days });
}

/** What the holiday on `date` is called, or null where it is none the list knows. */
export function nameOfHoliday(date: PlainDate, list: BankHolidayList): string | null {
	return nameOfHolidayDay(toDayNumber(date), list);
}

/** The same by the number of the day, as `toDayNumber` has it, for counting many days. */
export function nameOfHolidayDay(dayNumber: number, list: BankHolidayList): string | null {
	let names = namesByList.get(list);
	if (!names) {
		names = new Map(list.days.map(({ date, name }) => [toDayNumber(date), name]));
		namesByList.set(list, names);
	}
	return names.get(dayNumber) ?? null;
}
