import type { FindingCode } from '#lib/server/history/findings.ts';
import { importRecord, type RecordImported } from '#lib/server/history/importRecord.ts';
import type { OldRecord } from '#lib/server/history/oldRecord.ts';
import { readRegister, type BadLine, type RegisterLine } from '#lib/server/history/readRegister.ts';
import type { Service } from '#lib/server/service.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { inTransaction } from '#lib/server/work.ts';

/** What importing a register came to. */
export interface RegisterImported {
	/** False where a bad line stopped it: then nothing was imported. */
	done: boolean;
	imported: number;
	strands: number;
	alreadyHere: number;
	byKind: Record<string, number>;
	bad: BadLine[];
	/** What today's rules would have refused: the ids of the records, by code. */
	findings: Partial<Record<FindingCode, string[]>>;
}

export interface ImportOptions {
	/** Import the good lines although others are bad. */
	skipBad: boolean;
	/** Told the number of records done so far, after each fifty. */
	onProgress: (lines: number) => void;
}

/** So many records share one transaction: a commit each would take most of the time. */
const BATCH_LINES = 50;

/**
 * Imports a register of old records, one a line in JSON.
 *
 * The whole file is read first: with one bad line nothing is imported, unless `skipBad`. Fifty
 * records then share a transaction, and one that is here already is left alone, so that an
 * import broken off is finished by running it again.
 */
export async function importRegister(
	service: Service,
	file: string,
	options: ImportOptions
): Promise<RegisterImported> {
	const sum: RegisterImported = {
		done: false,
		imported: 0,
		strands: 0,
		alreadyHere: 0,
		byKind: {},
		bad: [],
		findings: {}
	};
	for await (const each of readRegister(file)) {
		if (each.bad) sum.bad.push({ line: each.line, reason: each.reason });
	}
	if (sum.bad.length > 0 && !options.skipBad) return sum;

	const system = { kind: 'system' } as const;
	const holidays = await inTransaction(service, system, ({ trx }) => readHolidays(trx));
	let lines = 0;
	for await (const batch of inBatches(readRegister(file))) {
		const imported = await inTransaction(service, system, async (work) => {
			const results: RecordImported[] = [];
			for (const { record, text } of batch) {
				results.push(await importRecord(work, { record, text, holidays }));
			}
			return results;
		});
		imported.forEach((result, place) => {
			const line = batch[place];
			if (line) add(sum, line, result);
		});
		lines += batch.length;
		options.onProgress(lines);
	}
	return { ...sum, done: true };
}

type GoodLine = Extract<RegisterLine, { bad: false }>;

async function* inBatches(lines: AsyncIterable<RegisterLine>): AsyncGenerator<GoodLine[]> {
	let batch: GoodLine[] = [];
	for await (const line of lines) {
		if (line.bad) continue;
		batch.push(line);
		if (batch.length < BATCH_LINES) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

function add(
	sum: RegisterImported,
	{ line, record }: { line: number; record: OldRecord },
	imported: RecordImported
): void {
	switch (imported.done) {
		case 'alreadyHere':
			sum.alreadyHere += 1;
			return;
		case 'differs':
			sum.bad.push({ line, reason: `id: ${record.id} is here already, with other content` });
			return;
		case 'imported':
			sum.imported += 1;
			sum.strands += imported.strands;
			sum.byKind[record.kind] = (sum.byKind[record.kind] ?? 0) + 1;
			for (const { code } of imported.findings) {
				const ids = (sum.findings[code] ??= []);
				if (!ids.includes(record.id)) ids.push(record.id);
			}
	}
}
