// Plain JavaScript without dependencies: this runs on whatever Node the machine has, before
// anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = join('node_modules', '.say-so-lock');

/** Runs a command with its output shown, and says whether it ended well. */
export function runCommand(/** @type {string} */ command, /** @type {readonly string[]} */ args) {
	const done = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
	return done.status === 0;
}

/** Runs a command beside others, with its output shown, and resolves to whether it ended well. */
export function startCommand(/** @type {string} */ command, /** @type {readonly string[]} */ args) {
	const isShell = process.platform === 'win32';
	return new Promise((resolve) => {
		const child = spawn(command, args, { stdio: 'inherit', shell: isShell });
		child.once('error', () => resolve(false));
		child.once('exit', (code) => resolve(code === 0));
	});
}

/**
 * Installs the packages of package-lock.json where they are missing or of another lock file.
 * Says what it does, on standard error: a command's own answer stands alone on standard output.
 * Returns false where it could not.
 */
export function installPackages() {
	const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return true;
	if (!isInstalled() && !install()) {
		console.error('The packages could not be installed. Check the network, then try again.');
		return false;
	}
	writeFileSync(STAMP, wanted);
	return true;
}

function install() {
	console.error('Installing what Say So needs (once; about a minute) …');
	// Told only of errors: npm itself still runs on the machine's Node and would warn of its age.
	// The lint tools and the rest are needed for building, so everything is installed.
	const done = spawnSync(
		'npm',
		['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'],
		{
			stdio: ['ignore', process.stderr, process.stderr],
			shell: process.platform === 'win32'
		}
	);
	return done.status === 0;
}

/** Whether somebody has run `npm ci` already: npm keeps a list of what it put there. */
function isInstalled() {
	const list = join('node_modules', '.package-lock.json');
	if (!existsSync(list)) return false;
	const there = JSON.parse(readFileSync(list, 'utf8')).packages;
	const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
	return Object.keys(wanted).every(
		(path) => path === '' || wanted[path].optional || there[path]?.version === wanted[path].version
	);
}

/** The Node that came with the packages; the machine's own where this platform has none. */
export function ownNode() {
	const name = process.platform === 'win32' ? 'node.cmd' : 'node';
	const path = join('node_modules', '.bin', name);
	return existsSync(path) ? path : process.execPath;
}
