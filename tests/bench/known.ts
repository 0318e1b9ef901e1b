import { startTestServer } from '../support/testServer.ts';
import { openSiteInProcess } from '../support/siteInProcess.ts';
import { ASKED_OF, askAbout, begunBy, tellUsOf } from '../support/knownOrNot.ts';
import { lookUpWords } from '#lib/server/intake/checkWords.ts';
import { percentile, printReport } from './report.ts';

/** How far from a coin's toss a guess by time alone may be right. */
const MOST_TELLING = 0.05;

// npm run bench -- known [PAIRS]
const pairs = Number(process.argv[2] ?? 1_000);
const server = await startTestServer();
const { service } = server;
const words = await tellUsOf(service);
const site = await openSiteInProcess(service);
try {
	const rows: (string | number)[][] = [];
	let worst = 0;
	for (const asked of [...ASKED_OF, 'six words' as const]) {
		const times = { known: [] as number[], unknown: [] as number[], other: [] as number[] };
		const visitors = {
			known: await begunBy(service, asked),
			unknown: await begunBy(service, asked),
			other: await begunBy(service, asked)
		};
		for (let pair = 0; pair < pairs; pair += 1) {
			const order = (['known', 'unknown', 'other'] as const).toSorted(() => Math.random() - 0.5);
			for (const who of order) {
				const started = performance.now();
				if (asked === 'six words') await lookUpWords(service, wordsOf(who, pair));
				else await askAbout(site, asked, { cookie: visitors[who], who });
				times[who].push(performance.now() - started);
			}
		}
		const telling = Math.abs(slowerShare(times.known, times.unknown) - 0.5);
		const chance = Math.abs(slowerShare(times.other, times.unknown) - 0.5);
		worst = Math.max(worst, telling);
		rows.push([
			asked,
			percentile(times.known, 0.5).toFixed(2),
			percentile(times.unknown, 0.5).toFixed(2),
			telling.toFixed(3),
			chance.toFixed(3)
		]);
		console.log(`${asked}: ${pairs} pairs asked`);
	}
	printReport('known', {
		heading: ['asked at', 'known ms', 'unknown ms', 'tells by', 'two unknown'],
		rows,
		facts: { pairs, worst, limit: MOST_TELLING }
	});
	if (worst > MOST_TELLING) process.exitCode = 1;
} finally {
	await site.close();
	await server.stop();
}

/** Five right words and one wrong, or six wrong ones, as long as each other. */
function wordsOf(who: 'known' | 'unknown' | 'other', pair: number): string {
	const wrong = ['abacus', 'baffle', 'cabbage', 'dabble', 'eagle', 'fabric'];
	if (who === 'known') return [...words.slice(0, 5), wrong[pair % 6]].join(' ');
	return who === 'unknown' ? wrong.join(' ') : [...wrong].reverse().join(' ');
}

/** How often the one is slower than the other, over all pairs of them; a half means that it never tells. */
function slowerShare(ones: readonly number[], others: readonly number[]): number {
	const sorted = [...others].sort((a, b) => a - b);
	let below = 0;
	for (const one of ones) {
		let [low, high] = [0, sorted.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (sorted[middle]! < one) low = middle + 1;
			else high = middle;
		}
		below += low;
	}
	return below / (ones.length * sorted.length);
}
