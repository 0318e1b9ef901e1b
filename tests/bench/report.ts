/** What a bench found: a table for people and facts for programs. */
export interface BenchReport {
	heading: readonly string[];
	rows: readonly (readonly (string | number)[])[];
	/** Printed as one line of JSON, after the name of the bench. */
	facts: Readonly<Record<string, unknown>>;
}

/** Prints the table with its columns in line, then the JSON. */
export function printReport(bench: string, { heading, rows, facts }: BenchReport): void {
	const lines = [heading, ...rows].map((row) => row.map(String));
	const widths = heading.map((_, column) =>
		Math.max(...lines.map((line) => (line[column] ?? '').length))
	);
	console.log();
	for (const line of lines) {
		const cells = line.map((cell, column) =>
			column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
		);
		console.log(cells.join('  ').trimEnd());
	}
	console.log();
	console.log(JSON.stringify({ bench, ...facts }));
}

/** The value below which the given part, 0 to 1, of the numbers lies. */
export function percentile(numbers: readonly number[], part: number): number {
	const sorted = [...numbers].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
