import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openMasterKeys } from '#lib/server/keys/openMasterKeys.ts';
import type { Service } from '#lib/server/service.ts';

/** What may differ from one test server to another. */
export interface TestServerOptions {
	/** Settings, as in the environment. */
	env?: Record<string, string>;
	/** The data folder of an earlier server; a new one otherwise. */
	dataDir?: string;
	/** What `npm start --` is given, such as `--demo`. */
	args?: string[];
}

/** The built app, running as a process of its own on a port and data folder of its own. */
export interface TestServer {
	/** Such as `http://localhost:43210`, without a slash at the end. */
	baseUrl: string;
	port: number;
	dataDir: string;
	process: ChildProcess;
	/** What it has printed so far. */
	output(): string;
	/** The server's own database and keys, to lay out what a test needs. Closed by `stop`. */
	service: Service;
	/** Stops it as Ctrl-C would and removes its data folder. */
	stop(): Promise<void>;
	/** Kills it as a power cut would; the data folder stays for the next. */
	kill(): Promise<void>;
}

const READY_WITHIN_MS = 240_000;

/** Starts the app as `npm start` does and waits until it answers. Builds it first where that is stale. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
	const port = await findFreePort();
	const dataDir = options.dataDir ?? join(tmpdir(), `say-so-server-${randomUUID()}`);
	const launched = launch({ ...options, dataDir, port });
	const baseUrl = `http://localhost:${port}`;
	await untilReady(launched, baseUrl);

	const db = openDatabase<Database>(options.env?.DATABASE_URL ?? announcedUrl(dataDir));
	const keys = await openMasterKeys(db, { file: `${dataDir}.key`, dataDir });
	const end = async (signal: NodeJS.Signals) => {
		await db.destroy();
		await launched.end(signal);
	};
	return {
		baseUrl,
		port,
		dataDir,
		process: launched.process,
		output: launched.output,
		service: { db, keys, now: Date.now },
		async stop() {
			await end('SIGTERM');
			removeData(dataDir);
		},
		kill: () => end('SIGKILL')
	};
}

/** The app as it was started, ready or not. */
export interface LaunchedServer {
	process: ChildProcess;
	output(): string;
	/** Settles with the exit code, null after a kill. */
	ended: Promise<number | null>;
	end(signal: NodeJS.Signals): Promise<void>;
}

/** Starts the app without waiting for it: for what happens when it cannot start. */
export function launch(
	options: TestServerOptions & { dataDir: string; port: number; cwd?: string }
): LaunchedServer {
	const child = spawn(process.execPath, ['src/cli/serve.ts', ...(options.args ?? [])], {
		cwd: options.cwd ?? process.cwd(),
		env: { ...process.env, ...settingsOf(options) },
		// By the channel it notices that the tests are gone, however they ended, and stops.
		stdio: ['ignore', 'pipe', 'pipe', 'ipc']
	});
	let said = '';
	for (const stream of [child.stdout!, child.stderr!]) {
		stream.setEncoding('utf8').on('data', (text: string) => (said += text));
	}
	const ended = once(child, 'close').then(([code]) => code as number | null);
	return {
		process: child,
		output: () => said,
		ended,
		async end(signal) {
			child.kill(signal);
			await ended;
		}
	};
}

function announcedUrl(dataDir: string): string {
	return JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')).database.appUrl;
}

/** A port nobody listens on just now. */
export async function findFreePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as { port: number };
	probe.close();
	return port;
}

/** Removes a data folder and the key beside it. */
export function removeData(dataDir: string): void {
	rmSync(dataDir, { recursive: true, force: true });
	rmSync(`${dataDir}.key`, { force: true });
}

function settingsOf({ env, dataDir, port }: TestServerOptions & { dataDir: string; port: number }) {
	const none = Object.fromEntries(
		['ORIGIN', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'MASTER_KEY_FILE', 'SMTP_URL', 'HOST'].map(
			(name) => [name, '']
		)
	);
	return { ...none, PORT: String(port), DATA_DIR: dataDir, ...env };
}

async function untilReady(launched: LaunchedServer, baseUrl: string): Promise<void> {
	const end = performance.now() + READY_WITHIN_MS;
	while (launched.process.exitCode === null && performance.now() < end) {
		if (launched.output().includes('Press Ctrl-C to stop.')) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	await launched.end('SIGKILL');
	throw new Error(`The test server at ${baseUrl} did not start. It said:\n${launched.output()}`);
}
