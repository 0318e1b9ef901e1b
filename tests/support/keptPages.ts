import { expect, type CDPSession, type Page } from '@playwright/test';
import { WHOLE_BROWSER } from './browser.ts';

/** A browser that keeps pages for Back, as a phone does: Playwright's own switches that off. */
export const KEEPS_PAGES = {
	...WHOLE_BROWSER,
	ignoreDefaultArgs: ['--disable-back-forward-cache']
};

/**
 * Back as a person presses it, and which pages came from the browser's keeping, without asking
 * the server. `page.goBack()` would wait for ever on such a page.
 */
export class KeptPages {
	/** Addresses of the pages that came from keeping, in order. */
	readonly restored: string[] = [];
	/** Why the browser had not kept a page that it went back to, in its own words. */
	readonly notKept: string[] = [];
	readonly #session: CDPSession;

	private constructor(session: CDPSession) {
		this.#session = session;
	}

	/** Starts to watch. */
	static async watch(page: Page): Promise<KeptPages> {
		const session = await page.context().newCDPSession(page);
		const kept = new KeptPages(session);
		await session.send('Page.enable');
		session.on('Page.frameNavigated', ({ type, frame }) => {
			if (type === 'BackForwardCacheRestore') kept.restored.push(new URL(frame.url).pathname);
		});
		session.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
			kept.notKept.push(...notRestoredExplanations.map(({ reason }) => reason));
		});
		return kept;
	}

	/** Goes back so many pages, and waits until one is shown. */
	async back(steps = 1): Promise<void> {
		const { currentIndex, entries } = await this.#whileSettling(() =>
			this.#session.send('Page.getNavigationHistory')
		);
		const entry = entries[Math.max(0, currentIndex - steps)];
		if (!entry) return;
		const navigated = new Promise((resolve) => this.#session.once('Page.frameNavigated', resolve));
		await this.#whileSettling(() =>
			this.#session.send('Page.navigateToHistoryEntry', { entryId: entry.id })
		);
		await navigated;
	}

	/**
	 * What the browser answers once it does. While one page takes the place of another it refuses to
	 * speak for either, before it has done anything of what was asked, so that asking again is safe.
	 */
	async #whileSettling<T>(ask: () => Promise<T>): Promise<T> {
		let answered: { with: T } | undefined;
		await expect(async () => void (answered = { with: await ask() })).toPass({ timeout: 20_000 });
		if (!answered) throw new Error('The browser gave no answer.');
		return answered.with;
	}

	/**
	 * Ends on a page of nobody's, drawn anew: closing the window on one that has just come from keeping
	 * made the browser wait for ever now and then on a busy machine.
	 */
	async end(): Promise<void> {
		const navigated = new Promise((resolve) => this.#session.once('Page.frameNavigated', resolve));
		await this.#whileSettling(() => this.#session.send('Page.navigate', { url: 'about:blank' }));
		await navigated;
	}

	/** What stands on the page: its address, and all its markup; no address while it changes. */
	async shown(): Promise<{ path: string; html: string }> {
		const { result } = await this.#session.send('Runtime.evaluate', {
			expression:
				'JSON.stringify({ path: location.pathname, html: document.documentElement.outerHTML })',
			returnByValue: true
		});
		if (typeof result.value !== 'string') return { path: '', html: '' };
		return JSON.parse(result.value) as { path: string; html: string };
	}
}
