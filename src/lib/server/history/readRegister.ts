import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { readOldRecord, type OldRecord } from '#lib/server/history/oldRecord.ts';

/** A line of the register that cannot be imported, and why. */
export interface BadLine {
	line: number;
	reason: string;
}

/** Where a register's line ends up. */
export type RegisterLine =
	{ line: number; bad: false; record: OldRecord; text: string } | ({ bad: true } & BadLine);

/**
 * Reads a register line by line, whatever its size. Blank lines are passed over.
 *
 * An id that comes twice in one file is bad the second time: one of the two would be lost.
 */
export async function* readRegister(file: string): AsyncGenerator<RegisterLine> {
	const seen = new Map<string, number>();
	let line = 0;
	const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
	for await (const text of lines) {
		line += 1;
		if (text.trim() === '') continue;
		const read = readOldRecord(text);
		if (!read.read) {
			yield { line, bad: true, reason: read.reason };
			continue;
		}
		const { record } = read;
		const before = seen.get(record.id);
		if (before !== undefined) {
			yield { line, bad: true, reason: `id: ${record.id} stands in line ${before} already` };
			continue;
		}
		seen.set(record.id, line);
		if (record.stages.length > 0 && !hasDate(record)) {
			yield { line, bad: true, reason: 'received: there is no date to place it by' };
			continue;
		}
		yield { line, bad: false, record, text };
	}
}

function hasDate(record: OldRecord): boolean {
	return Boolean(record.received ?? record.stages[0]?.requested ?? record.stages[0]?.start);
}
