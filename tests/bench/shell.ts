import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addStaff } from '../support/testService.ts';
import { startTestServer } from '../support/testServer.ts';
import { percentile, printReport } from './report.ts';
import { openEachWay, type Opening } from './shellOpens.ts';

// npm run bench -- shell: what the staff app weighs, compressed as it is sent. The limit is on the
// shell: what a browser must have until the app stands at its first screen with no signal, which on
// somebody's device is its lock (`Openings.lock` in shellOpens.ts says what that counts). Beside it
// stands what else is loaded, what is kept in all so that every page opens with no signal, and how
// long the same bytes take when a server that does nothing else hands them over.
const LIMIT_KB = 150;
const TIMES = Number(process.env.TIMES) || 20;
/** So many of the shell's files are named, the heaviest first. */
const NAMED = 15;

const server = await startTestServer();
try {
	const script = (await fetchBytes(server.port, '/service-worker.js')).toString();
	const kept = ['/service-worker.js', '/staff/shell', ...listIn(script)];
	await addStaff(server.service, 'Helen', ['administrator']);
	await addStaff(server.service, 'Sam', ['complaintsOfficer']);
	const { lock, others } = await openEachWay(server);

	const answers = new Map<string, Buffer>();
	for (const path of [lock, ...others].flatMap(({ paths }) => paths).concat(kept)) {
		if (!answers.has(path)) answers.set(path, await fetchBytes(server.port, path, 'br'));
	}
	const rowOf = ({ what, paths }: Opening) => [what, paths.length, kilobytes(paths)];
	const shellKb = kilobytes(lock.paths);
	const notKept = lock.paths.filter((path) => !kept.includes(path));
	const isWithinLimit = shellKb <= LIMIT_KB && notKept.length === 0;
	const shellMs = await bothWays(lock.paths);
	const keptMs = await bothWays(kept);
	printReport('shell', {
		heading: ['what is loaded', 'files', 'KB'],
		rows: [
			['the shell:', '', ''],
			rowOf(lock),
			...heaviestOf(lock).map((path) => [`  ${path}`, '', kilobytes([path])]),
			['what else is loaded:', '', ''],
			...others.map(rowOf),
			['what is kept, for every page with no signal:', '', ''],
			...keptByKind().map(rowOf)
		],
		facts: {
			...{ shellKb, shellFiles: lock.paths.length, limitKb: LIMIT_KB, isWithinLimit, notKept },
			...{ shellP50Ms: shellMs.ours, bareShellP50Ms: shellMs.bare },
			...{ keptKb: kilobytes(kept), keptFiles: kept.length },
			...{ keptP50Ms: keptMs.ours, bareKeptP50Ms: keptMs.bare }
		}
	});
	if (!isWithinLimit) process.exitCode = 1;

	function heaviestOf({ paths }: Opening): string[] {
		const sizeOf = (path: string) => answers.get(path)?.length ?? 0;
		return [...paths].sort((one, other) => sizeOf(other) - sizeOf(one)).slice(0, NAMED);
	}

	function keptByKind(): Opening[] {
		const kinds = ['js', 'css', 'woff2', 'page'] as const;
		const kindOf = (path: string) => kinds.find((kind) => path.endsWith(`.${kind}`)) ?? 'page';
		const each = kinds.map((kind) => ({
			what: kind,
			paths: kept.filter((path) => kindOf(path) === kind)
		}));
		return [...each, { what: 'all', paths: kept }];
	}

	function kilobytes(paths: readonly string[]): number {
		const bytes = paths.reduce((sum, path) => sum + (answers.get(path)?.length ?? NaN), 0);
		return Math.round(bytes / 100) / 10;
	}

	/** Milliseconds for all of them, one after the other: from our server, and from one that does nothing else. */
	async function bothWays(paths: readonly string[]): Promise<{ ours: number; bare: number }> {
		const bare = createServer((asked, answer) => answer.end(answers.get(asked.url ?? '')));
		await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
		const { port } = bare.address() as AddressInfo;
		const p50Ms = async (from: number) => Math.round(percentile(await timesOf(from, paths), 0.5));
		const both = { ours: await p50Ms(server.port), bare: await p50Ms(port) };
		bare.close();
		bare.closeAllConnections();
		return both;
	}
} finally {
	await server.stop();
}

function listIn(script: string): string[] {
	return [...new Set(script.match(/\/_app\/immutable\/[\w./-]+\.\w+/g) ?? [])];
}

/** What is sent for that path, compressed as a browser would have it. */
function fetchBytes(port: number, path: string, encoding = 'identity'): Promise<Buffer> {
	return new Promise((resolve, reject) => {
		const headers = { 'accept-encoding': encoding, host: `localhost:${port}` };
		request({ host: '127.0.0.1', port, path, headers }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () =>
				answer.statusCode === 200
					? resolve(Buffer.concat(parts))
					: reject(new Error(`${path}: ${answer.statusCode}`))
			);
		})
			.on('error', reject)
			.end();
	});
}

async function timesOf(port: number, paths: readonly string[]): Promise<number[]> {
	const times: number[] = [];
	for (let time = -2; time < TIMES; time += 1) {
		const started = performance.now();
		for (const path of paths) await fetchBytes(port, path, 'br');
		if (time >= 0) times.push(performance.now() - started);
	}
	return times;
}
