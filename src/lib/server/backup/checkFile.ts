import type { BackupPrivateKey } from '#lib/server/backup/backupKey.ts';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';
import type { OnProgress } from '#lib/server/backup/dataFile.ts';
import { readParts } from '#lib/server/backup/notes.ts';
import { openFile, type FileFacts } from '#lib/server/backup/sealedFile.ts';

/** What a file of a backup holds. */
export interface FileChecked extends FileFacts {
	tables: number;
	/** Rows of the tables, or keys. */
	rows: number;
	/** Of the keys, those that are noted as destroyed. */
	destroyed: number;
}

const LINE_END = 10;

/**
 * Reads a file of a backup to its end and restores nothing: every piece opens, every table has the
 * rows that were counted, and the whole has its hash. Throws `BackupRefused` where that is not so.
 */
export async function checkFile(
	file: string,
	key: BackupPrivateKey,
	onProgress: OnProgress = () => undefined
): Promise<FileChecked> {
	const opened = await openFile(file, key);
	const checked = { ...opened.facts, tables: 0, rows: 0, destroyed: 0 };
	let ofTable = 0;
	for await (const part of readParts(opened.read(), file)) {
		switch (part.is) {
			case 'table':
				checked.tables += 1;
				ofTable = 0;
				break;
			case 'rows':
				ofTable += countLines(part.bytes);
				break;
			case 'tableEnds':
				if (ofTable !== part.rows) throw new BackupRefused(`${file} lacks rows of a table.`);
				checked.rows += ofTable;
				onProgress(checked.rows);
				break;
			case 'dataKeys':
				checked.rows += part.rows.length;
				checked.destroyed += part.rows.filter((row) => row.destroyed_at !== null).length;
				break;
		}
	}
	return checked;
}

/** COPY ends each row with a line's end, and writes one inside a value as two characters. */
function countLines(bytes: Buffer): number {
	let lines = 0;
	for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) lines += 1;
	return lines;
}
