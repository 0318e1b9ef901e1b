import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';

/** A line of an uploaded list, by its columns. `line` counts from 1, the heading in it. */
export interface ListedLine {
	line: number;
	officer: string;
	child: string;
	day: string;
	place: string;
	/** The council's number for the child; empty where the list has none. */
	number: string;
}

/** What a list holds; or that it names no columns we know. */
export type ReadList =
	{ ok: true; lines: readonly ListedLine[] } | { ok: false; missing: string[] };

const COLUMNS = {
	officer: ['iro', 'reviewing officer', 'independent reviewing officer', 'officer'],
	child: ['child', 'name', 'child name', 'young person'],
	day: ['date', 'day', 'review date'],
	place: ['place', 'where', 'venue'],
	number: ['number', 'child number', 'id', 'reference']
} as const;
type Column = keyof typeof COLUMNS;

/** What a heading has to be called, for the sentence that says which is not there. */
const NEEDED = { officer: 'IRO', child: 'child', day: 'date', place: 'place' } as const;

/**
 * The lines of a list with a heading line: by commas, semicolons or tabs, as spreadsheets write
 * them. Lines with nothing in them are left out.
 */
export function readList(text: string): ReadList {
	const rows = parseRows(text.replace(/^\uFEFF/, ''));
	const heading = rows.find(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	const names = (heading?.cells ?? []).map((cell) => cell.trim().toLowerCase());
	const placeOf = (column: Column) =>
		names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
	const needed = Object.keys(NEEDED) as (keyof typeof NEEDED)[];
	const missing = needed.filter((column) => placeOf(column) < 0).map((column) => NEEDED[column]);
	if (missing.length > 0) return { ok: false, missing };
	const lines = rows
		.filter((row) => row !== heading && row.cells.some((cell) => cell.trim() !== ''))
		.map(({ line, cells }) => {
			const cell = (column: Column) => cells[placeOf(column)]?.trim() ?? '';
			return {
				line,
				officer: cell('officer'),
				child: cell('child'),
				day: cell('day'),
				place: cell('place'),
				number: cell('number')
			};
		});
	return { ok: true, lines };
}

/** '2026-06-10', or as spreadsheets in England write it: '10/06/2026', '10.6.26'; null for neither. */
export function readDay(text: string): PlainDate | null {
	if (isPlainDate(text)) return text;
	const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text) ?? [];
	if (!day || !month || !year) return null;
	const whole = `${year.length === 2 ? `20${year}` : year}-${two(month)}-${two(day)}`;
	return isPlainDate(whole) ? whole : null;
}

function two(digits: string): string {
	return digits.padStart(2, '0');
}

interface Row {
	line: number;
	cells: string[];
}

/** A cell in quotation marks may hold the mark between cells, a new line, and its own mark twice. */
function parseRows(text: string): Row[] {
	const [first = ''] = text.split('\n');
	const between = [',', ';', '\t'].toSorted(
		(one, other) => first.split(other).length - first.split(one).length
	)[0]!;
	const rows: Row[] = [];
	let row: Row = { line: 1, cells: [''] };
	let line = 1;
	let isQuoted = false;
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at]!;
		if (sign === '\n') line += 1;
		if (isQuoted && sign === '"' && text[at + 1] === '"') {
			add(row, '"');
			at += 1;
		} else if (sign === '"') {
			isQuoted = !isQuoted;
		} else if (!isQuoted && sign === between) {
			row.cells.push('');
		} else if (!isQuoted && sign === '\n') {
			rows.push(row);
			row = { line, cells: [''] };
		} else if (sign !== '\r') {
			add(row, sign);
		}
	}
	return [...rows, row];
}

function add({ cells }: Row, sign: string): void {
	cells.push((cells.pop() ?? '') + sign);
}
