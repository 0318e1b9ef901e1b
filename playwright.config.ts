import { defineConfig } from '@playwright/test';
import { DRAWING_BROWSER } from './tests/support/browser.ts';

/** Every page is tried in a real browser, once with scripts and once without. */
export default defineConfig({
	testDir: 'tests/pages',
	outputDir: 'test-results',
	workers: 2,
	fullyParallel: false,
	forbidOnly: true,
	// Taking pictures of each page at each size has no bearing on what a test finds.
	timeout: process.env.PICTURES ? 900_000 : 120_000,
	expect: { timeout: 20_000 },
	use: {
		// A window of its own for each test took longer than what most of them look at in it. Cookies,
		// stored data, the cache, other pages and emulation go between two tests; Back and what the
		// browser keeps for it do not, so that tests about these say `reuseContext: false`.
		reuseContext: true,
		// Keeping the whole app in the browser, for each test anew, is for the tests of that.
		serviceWorkers: 'block',
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		launchOptions: DRAWING_BROWSER
	},
	projects: [
		{
			name: 'with scripts',
			// What only the server answers is asked once: the script of public pages has no part in it.
			grepInvert: /@server/,
			testIgnore: ['public/hardInput.spec.ts', 'public/once.spec.ts', 'public/more.spec.ts']
		},
		{
			name: 'without scripts',
			// The staff app draws itself in the browser; a test that needs scripts says so in its name.
			testMatch: 'public/**/*.spec.ts',
			grepInvert: /@scripts/,
			use: { javaScriptEnabled: false }
		}
	]
});
