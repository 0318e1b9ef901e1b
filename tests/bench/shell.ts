import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startTestServer } from '../support/testServer.ts';
import { percentile, printReport } from './report.ts';

const LIMIT_KB = 150;
const TIMES = Number(process.env.TIMES) || 20;

const server = await startTestServer();
try {
	const script = (await fetchBytes(server.port, '/service-worker.js')).toString();
	const worker = await fetchBytes(server.port, '/service-worker.js', 'br');
	const paths = ['/staff/shell', ...listIn(script)];
	const answers = new Map<string, Buffer>([['/service-worker.js', worker]]);
	for (const path of paths) answers.set(path, await fetchBytes(server.port, path, 'br'));

	const bare = createServer((asked, answer) => answer.end(answers.get(asked.url ?? '')));
	await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
	const { port: barePort } = bare.address() as AddressInfo;
	const ours = await timesOf(() => fetchAll(server.port));
	const plain = await timesOf(() => fetchAll(barePort));
	bare.close();
	bare.closeAllConnections();

	const kinds = ['js', 'css', 'woff2', 'wasm', 'page'] as const;
	const kindOf = (path: string) => kinds.find((kind) => path.endsWith(`.${kind}`)) ?? 'page';
	const rows = kinds.map((kind) => {
		const some = [...answers].filter(([path]) => kindOf(path) === kind);
		return [kind, some.length, kilobytes(some.map(([, bytes]) => bytes))];
	});
	const totalKb = kilobytes([...answers.values()]);
	printReport('shell', {
		heading: ['what the browser keeps', 'files', 'KB'],
		rows: [...rows, ['all', answers.size, totalKb]],
		facts: {
			files: answers.size,
			totalKb,
			limitKb: LIMIT_KB,
			isWithinLimit: totalKb <= LIMIT_KB,
			allAtOnceP50Ms: Math.round(percentile(ours, 0.5)),
			bareAllAtOnceP50Ms: Math.round(percentile(plain, 0.5))
		}
	});
	if (totalKb > LIMIT_KB) process.exitCode = 1;

	/** All of it, one after the other, as the browser asks for it. */
	async function fetchAll(port: number): Promise<void> {
		for (const path of answers.keys()) await fetchBytes(port, path, 'br');
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

async function timesOf(act: () => Promise<void>): Promise<number[]> {
	const times: number[] = [];
	for (let time = -2; time < TIMES; time += 1) {
		const started = performance.now();
		await act();
		if (time >= 0) times.push(performance.now() - started);
	}
	return times;
}

function kilobytes(all: readonly Buffer[]): number {
	return Math.round(all.reduce((sum, bytes) => sum + bytes.length, 0) / 100) / 10;
}
