import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findAccount, VAR_LIB, type Account } from './embeddedAccount.ts';

/** Where the embedded PostgreSQL keeps its files, and as whom it runs. */
export interface EmbeddedPlace {
	/** Null where PostgreSQL runs as the user of this process. */
	account: Account | null;
	/** The cluster's own folder, which may not exist yet. */
	cluster: string;
}

/** A unix socket's address may not be longer; the name PostgreSQL adds is `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_PATH_BYTES = 107;
const SOCKET_NAME = '/.s.PGSQL.5432';
const ELSEWHERE = 'postgres-is-at';

/**
 * Chooses the place of the database of a data folder: inside it, or under /var/lib/say-so where
 * Say So runs as root and the database's user cannot enter the data folder (a root home). The
 * data folder then holds a file that names the place, so that a new data folder at the same path
 * never opens an old one's database.
 */
export function findPlace(dataFolder: string, say: (line: string) => void): EmbeddedPlace {
	const inside = join(dataFolder, 'postgres');
	const pointer = join(dataFolder, ELSEWHERE);
	if (existsSync(pointer)) {
		const cluster = readFileSync(pointer, 'utf8').trim();
		say(`The database of this data folder is at ${cluster}.`);
		return { account: findAccount(cluster), cluster };
	}
	const account = findAccount(inside);
	if (!account || canEnter(dataFolder, account)) return { account, cluster: inside };

	const cluster = newPlaceFor(dataFolder);
	writeFileSync(pointer, `${cluster}\n`);
	say(
		`The user ${account.name} cannot enter ${dataFolder}, so the database is kept at ${cluster}.`
	);
	return { account, cluster };
}

/** The folder for the unix socket: the cluster's own, or a short one where that path is too long. */
export function findSocketFolder({ account, cluster }: EmbeddedPlace): string {
	if (Buffer.byteLength(cluster + SOCKET_NAME) <= LONGEST_SOCKET_PATH_BYTES) return cluster;
	const base = Buffer.byteLength(tmpdir()) > 60 ? '/tmp' : tmpdir();
	const folder = mkdtempSync(join(base, 'say-so-'));
	give(folder, account);
	return folder;
}

/** Makes a folder the database's own: nobody else may look in. */
export function give(folder: string, account: Account | null): void {
	chmodSync(folder, 0o700);
	if (account) chownSync(folder, account.uid, account.gid);
}

function canEnter(folder: string, { uid, gid }: Account): boolean {
	const entered = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { uid, gid, cwd: '/' });
	return entered.status === 0;
}

function newPlaceFor(dataFolder: string): string {
	const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
	let folder = join(VAR_LIB, hash);
	for (let n = 2; existsSync(join(folder, 'postgres')); n++) folder = join(VAR_LIB, `${hash}-${n}`);
	mkdirSync(folder, { recursive: true });
	for (const path of [VAR_LIB, folder]) chmodSync(path, 0o755);
	return join(folder, 'postgres');
}
