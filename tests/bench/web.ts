import { chromium, type Browser } from '@playwright/test';
import { OWN_STATES } from '../pages/public/ownStates.ts';
import { PUBLIC_STATES, type PublicState } from '../pages/public/publicStates.ts';
import { WHOLE_BROWSER } from '../support/browser.ts';
import { SITUATIONS, type Holder, type Situation } from '../support/childSituations.ts';
import { startTestServer } from '../support/testServer.ts';
import { percentile, printReport } from './report.ts';
import { viewPage, type PageView } from './viewPage.ts';

/** DevTools' own presets, in bytes a second and milliseconds, and the most a page may take (A14). */
const NETWORKS = {
	'slow 4G': {
		limitMs: 2_000,
		network: { downloadThroughput: 180e3, uploadThroughput: 84_375, latency: 562.5 }
	},
	'slow 3G': {
		limitMs: 3_500,
		network: { downloadThroughput: 50e3, uploadThroughput: 50e3, latency: 2_000 }
	}
} as const;
const KB = 1024;
/** The most a view may bring, whole and without the font, in bytes (A13). */
const FIRST_VIEW = { whole: 60 * KB, withoutFont: 25 * KB, requests: 5 };
const LATER_VIEW = { whole: 15 * KB, withoutFont: 15 * KB, requests: 5 };
const MOST_SHIFT = 0.02;
/** A page spends its time waiting for a slow network; each waits by itself. */
const AT_ONCE = 3;

// npm run bench -- web [TIMES [PATH…]]: all pages, or only those of the paths, as in `5 /my /s/12`
const [timesArgument = '5', ...paths] = process.argv.slice(2);
const times = Number(timesArgument);
const pages = onceEach([...PUBLIC_STATES, ...OWN_STATES].filter(isReached)).filter(isAskedFor);
if (pages.length === 0) throw new Error(`No page is measured at ${paths.join(', ')}.`);
const server = await startTestServer();
const browser = await chromium.launch(WHOLE_BROWSER);
const holders = new Map<Situation, Promise<Holder>>();
try {
	const rows: (string | number)[][] = [];
	let done = 0;
	let missed = 0;
	const waiting = [...pages.entries()];
	const measureOnes = async (): Promise<void> => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const [at, page] = next;
			const { row, isWithin } = await measure(browser, page);
			rows[at] = row;
			done += 1;
			if (!isWithin) missed += 1;
			const over = isWithin ? '' : `: ${row.join(' ')}`;
			console.log(`${done} of ${pages.length} pages measured, ${missed} over a limit${over}`);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, measureOnes));
	const worst = (column: number) => Math.max(...rows.map((row) => Number(row[column])));
	printReport('web', {
		heading: ['page', 'view', 'bytes', 'requests', 'shift', '4G ms', '3G ms', 'within'],
		rows,
		facts: {
			times,
			pages: pages.length,
			missed,
			mostBytes: worst(2),
			worst4gMs: worst(5),
			worst3gMs: worst(6),
			limit4gMs: NETWORKS['slow 4G'].limitMs,
			limit3gMs: NETWORKS['slow 3G'].limitMs
		}
	});
	if (missed > 0) process.exitCode = 1;
} finally {
	await browser.close();
	await server.stop();
}

/** A page that is there when it is asked for, with nothing pressed. */
function isReached({ done, status }: PublicState): boolean {
	return !done && (status ?? 200) === 200;
}

/** With or without what follows the question mark; all are, where no path is given. */
function isAskedFor({ path }: PublicState): boolean {
	return paths.length === 0 || paths.includes(path) || paths.includes(path.replace(/\?.*/, ''));
}

/** One state of each address, for a first view and for a later one: the last, which holds the most. */
function onceEach(states: readonly PublicState[]): readonly PublicState[] {
	const keyOf = ({ path, situation }: PublicState) =>
		`${path.replace(/\?.*/, '')} ${situation === null ? 'first' : 'later'}`;
	return [...new Map(states.map((state) => [keyOf(state), state])).values()];
}

/** A page nobody comes to first is looked at by somebody who has seen the home page. */
async function measure(browser: Browser, { path, situation }: PublicState) {
	const cookie = situation === null ? null : (await holderOf(situation)).cookie;
	const isFirst = cookie === null;
	const look = async (network: (typeof NETWORKS)[keyof typeof NETWORKS]['network']) => {
		const views: PageView[] = [];
		for (let time = 0; time < times; time += 1) {
			views.push(await viewPage(browser, { baseUrl: server.baseUrl, path, cookie, network }));
		}
		return {
			ms: percentile(
				views.map(({ paintedMs }) => paintedMs),
				0.5
			),
			views
		};
	};
	const on4g = await look(NETWORKS['slow 4G'].network);
	const on3g = await look(NETWORKS['slow 3G'].network);
	const { bytes, fontBytes, requests } = on4g.views[0]!;
	const shift = percentile(
		[...on4g.views, ...on3g.views].map((view) => view.shift),
		0.5
	);
	const most = isFirst ? FIRST_VIEW : LATER_VIEW;
	const isWithin =
		on4g.ms <= NETWORKS['slow 4G'].limitMs &&
		on3g.ms <= NETWORKS['slow 3G'].limitMs &&
		bytes <= most.whole &&
		bytes - fontBytes <= most.withoutFont &&
		requests <= most.requests &&
		shift <= MOST_SHIFT;
	const view = isFirst ? 'first' : 'later';
	const row = [path, view, bytes, requests, shift.toFixed(3), on4g.ms, on3g.ms];
	return { row: [...row, isWithin ? 'yes' : 'NO'], isWithin };
}

async function holderOf(situation: Situation): Promise<Holder> {
	if (!holders.has(situation)) holders.set(situation, SITUATIONS[situation](server.service));
	return holders.get(situation)!;
}
