/** One cell of a report: a count, or words such as "52%". */
export type Cell = number | string;

/** One table of a report: its rows by label, in order. */
export type Table = Record<string, readonly Cell[]>;

/** A whole per cent, halves up; what none of nothing is cannot be said. */
export function percentOf(part: number, whole: number): string {
	return whole === 0 ? 'none' : `${Math.floor((part * 100) / whole + 0.5)}%`;
}
