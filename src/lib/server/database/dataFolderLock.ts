import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderRefused } from './dataFolder.ts';
import { processIdentity } from './processIdentity.ts';

/** Who holds a data folder, and how to reach the database that holder has started. */
export interface DataFolderHolder {
	pid: number;
	/** See `processIdentity`: tells this process from a later one with the same number. */
	identity: string;
	/** What it is doing, in words: "the server", "say-so import". */
	task: string;
	/**
	 * The database for others to use, absent until a server has one. On Windows the address holds
	 * a password; the file is its owner's alone.
	 */
	database?: { appUrl: string };
}

/** A data folder that this process holds until `release`. */
export interface HeldDataFolder {
	/** Lets command-line tools find the running database. */
	announce(database: NonNullable<DataFolderHolder['database']>): void;
	release(): void;
}

const FILE = 'running.json';

/** Holds the data folder for this process, or throws `DataFolderRefused` naming who has it. */
export function holdDataFolder(folder: string, task: string): HeldDataFolder {
	const file = join(folder, FILE);
	const mine: DataFolderHolder = {
		pid: process.pid,
		identity: processIdentity(process.pid) ?? '',
		task
	};
	if (!claim(file, mine)) {
		const holder = findHolder(folder);
		throw new DataFolderRefused(
			`The data folder ${folder} is in use by ${holder?.task ?? 'another Say So'} (process ${holder?.pid ?? 'unknown'}). ` +
				'Stop that one first, or choose another folder with DATA_DIR.'
		);
	}
	return {
		announce(database) {
			const next = `${file}.${process.pid}`;
			writeFileSync(next, JSON.stringify({ ...mine, database }), { mode: 0o600 });
			renameSync(next, file);
		},
		release() {
			if (read(file)?.pid === process.pid) rmSync(file, { force: true });
		}
	};
}

/** Who holds the data folder now, or null where nobody alive does. */
export function findHolder(folder: string): DataFolderHolder | null {
	const holder = read(join(folder, FILE));
	return holder && isAtWork(holder) ? holder : null;
}

/** True when the file is now ours. A file whose process is gone is put aside first. */
function claim(file: string, mine: DataFolderHolder): boolean {
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
	try {
		for (let attempt = 0; attempt < 5; attempt++) {
			if (linked(draft, file)) return true;
			const holder = read(file);
			if (holder && isAtWork(holder)) return false;
			putAside(file, holder);
		}
		return false;
	} finally {
		unlinkSync(draft);
	}
}

function linked(draft: string, file: string): boolean {
	try {
		linkSync(draft, file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

/** Two may find the same dead holder at once: whoever moved a live one's file puts it back. */
function putAside(file: string, expected: DataFolderHolder | null): void {
	const aside = `${file}.gone-${process.pid}`;
	try {
		renameSync(file, aside);
	} catch {
		return;
	}
	const moved = read(aside);
	if (moved && moved.identity !== expected?.identity && isAtWork(moved)) linked(aside, file);
	unlinkSync(aside);
}

function isAtWork(holder: DataFolderHolder): boolean {
	const identity = processIdentity(holder.pid);
	return identity !== null && identity === holder.identity;
}

function read(file: string): DataFolderHolder | null {
	try {
		const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
		return typeof value === 'object' && value !== null && 'pid' in value
			? (value as DataFolderHolder)
			: null;
	} catch {
		return null;
	}
}
