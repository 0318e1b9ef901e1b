import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { WHOLE_BROWSER } from './browser.ts';

/** How a tablet is opened. */
export interface TabletOptions {
	baseUrl: string;
	/** Whether it has a signal from the start. */
	hasSignal?: boolean;
	/** Whether it has a microphone, which hears a tone and asks for no leave. */
	hears?: boolean;
	/** Done before anything is opened in it. */
	prepare?: (context: BrowserContext) => Promise<void>;
}

/** A browser of its own, running on a folder of the disk that outlives it. */
export interface OpenTablet {
	context: BrowserContext;
	page: Page;
	/** Ends every process of it at once, as a flat battery would; settles when it is gone. */
	kill(): Promise<void>;
	/** Settles when it is gone, however it went. */
	gone: Promise<void>;
}

/** Longer than anything takes on a busy machine. */
const MOST_MS = 40_000;

/** A folder for a tablet. Nothing is in it yet. */
export function newTabletFolder(): string {
	return mkdtempSync(join(tmpdir(), 'say-so-tablet-'));
}

export function removeTablet(folder: string): void {
	rmSync(folder, { recursive: true, force: true });
}

/** Opens the browser on that folder: what was kept there is there again. */
export async function openTablet(folder: string, options: TabletOptions): Promise<OpenTablet> {
	const { baseUrl, hasSignal = true, hears = false, prepare } = options;
	const context = await chromium.launchPersistentContext(folder, {
		...WHOLE_BROWSER,
		args: [
			...WHOLE_BROWSER.args,
			...(hears ? ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] : [])
		],
		baseURL: baseUrl,
		offline: !hasSignal,
		serviceWorkers: 'allow',
		locale: 'en-GB',
		timezoneId: 'Europe/London'
	});
	context.setDefaultTimeout(MOST_MS);
	await prepare?.(context);
	const gone = new Promise<void>((resolve) => context.once('close', () => resolve()));
	const processId = await processOf(context);
	const page = context.pages()[0] ?? (await context.newPage());
	return {
		context,
		page,
		gone,
		async kill() {
			// The browser leads a group of its own: all of it, so that no part writes on.
			process.kill(-processId, 'SIGKILL');
			await gone;
		}
	};
}

async function processOf(context: BrowserContext): Promise<number> {
	const session = await context.browser()?.newBrowserCDPSession();
	const said = await session?.send('SystemInfo.getProcessInfo');
	const browser = said?.processInfo.find(({ type }) => type === 'browser');
	if (!browser) throw new Error('The browser does not say which process it is.');
	return browser.id;
}
