import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	chownSync,
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	rmdirSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './embeddedBinaries.ts';
import { EmbeddedDatabaseFailed } from './embeddedFailure.ts';
import { give, type EmbeddedPlace } from './embeddedPlace.ts';
import { EMBEDDED_SUPERUSER } from './roles.ts';

/** The major version the embedded programs read and write. */
const MAJOR_VERSION = '18';

/**
 * Makes the database's files where there are none yet. They are made beside their place and
 * moved there when whole, so that a crash half way leaves nothing that looks like a database.
 * A password is asked for only over a network port; a unix socket in a folder of mode 700 is
 * reached by its owner and root alone.
 */
export function ensureCluster(
	place: EmbeddedPlace,
	binaries: Binaries,
	say: (line: string) => void
): void {
	const { cluster, account } = place;
	const draft = `${cluster}.new`;
	rmSync(draft, { recursive: true, force: true });
	if (existsSync(join(cluster, 'PG_VERSION'))) return refuseOtherVersion(cluster);
	if (existsSync(cluster)) removeEmpty(cluster);

	say('Making the database (once).');
	mkdirSync(draft, { recursive: true });
	give(draft, account);
	const made = spawnSync(binaries.initdb, initdbOptions(place, draft), {
		...(account && { uid: account.uid, gid: account.gid }),
		cwd: draft,
		env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', SystemRoot: process.env.SystemRoot ?? '' },
		encoding: 'utf8'
	});
	if (made.status !== 0) {
		rmSync(draft, { recursive: true, force: true });
		throw new EmbeddedDatabaseFailed(
			`The database could not be made in ${cluster}: ${(made.stderr || String(made.error)).trim()}`
		);
	}
	renameSync(draft, cluster);
}

/** The password of the network port where there are no unix sockets (Windows), else null. */
export function findPortPassword({ cluster, account }: EmbeddedPlace): string | null {
	if (process.platform !== 'win32') return null;
	const file = `${cluster}-password`;
	if (!existsSync(file)) {
		writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
		if (account) chownSync(file, account.uid, account.gid);
	}
	return readFileSync(file, 'utf8');
}

function initdbOptions(place: EmbeddedPlace, draft: string): string[] {
	const password = findPortPassword(place);
	return [
		`--pgdata=${draft}`,
		`--username=${EMBEDDED_SUPERUSER}`,
		'--encoding=UTF8',
		'--locale-provider=builtin',
		'--builtin-locale=C.UTF-8',
		'--locale=C',
		...(password === null
			? ['--auth-local=trust', '--auth-host=reject']
			: ['--auth=scram-sha-256', `--pwfile=${place.cluster}-password`])
	];
}

function refuseOtherVersion(cluster: string): void {
	const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
	if (version === MAJOR_VERSION) return;
	throw new EmbeddedDatabaseFailed(
		`The database in ${cluster} is of PostgreSQL ${version}; this Say So brings ${MAJOR_VERSION}. Restore a backup into a new data folder.`
	);
}

function removeEmpty(folder: string): void {
	if (readdirSync(folder).length > 0) {
		throw new EmbeddedDatabaseFailed(
			`${folder} holds files but no database. Move them away, or choose another folder with DATA_DIR.`
		);
	}
	rmdirSync(folder);
}
