/** The cells of one line: quoted where they hold a comma, a quote doubled inside quotes. */
export function readCells(line: string): string[] {
	const cells = line.replace(/^\uFEFF/, '').match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g) ?? [];
	const isClosed = line.endsWith(',');
	return cells.slice(0, isClosed ? undefined : -1).map((cell) => {
		const inside = cell.replace(/,$/, '').trim();
		return /^".*"$/s.test(inside) ? inside.slice(1, -1).replaceAll('""', '"') : inside;
	});
}

/** A cell as it is written in a line: quoted only where it must be. */
export function writeCell(cell: string): string {
	return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
