import { HttpVisitor, type HttpTiming } from '../support/httpVisitor.ts';
import { startTestServer } from '../support/testServer.ts';
import { startBareServer } from './bareServer.ts';
import { insertAgain, rowsLeftBy } from './bareInserts.ts';
import { percentile, printReport } from './report.ts';

const AT_A_TIME = 10;
const WARM_UP = 20;
const JOURNEYS = Number(process.env.JOURNEYS) || 200;

const server = await startTestServer();
try {
	console.log(`Posting ${JOURNEYS} whole journeys, ${AT_A_TIME} at a time …`);
	await post(server.baseUrl, WARM_UP);
	const rows = await rowsLeftBy(server, () => post(server.baseUrl, JOURNEYS));
	const ours = rows.result;

	console.log('The same journeys against a bare server that sends the same bytes …');
	const bare = await startBareServer(ours.timings);
	await post(bare.baseUrl, WARM_UP);
	const plain = await post(bare.baseUrl, JOURNEYS);
	bare.stop();

	console.log('Bare inserts of the rows those journeys left …');
	const inserts = await insertAgain(server, rows.tables, {
		journeys: JOURNEYS,
		atATime: AT_A_TIME
	});

	const pages = [...new Set(ours.timings.map(nameOf))];
	const facts = {
		journeys: JOURNEYS,
		atATime: AT_A_TIME,
		requestsPerJourney: Math.round(ours.timings.length / JOURNEYS),
		rowsPerJourney: Math.round(rows.count / JOURNEYS),
		journeysPerSecond: round(JOURNEYS / ours.seconds),
		bareServerJourneysPerSecond: round(JOURNEYS / plain.seconds),
		bareInsertsJourneysPerSecond: round(JOURNEYS / inserts.seconds),
		p50Ms: round(percentile(msOf(ours), 0.5)),
		p95Ms: round(percentile(msOf(ours), 0.95)),
		sendP95Ms: round(percentile(msOf(ours, 'POST /s/11'), 0.95))
	};
	printReport('intake', {
		heading: ['page', 'p50 ms', 'p95 ms', 'bare p50', 'bare p95'],
		rows: [
			...pages.map((page) => rowOf(page, msOf(ours, page), msOf(plain, page))),
			rowOf('all pages', msOf(ours), msOf(plain)),
			['journeys a second', facts.journeysPerSecond, '', facts.bareServerJourneysPerSecond, ''],
			['bare inserts, journeys a second', facts.bareInsertsJourneysPerSecond, '', '', '']
		],
		facts
	});
} finally {
	await server.stop();
}

interface Posted {
	seconds: number;
	timings: readonly HttpTiming[];
}

/** Posts so many whole journeys, each in a browser of its own. */
async function post(baseUrl: string, count: number): Promise<Posted> {
	const timings: HttpTiming[] = [];
	let left = count;
	const started = performance.now();
	await Promise.all(
		Array.from({ length: AT_A_TIME }, async () => {
			while (left-- > 0) {
				const visitor = new HttpVisitor({
					baseUrl: () => baseUrl,
					story: 'I got moved on Friday. No one told me before. I had to leave my bike.',
					onAnswer: (timing) => timings.push(timing)
				});
				await visitor.tellUs();
				visitor.close();
			}
		})
	);
	return { seconds: (performance.now() - started) / 1000, timings };
}

function msOf({ timings }: Posted, page?: string): number[] {
	return timings
		.filter((timing) => page === undefined || nameOf(timing) === page)
		.map(({ ms }) => ms);
}

function rowOf(page: string, ours: readonly number[], bare: readonly number[]) {
	return [
		page,
		...[ours, bare].flatMap((ms) => [0.5, 0.95].map((at) => round(percentile(ms, at))))
	];
}

function nameOf({ method, path }: HttpTiming): string {
	return `${method} ${path}`;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
