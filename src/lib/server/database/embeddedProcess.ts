import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { Binaries } from './embeddedBinaries.ts';
import { EmbeddedDatabaseFailed } from './embeddedFailure.ts';
import { findPostmaster } from './embeddedOrphan.ts';
import type { EmbeddedPlace } from './embeddedPlace.ts';
import { waitUntilGone } from './processIdentity.ts';

/** What one run of PostgreSQL needs to know. `port` is null where it listens on the socket only. */
export interface EmbeddedRun {
	place: EmbeddedPlace;
	binaries: Binaries;
	socketFolder: string;
	port: number | null;
}

/** A PostgreSQL that was ready; `ended` settles when it stops, for whatever reason. */
export interface RunningPostgres {
	ended: Promise<void>;
	/** Breaks off what is running, writes everything to disk and stops. */
	stop(): Promise<void>;
}

const READY = 'ready to accept connections';
const READY_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 15_000;

/**
 * PostgreSQL is started by this shell, which holds the other end of a pipe from the app. When
 * the app goes, even by `kill -9`, the pipe closes and the shell asks PostgreSQL to stop, so
 * that nothing is left running. It has its own session: Ctrl-C reaches the app alone, which
 * finishes its requests before it stops the database.
 */
const KEEPER = `
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
( read -r _ <&3; kill -INT "$server" ) 2>/dev/null &
watch=$!
exec 3<&-
wait "$server"
code=$?
kill "$watch" 2>/dev/null
exit "$code"
`;

/** Starts PostgreSQL and waits until it takes connections (after a crash, until it has recovered). */
export async function runPostgres(run: EmbeddedRun): Promise<RunningPostgres> {
	const { account, cluster } = run.place;
	const command = [run.binaries.postgres, ...postgresOptions(run)];
	const options = {
		...(account && { uid: account.uid, gid: account.gid }),
		cwd: cluster,
		detached: process.platform !== 'win32',
		env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', SystemRoot: process.env.SystemRoot ?? '' },
		stdio: ['pipe' as const, 'ignore' as const, 'pipe' as const]
	};
	const child =
		process.platform === 'win32'
			? spawn(command[0]!, command.slice(1), options)
			: spawn('/bin/sh', ['-c', KEEPER, 'say-so-postgres', ...command], options);
	child.stdin!.on('error', () => undefined);
	const ended = new Promise<void>((resolve) => {
		child.once('exit', () => resolve());
		child.once('error', () => resolve());
	});
	await untilReady(child, ended);
	child.stderr!.resume();
	return { ended, stop: () => stopPostgres(child, ended, run) };
}

function postgresOptions({ place, socketFolder, port }: EmbeddedRun): string[] {
	const settings: Record<string, string | number> = {
		listen_addresses: port === null ? '' : '127.0.0.1',
		port: port ?? 5432,
		...(port === null && {
			unix_socket_directories: socketFolder,
			unix_socket_permissions: '0700'
		}),
		fsync: 'on',
		full_page_writes: 'on',
		synchronous_commit: 'on',
		max_connections: 60,
		timezone: 'UTC',
		// A container's shared memory is small, and no query here is large.
		max_parallel_workers_per_gather: 0,
		// What people write must not reach a log: no statement, no parameter, no detail.
		log_error_verbosity: 'terse',
		log_min_error_statement: 'panic',
		log_parameter_max_length_on_error: 0
	};
	const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	return ['-D', place.cluster, ...pairs];
}

async function untilReady(child: ChildProcess, ended: Promise<void>): Promise<void> {
	let said = '';
	const ready = new Promise<'ready'>((resolve) => {
		child.stderr!.setEncoding('utf8').on('data', (text: string) => {
			said = (said + text).slice(-4000);
			if (said.includes(READY)) resolve('ready');
		});
	});
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<'late'>((resolve) => {
		timer = setTimeout(() => resolve('late'), READY_TIMEOUT_MS);
	});
	const first = await Promise.race([ready, ended.then(() => 'ended' as const), late]);
	clearTimeout(timer);
	child.stderr!.removeAllListeners('data');
	if (first === 'ready') return;
	child.stdin!.end();
	throw new EmbeddedDatabaseFailed(
		`PostgreSQL did not start. It said: ${said.trim() || 'nothing'}`
	);
}

async function stopPostgres(
	child: ChildProcess,
	ended: Promise<void>,
	{ place, binaries }: EmbeddedRun
): Promise<void> {
	if (process.platform === 'win32') {
		const control = join(dirname(binaries.postgres), 'pg_ctl.exe');
		spawnSync(control, ['stop', '-m', 'fast', '-D', place.cluster]);
	}
	const pid = findPostmaster(place.cluster);
	child.stdin!.end();
	if (pid !== null && !(await waitUntilGone(pid, STOP_TIMEOUT_MS))) process.kill(pid, 'SIGQUIT');
	await ended;
}
