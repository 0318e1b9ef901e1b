import { startTestServer } from '../support/testServer.ts';
import { percentile, printReport } from './report.ts';

const PAGES = ['/', '/help', '/s/1', '/private', '/privacy', '/privacy/adults'];
/** A page in another language takes so many times as long as in English, at most. */
const LIMIT = 2;

// npm run bench -- languages [TIMES]
const times = Number(process.argv[2] ?? 200);
const server = await startTestServer({ env: { TEST_LANGUAGE: 'yes' } });
try {
	const [english, mirrored] = [await chosen('en'), await chosen('ar-XB')];
	const rows: (string | number)[][] = [];
	const ratios: number[] = [];
	for (const page of PAGES) {
		const took = { english: [] as number[], mirrored: [] as number[] };
		// One after the other, so that whatever else the machine does meets both alike.
		for (let time = 0; time < times; time += 1) {
			took.english.push(await open(page, english, 'en'));
			took.mirrored.push(await open(page, mirrored, 'ar-XB'));
		}
		const [inEnglish, inWords] = [percentile(took.english, 0.5), percentile(took.mirrored, 0.5)];
		ratios.push(inWords / inEnglish);
		rows.push([page, inEnglish.toFixed(2), inWords.toFixed(2), (inWords / inEnglish).toFixed(2)]);
	}
	const worst = Math.max(...ratios);
	printReport('languages', {
		heading: ['page', 'English, ms', 'another language, ms', 'ratio'],
		rows,
		facts: { times, worst, limit: LIMIT }
	});
	if (worst > LIMIT) process.exitCode = 1;
} finally {
	await server.stop();
}

/** The cookie of a browser in which that language was chosen. */
async function chosen(language: string): Promise<string> {
	const answer = await fetch(`${server.baseUrl}/view`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: server.baseUrl },
		body: new URLSearchParams({ language, to: '/' })
	});
	const [cookie = ''] = answer.headers.get('set-cookie')?.split(';') ?? [];
	return cookie;
}

/** Milliseconds until the whole page was there. Throws where it is in another language than asked for. */
async function open(page: string, cookie: string, language: string): Promise<number> {
	const started = performance.now();
	const answer = await fetch(server.baseUrl + page, { headers: { cookie } });
	const html = await answer.text();
	const ms = performance.now() - started;
	if (!html.includes(`<html lang="${language}"`)) throw new Error(`${page} is not in ${language}`);
	return ms;
}
