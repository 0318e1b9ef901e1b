import {
	linkSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	unlinkSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DataFolderRefused } from './dataFolder.ts';
import { processIdentity } from './processIdentity.ts';

/** Who holds a data folder, and how to reach the database that holder has started. */
export interface DataFolderHolder {
	pid: number;
	/** See `processIdentity`: tells this process from a later one with the same number. */
	identity: string;
	/** The machine or container it runs in; its process numbers mean nothing in another. */
	host: string;
	/** What it is doing, in words: "the server", "say-so import". */
	task: string;
	/**
	 * The database for others to use, absent until a server has one. On Windows the address holds
	 * a password; the file is its owner's alone.
	 */
	database?: { appUrl: string; ownerUrl: string };
}

/** A data folder that this process holds until `release`. */
export interface HeldDataFolder {
	/** Lets command-line tools find the running database. */
	announce(database: NonNullable<DataFolderHolder['database']>): void;
	release(): void;
}

const FILE = 'running.json';

/** A holder shows that it is alive this often, for those who cannot see its process. */
const SIGN_OF_LIFE_EVERY_MS = 5_000;
const DEAD_WITHOUT_A_SIGN_MS = 30_000;

/** Holds the data folder for this process, or throws `DataFolderRefused` naming who has it. */
export function holdDataFolder(folder: string, task: string): HeldDataFolder {
	const file = join(folder, FILE);
	const mine: DataFolderHolder = {
		pid: process.pid,
		identity: processIdentity(process.pid) ?? '',
		host: hostname(),
		task
	};
	if (!claim(file, mine)) {
		const holder = findHolder(folder);
		throw new DataFolderRefused(
			`The data folder ${folder} is in use by ${holder?.task ?? 'another Say So'} (process ${holder?.pid ?? 'unknown'}). ` +
				'Stop that one first, or choose another folder with DATA_DIR.'
		);
	}
	const signs = setInterval(() => showLife(file), SIGN_OF_LIFE_EVERY_MS).unref();
	return {
		announce(database) {
			const next = `${file}.${process.pid}`;
			writeFileSync(next, JSON.stringify({ ...mine, database }), { mode: 0o600 });
			renameSync(next, file);
		},
		release() {
			clearInterval(signs);
			if (read(file)?.pid === process.pid) rmSync(file, { force: true });
		}
	};
}

/** Who holds the data folder now, or null where nobody alive does. */
export function findHolder(folder: string): DataFolderHolder | null {
	const file = join(folder, FILE);
	const holder = read(file);
	return holder && isAtWork(holder, file) ? holder : null;
}

/** True when the file is now ours. A file whose process is gone is put aside first. */
function claim(file: string, mine: DataFolderHolder): boolean {
	const draft = `${file}.${process.pid}`;
	writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
	try {
		for (let attempt = 0; attempt < 5; attempt++) {
			if (linked(draft, file)) return true;
			const holder = read(file);
			if (holder && isAtWork(holder, file)) return false;
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
	if (moved && moved.identity !== expected?.identity && isAtWork(moved, aside)) linked(aside, file);
	unlinkSync(aside);
}

function isAtWork(holder: DataFolderHolder, file: string): boolean {
	if (holder.host !== hostname()) {
		const shownMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
		return Date.now() - shownMs < DEAD_WITHOUT_A_SIGN_MS;
	}
	const identity = processIdentity(holder.pid);
	return identity !== null && identity === holder.identity;
}

function showLife(file: string): void {
	const now = new Date();
	try {
		utimesSync(file, now, now);
	} catch {
		// The folder went away under us, or its disk is away; whoever writes to it will say so.
	}
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
