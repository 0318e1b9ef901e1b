import type { Browser, CDPSession, Page } from '@playwright/test';

/** How one page came over a slow network to a slow phone. */
export interface PageView {
	/** Milliseconds from asking for it until its largest part was drawn. */
	paintedMs: number;
	/** How far its parts moved while it came (cumulative layout shift). */
	shift: number;
	/** What came over the network, headers included. */
	bytes: number;
	fontBytes: number;
	requests: number;
}

/** What is looked at, by whom, and over what. */
export interface Looked {
	baseUrl: string;
	path: string;
	/** Of a browser that was here before and has seen the home page; null for a first view. */
	cookie: string | null;
	/** Bytes a second, and milliseconds to the first byte. */
	network: { downloadThroughput: number; uploadThroughput: number; latency: number };
}

const CPU_SLOW_DOWN = 4;

/** Opens a page on a phone's screen, with the processor four times slower. */
export async function viewPage(browser: Browser, looked: Looked): Promise<PageView> {
	const { baseUrl, path, cookie, network } = looked;
	const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
	try {
		const page = await context.newPage();
		if (cookie !== null) {
			await page.goto(baseUrl, { waitUntil: 'networkidle' });
			await context.addCookies([{ name: 'visit', value: cookie, url: baseUrl }]);
			await page.goto(baseUrl, { waitUntil: 'networkidle' });
		}
		const devtools = await context.newCDPSession(page);
		const weight = await weigh(devtools);
		await devtools.send('Network.emulateNetworkConditions', { offline: false, ...network });
		await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOW_DOWN });
		await page.goto(baseUrl + path, { waitUntil: 'networkidle' });
		const { pathname } = new URL(page.url());
		if (pathname !== path.replace(/\?.*/, '')) throw new Error(`${path} led to ${pathname}.`);
		return { ...(await drawn(page)), ...weight };
	} finally {
		await context.close();
	}
}

/** Adds up what comes from now on. */
async function weigh(devtools: CDPSession) {
	const weight = { bytes: 0, fontBytes: 0, requests: 0 };
	const fonts = new Set<string>();
	await devtools.send('Network.enable');
	devtools.on('Network.responseReceived', ({ requestId, type }) => {
		if (type === 'Font') fonts.add(requestId);
	});
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		if (encodedDataLength === 0) return;
		weight.requests += 1;
		weight.bytes += encodedDataLength;
		if (fonts.has(requestId)) weight.fontBytes += encodedDataLength;
	});
	return weight;
}

async function drawn(page: Page): Promise<Pick<PageView, 'paintedMs' | 'shift'>> {
	const { paintedMs, shift } = await page.evaluate(async () => {
		const seen = (type: string) =>
			new Promise<PerformanceEntryList>((resolve) => {
				new PerformanceObserver((list) => resolve(list.getEntries())).observe({
					type,
					buffered: true
				});
				setTimeout(() => resolve([]), 500);
			});
		const painted = await seen('largest-contentful-paint');
		const shifts = (await seen('layout-shift')) as unknown as { value: number }[];
		return {
			paintedMs: painted.at(-1)?.startTime ?? NaN,
			shift: shifts.reduce((sum, { value }) => sum + value, 0)
		};
	});
	return { paintedMs: Math.round(paintedMs), shift };
}
