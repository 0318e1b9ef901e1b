import type { Page } from '@playwright/test';
import {
	DEVICE_PASSPHRASE,
	makeTablet,
	unlockDevice,
	untilAppIsKept
} from '../support/ownDeviceAtPage.ts';
import { signIn } from '../support/staffAtPage.ts';
import { newTabletFolder, openTablet, removeTablet } from '../support/tablet.ts';
import { TEST_PASSWORD } from '../support/testService.ts';
import type { TestServer } from '../support/testServer.ts';

/** What a browser that was just started had loaded when something stood on its screen. */
export interface Opening {
	what: string;
	/** Each file of the app once. The page itself is `/staff/shell`: all of them are as bare. */
	paths: readonly string[];
}

/** What the app needs as it opens. */
export interface Openings {
	/**
	 * The shell: all that was asked for until the lock of a tablet stood, with no signal; the letters it
	 * is written in; and the thread that its form asks. That form then answered. What is asked for once
	 * the lock stands is no part of it: nobody waits for that, and no press needs it.
	 */
	lock: Opening;
	/** The same with what comes by itself behind the lock; what follows it; and other first screens. */
	others: readonly Opening[];
}

/** Opens the app of that server each way, and says what was loaded. Sam is staff there, without a case. */
export async function openEachWay({ baseUrl }: TestServer): Promise<Openings> {
	const folder = newTabletFolder();
	const open = (hasSignal: boolean, act: (page: Page) => Promise<void>) =>
		openOnce({ baseUrl, folder, hasSignal }, act);
	try {
		await open(true, keepApp);
		const signedIn = await open(true, openSignedIn);
		const cutOff = await open(false, openCutOff);
		await open(true, (page) => makeTablet(page, 'Sam', { cases: 0 }));
		const locked = await open(false, tryLock);
		const others = [
			{ what: 'with all that comes by itself behind it', paths: locked.all },
			{ what: 'from the lock to writing down', paths: (await open(false, writeDown)).all },
			{ what: 'from the lock to Today', paths: (await open(false, openLock)).all },
			{ what: 'nobody’s device, signed in: Today', paths: signedIn.all },
			{ what: 'nobody’s device, no signal: it says so', paths: cutOff.all }
		];
		return { lock: { what: 'the lock, with no signal', paths: locked.untilLock }, others };
	} finally {
		removeTablet(folder);
	}
}

interface OpenOn {
	baseUrl: string;
	folder: string;
	hasSignal: boolean;
}

interface Loaded {
	all: string[];
	/** What `Openings.lock` counts. */
	untilLock: string[];
}

/** The files of the app that one page had loaded when `act` was done. */
async function openOnce(on: OpenOn, act: (page: Page) => Promise<void>): Promise<Loaded> {
	const { context, page } = await openTablet(on.folder, on);
	const started = ['/service-worker.js', '/staff/shell'];
	const found: { path: string; atLock: boolean }[] = [];
	try {
		// Those of a thread are told of here alone.
		context.on('response', (response) => {
			const path = new URL(response.url()).pathname;
			found.push({ path, atLock: path.includes('/workers/') });
		});
		await page.addInitScript(noteWhenLocked);
		await act(page);
		found.push(...(await page.evaluate(listLoaded)));
	} finally {
		await context.close();
	}
	const ours = found.filter(({ path }) => path.startsWith('/_app/'));
	const once = (some: typeof ours) => [...new Set([...started, ...some.map(({ path }) => path)])];
	return { all: once(ours), untilLock: once(ours.filter(({ atLock }) => atLock)) };
}

/** In the page: when the lock stood. */
function noteWhenLocked(): void {
	new MutationObserver(() => {
		const noted = globalThis as { lockedAtMs?: number };
		const isLocked = document.querySelector('h1')?.textContent === 'This device is locked';
		if (isLocked) noted.lockedAtMs ??= performance.now();
	}).observe(document, { childList: true, subtree: true, characterData: true });
}

/** In the page: what it loaded, and whether it had asked for that when the lock stood. */
function listLoaded(): { path: string; atLock: boolean }[] {
	const { lockedAtMs = -1 } = globalThis as { lockedAtMs?: number };
	return performance.getEntriesByType('resource').map(({ name, startTime }) => {
		const path = new URL(name).pathname;
		// Letters are asked for by the first words that are drawn with them.
		return { path, atLock: startTime <= lockedAtMs || path.endsWith('.woff2') };
	});
}

const today = (page: Page) => page.getByRole('heading', { level: 1, name: 'Today' });

async function toToday(page: Page): Promise<void> {
	await page.goto('/staff/today', { waitUntil: 'commit' });
}

async function keepApp(page: Page): Promise<void> {
	await signIn(page, 'Sam');
	await toToday(page);
	await untilAppIsKept(page);
}

async function openSignedIn(page: Page): Promise<void> {
	const { origin } = new URL((await page.request.get('/healthz')).url());
	await page.request.post('/staff/sign-in', {
		form: { name: 'sam', password: TEST_PASSWORD },
		headers: { Origin: origin, Accept: 'text/html' },
		maxRedirects: 0,
		timeout: 60_000
	});
	await toToday(page);
	await today(page).waitFor();
}

async function openCutOff(page: Page): Promise<void> {
	await toToday(page);
	await page.getByText('We could not reach the server.').waitFor();
}

/** The lock answers a passphrase that is not theirs; then nothing more comes by itself. */
async function tryLock(page: Page): Promise<void> {
	await toToday(page);
	await page.getByRole('heading', { name: 'This device is locked' }).waitFor();
	await page.getByLabel('Your passphrase').fill(`not ${DEVICE_PASSPHRASE}`);
	await page.getByRole('button', { name: 'Unlock', exact: true }).click();
	await page.getByRole('alert').filter({ hasText: 'That is not your passphrase' }).waitFor();
	await page.waitForLoadState('networkidle');
}

async function writeDown(page: Page): Promise<void> {
	await toToday(page);
	await page.getByRole('button', { name: 'Only write something down' }).click();
	await page.getByLabel('What did they say?').waitFor();
}

async function openLock(page: Page): Promise<void> {
	await toToday(page);
	await unlockDevice(page);
	await today(page).waitFor();
}
