import pg from 'pg';

const { builtins } = pg.types;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ_ARRAY = 1185;
const INT8_ARRAY = 1016;
const TEXT_ARRAY = 1009;
const parseTextArray: (text: string) => string[] = pg.types.getTypeParser(
	TEXT_ARRAY as typeof builtins.TEXT
);

/**
 * How values come out of the database.
 *
 * - `date`: 'YYYY-MM-DD'. The driver would turn it into local midnight, which is the day before
 *   in some zones.
 * - `timestamptz`: an ISO instant in UTC with milliseconds, '2026-03-29T00:30:00.000Z', as
 *   JavaScript writes them, so that instants compare as text. What is finer than a millisecond
 *   is cut off: never page through rows by it.
 * - `bigint` (and so every count): a number; one past 2^53 is thrown, never rounded.
 * - `numeric`: text, as the driver has it. `jsonb`: the value. `bytea`: a Buffer.
 */
export function valueTypes(): pg.CustomTypesConfig {
	const types = new pg.TypeOverrides();
	types.setTypeParser(builtins.DATE, (text) => text);
	types.setTypeParser(builtins.TIMESTAMPTZ, toInstant);
	types.setTypeParser(builtins.INT8, toExactNumber);
	types.setTypeParser(DATE_ARRAY, parseTextArray);
	types.setTypeParser(TIMESTAMPTZ_ARRAY, (text) => parseTextArray(text).map(toInstant));
	types.setTypeParser(INT8_ARRAY, (text) => parseTextArray(text).map(toExactNumber));
	return types;
}

function toInstant(text: string): string {
	return new Date(text).toISOString();
}

function toExactNumber(text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large to count exactly`);
	return number;
}
