import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostmaster } from '#lib/server/database/embeddedOrphan.ts';
import { HttpVisitor } from '../support/httpVisitor.ts';
import { startTestServer, type TestServer } from '../support/testServer.ts';
import { compare, type Compared, type Journey } from './acknowledged.ts';

/** How often what is killed while children tell us what is wrong. */
export interface KillOptions {
	serverKills: number;
	databaseKills: number;
	/** How many children at a time. */
	visitors: number;
	/** The moments follow from it, so that a run can be repeated. */
	seed: number;
	say?: (line: string) => void;
}

/** What became of what was sent, and how long the outages were. */
export interface KillReport extends Compared {
	seed: number;
	/** Journeys whose six words were shown. */
	acknowledged: number;
	/** Requests that were broken off or answered with a fault, and made again. */
	madeAgain: number;
	/** Of those, presses of Send it. */
	sendsMadeAgain: number;
	/** From each kill of the server until the next one was ready, which somebody has to start. */
	serverBackMs: readonly number[];
	/** From each kill of the database until the same server served again by itself. */
	databaseBackMs: readonly number[];
}

const EARLIEST_MS = 200;
const LATEST_MS = 1_200;
const BACK_WITHIN_MS = 60_000;
/** Longer than any start, with a build before it: a child who gave up would count as a fault. */
const PATIENCE_MS = 150_000;

/**
 * Kills the server and its database, as `kill -9` does, at moments drawn from `seed`, while
 * children post whole journeys and try again where nothing comes back. Then counts.
 */
export async function runKills(options: KillOptions): Promise<KillReport> {
	const { say = () => undefined } = options;
	const random = drawFrom(options.seed);
	const untilNext = () => pause(EARLIEST_MS + random() * (LATEST_MS - EARLIEST_MS));
	const dataDir = join(tmpdir(), `say-so-kills-${randomUUID()}`);
	let server = await startTestServer({ dataDir });
	const children = tellUs(() => server.baseUrl, options.visitors);
	const serverBackMs: number[] = [];
	const databaseBackMs: number[] = [];
	try {
		for (const what of shuffle(options, random)) {
			await untilNext();
			const started = performance.now();
			if (what === 'database') {
				await killDatabase(server);
				databaseBackMs.push(performance.now() - started);
			} else {
				await server.kill();
				server = await startTestServer({ dataDir });
				serverBackMs.push(performance.now() - started);
			}
			say(`${what} killed, back after ${Math.round(performance.now() - started)} ms`);
		}
		const told = await children.stop();
		return {
			seed: options.seed,
			acknowledged: told.journeys.length,
			madeAgain: told.madeAgain,
			sendsMadeAgain: told.sendsMadeAgain,
			...(await compare(server, told.journeys)),
			serverBackMs,
			databaseBackMs
		};
	} finally {
		await children.stop().catch(() => undefined);
		await server.stop();
	}
}

/** Children who tell us the whole way, one after the other, until they are stopped. */
function tellUs(baseUrl: () => string, count: number) {
	const told = { journeys: [] as Journey[], madeAgain: 0, sendsMadeAgain: 0 };
	let isStopped = false;
	let number = 0;

	async function tellOneAfterTheOther(): Promise<void> {
		while (!isStopped) {
			const mark = `Mark ${(number += 1)}.`;
			const givenUpAt = performance.now() + PATIENCE_MS;
			const visitor = new HttpVisitor({
				baseUrl,
				story: `I got moved on Friday. ${mark}`,
				async mayTryAgain(path) {
					told.madeAgain += 1;
					if (path === '/s/11') told.sendsMadeAgain += 1;
					await pause(50);
					return performance.now() < givenUpAt;
				}
			});
			told.journeys.push({ mark, code: await visitor.tellUs() });
			visitor.close();
		}
	}
	const all = Promise.all(Array.from({ length: count }, tellOneAfterTheOther));
	// Looked at in `stop`; until then a fault is nobody's.
	all.catch(() => undefined);
	return {
		async stop() {
			isStopped = true;
			await all;
			return told;
		}
	};
}

/** Kills PostgreSQL and waits until the server that is still running serves from the next one. */
async function killDatabase({ dataDir, baseUrl, process: app }: TestServer): Promise<void> {
	const cluster = join(dataDir, 'postgres');
	const before = findPostmaster(cluster);
	if (before === null) throw new Error(`No database runs at ${cluster}.`);
	process.kill(before, 'SIGKILL');
	for (const end = performance.now() + BACK_WITHIN_MS; performance.now() < end;) {
		if (app.exitCode !== null) throw new Error('The server ended with its database.');
		const now = findPostmaster(cluster);
		if (now !== null && now !== before && (await isWell(baseUrl))) return;
		await pause(20);
	}
	throw new Error('The server does not serve again.');
}

async function isWell(baseUrl: string): Promise<boolean> {
	const answer = await fetch(`${baseUrl}/healthz`).catch(() => null);
	await answer?.arrayBuffer();
	return answer?.status === 200;
}

function shuffle({ serverKills, databaseKills }: KillOptions, random: () => number) {
	const whats = [
		...Array<'server'>(serverKills).fill('server'),
		...Array<'database'>(databaseKills).fill('database')
	];
	return whats
		.map((what) => ({ what, place: random() }))
		.sort((one, other) => one.place - other.place)
		.map(({ what }) => what);
}

/** Numbers from 0 up to 1 that follow from the seed alone (a 32-bit xorshift). */
function drawFrom(seed: number): () => number {
	let state = seed | 0 || 1;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
