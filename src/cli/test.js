// Runs every check and test, and closes with one line: N passed, N failed.
// Plain JavaScript without dependencies, because it starts on the machine's own Node.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, runCommand, startCommand } from './installed.js';
import { failedPages, failedUnits } from './failedTests.js';

const OUTPUT = join('tests', 'output');
const VITEST_REPORT = join(OUTPUT, 'vitest.json');
const PAGES_REPORT = join(OUTPUT, 'pages.json');
const LIGHT_BROWSER = '/usr/bin/chromium-headless-shell';

/** @typedef {{ passed: number, failed: number, failures?: readonly string[] }} Count */

process.env.NODE_ENV = 'test';
process.exitCode = await runEverything();

async function runEverything() {
	if (!installPackages()) return close([{ passed: 0, failed: 1 }]);
	const mayOpenPages = hasBrowsers() || installBrowsers();
	rmSync(OUTPUT, { recursive: true, force: true });
	mkdirSync(OUTPUT, { recursive: true });
	// Both read the types of the routes, so that these are written before either begins.
	runCommand('npm', ['run', '--silent', 'prepare']);
	const both = await Promise.all([check('Types', 'check'), check('Style and lint', 'lint')]);
	return close([
		...both,
		await check('Build', 'build'),
		vitest(),
		mayOpenPages ? pages() : { passed: 0, failed: 1 }
	]);
}

/** @param {readonly Count[]} counts */
function close(counts) {
	const passed = counts.reduce((sum, count) => sum + count.passed, 0);
	const failed = counts.reduce((sum, count) => sum + count.failed, 0);
	// Said again here, because thousands of lines lie between a failure and the end.
	for (const failure of counts.flatMap(({ failures = [] }) => failures)) {
		console.log(`\nFailed: ${failure}`);
	}
	console.log(`\n${passed} passed, ${failed} failed`);
	return failed === 0 && passed > 0 ? 0 : 1;
}

/**
 * @param {string} name
 * @param {string} script of package.json
 * @returns {Promise<Count>}
 */
async function check(name, script) {
	console.log(`\n— ${name}`);
	if (await startCommand('npm', ['run', '--silent', script])) return { passed: 1, failed: 0 };
	return { passed: 0, failed: 1, failures: [name] };
}

/** @returns {Count} */
function vitest() {
	console.log('\n— Rules, server and command line');
	const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];
	const isWell = runCommand('npm', ['run', '--silent', 'unit', '--', ...args]);
	const report = readReport(VITEST_REPORT);
	return counted(isWell, {
		passed: report?.numPassedTests ?? 0,
		failed: (report?.numFailedTests ?? 0) + (report?.numPendingTests ?? 0),
		failures: failedUnits(report)
	});
}

/** @returns {Count} */
function pages() {
	console.log('\n— Pages, in a real browser');
	process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = PAGES_REPORT;
	const isWell = runCommand('npm', ['run', '--silent', 'pages', '--', '--reporter=line,json']);
	const report = readReport(PAGES_REPORT);
	const stats = report?.stats;
	return counted(isWell, {
		passed: stats?.expected ?? 0,
		failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0),
		failures: failedPages(report)
	});
}

/**
 * A runner that ended badly, or ran nothing, has failed at least once whatever it counted.
 *
 * @param {boolean} isWell
 * @param {Count} count
 * @returns {Count}
 */
function counted(isWell, count) {
	if (isWell && count.passed > 0) return count;
	return { ...count, failed: Math.max(count.failed, 1) };
}

/** @param {string} path */
function readReport(path) {
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function hasBrowser() {
	return existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium');
}

/** Both that `tests/support/browser.ts` names; who names one themselves has theirs alone. */
function hasBrowsers() {
	return hasBrowser() && (Boolean(process.env.CHROMIUM) || existsSync(LIGHT_BROWSER));
}

function installBrowsers() {
	const isDebian = existsSync('/usr/bin/apt-get');
	if (isDebian && process.getuid?.() === 0) {
		console.log('Installing Chromium for the browser tests …');
		const isInstalled =
			runCommand('apt-get', ['update', '-qq']) &&
			runCommand('apt-get', ['install', '-y', '-qq', 'chromium', 'chromium-headless-shell']);
		if (isInstalled && hasBrowsers()) return true;
	}
	// The whole one does what the light one does, and takes longer.
	if (hasBrowser()) return true;
	console.error('The browser tests need Chromium.');
	console.error(
		isDebian
			? 'Install it as root: apt-get install chromium chromium-headless-shell'
			: 'Install it, then set CHROMIUM to the path of its program.'
	);
	return false;
}
