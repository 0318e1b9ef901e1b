import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EmbeddedDatabaseFailed } from './embeddedFailure.ts';
import { isAlive, waitUntilGone } from './processIdentity.ts';

/** The process number of the PostgreSQL that has this cluster open, by its own file; null when none has. */
export function findPostmaster(cluster: string): number | null {
	const file = join(cluster, 'postmaster.pid');
	if (!existsSync(file)) return null;
	const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
	return Number.isInteger(pid) && pid > 0 ? pid : null;
}

/**
 * Stops a PostgreSQL of this cluster that outlived its app, and removes a leftover
 * `postmaster.pid` whose number now belongs to another program.
 *
 * Call it only while holding the data folder. No process is touched that is not seen to be a
 * PostgreSQL on this very folder.
 */
export async function clearOrphan(cluster: string): Promise<void> {
	const pid = findPostmaster(cluster);
	if (pid === null || !isAlive(pid)) return;
	if (!isPostgresOn(pid, cluster)) {
		rmSync(join(cluster, 'postmaster.pid'), { force: true });
		return;
	}
	for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
		process.kill(pid, signal);
		if (await waitUntilGone(pid, 10_000)) return;
	}
	throw new EmbeddedDatabaseFailed(
		`A PostgreSQL left over from before (process ${pid}) still has ${cluster} open and does not stop.`
	);
}

function isPostgresOn(pid: number, cluster: string): boolean {
	if (process.platform === 'linux') {
		try {
			const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(' (deleted)', '');
			return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
		} catch {
			// Another user's process: PostgreSQL would run as this user, or as one we may look at.
			return false;
		}
	}
	const command = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
	return command.stdout.includes('postgres') && command.stdout.includes(cluster);
}
