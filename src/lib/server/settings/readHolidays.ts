import type { Kysely } from 'kysely';
import { correctBankHolidays, type BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import type { CalendarRefusal } from '#lib/domain/calendar/known.ts';
import { isWeekend, partsOf, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Database } from '#lib/server/database/tables.ts';

/** The administrator's corrections leave a year without its holidays. Saving them was refused. */
export class HolidaysUnreadable extends Error {
	override name = 'HolidaysUnreadable';
	readonly refusal: CalendarRefusal;

	constructor(refusal: CalendarRefusal) {
		super(`Bank holidays: ${JSON.stringify(refusal)}`);
		this.refusal = refusal;
	}
}

/** The built-in bank holidays of England with this council's corrections in them. */
export async function readHolidays(trx: Kysely<Database>): Promise<BankHolidayList> {
	const rows = await trx
		.selectFrom('bank_holiday_correction')
		.select(['day', 'name', 'is_holiday'])
		.orderBy('day')
		.execute();
	const key = JSON.stringify(rows);
	const known = lastRead?.key === key ? lastRead.list : correct(rows);
	lastRead = { key, list: known };
	return known;
}

/** The list that these corrections made; they change a few times a year, and are asked for always. */
let lastRead: { key: string; list: BankHolidayList } | null = null;

function correct(
	rows: readonly { day: string; name: string; is_holiday: boolean }[]
): BankHolidayList {
	const added = rows
		.filter((row) => row.is_holiday)
		.map(({ day, name }) => ({ date: day as PlainDate, name }));
	const corrected = correctBankHolidays(BUILT_IN_BANK_HOLIDAYS, {
		added,
		removed: rows.filter((row) => !row.is_holiday).map(({ day }) => day as PlainDate),
		lastYear: findLastFullYear(added.map(({ date }) => date))
	});
	if (!corrected.known) throw new HolidaysUnreadable(corrected.refusal);
	return corrected.value;
}

/** The last year, following the built-in list without a gap, that has its eight holidays. */
function findLastFullYear(added: readonly PlainDate[]): number {
	const countIn = (wanted: number) =>
		added.filter((date) => partsOf(date).year === wanted && !isWeekend(date)).length;
	let year = partsOf(BUILT_IN_BANK_HOLIDAYS.to).year;
	while (countIn(year + 1) >= 8) year += 1;
	return year;
}
