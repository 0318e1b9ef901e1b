import { guess, keepCodes } from '../support/guessedCodes.ts';
import { startTestServer } from '../support/testServer.ts';
import { lookUpWords } from '#lib/server/intake/checkWords.ts';
import { printReport } from './report.ts';

const KEPT = 10_000;
const LIMIT_MS = 0.2;
const HITS = 20;
/** Said each time, so that whoever waits sees that it goes on. */
const EACH = 50_000;

// npm run bench -- codes [TIMES]
const times = Number(process.argv[2] ?? 1_000_000);
const server = await startTestServer();
try {
	const { service } = server;
	console.log(`Keeping ${KEPT} codes, then trying ${times} others …`);
	const words = await keepCodes(service, KEPT);
	if (!(await lookUpWords(service, words)).opened) throw new Error('A kept code opens nothing');

	let opened = 0;
	const missMs = await cpuOf(times, async () => {
		for (let done = 0; done < times; done += EACH) {
			opened += await guess(service, Math.min(EACH, times - done));
			console.log(`${Math.min(times, done + EACH)} tried, ${opened} opened`);
		}
	});
	const bareMs = await cpuOf(times / 10, async () => {
		for (let done = 0; done < times / 10; done += 1) {
			await service.db.selectFrom('receipt_code').select('verifier').limit(1).execute();
		}
	});
	const hitMs = await cpuOf(HITS, async () => {
		for (let hit = 0; hit < HITS; hit += 1) await lookUpWords(service, words);
	});
	printReport('codes', {
		heading: ['what', 'ms of processor each', 'limit'],
		rows: [
			['a wrong code', missMs.toFixed(3), LIMIT_MS],
			['one bare question to the database', bareMs.toFixed(3), ''],
			['a right code', hitMs.toFixed(1), '']
		],
		facts: { times, opened, missMs, bareMs, hitMs, limitMs: LIMIT_MS }
	});
	if (opened > 0 || missMs > LIMIT_MS) process.exitCode = 1;
} finally {
	await server.stop();
}

/** Milliseconds of this process's own processor time for each of `times`. */
async function cpuOf(times: number, act: () => Promise<void>): Promise<number> {
	const before = process.cpuUsage();
	await act();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000 / times;
}
