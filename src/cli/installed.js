// Plain JavaScript without dependencies: this runs on whatever Node the machine has, before
// anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const STAMP = join('node_modules', '.say-so-lock');

/** Runs a command with its output shown, and says whether it ended well. */
export function runCommand(/** @type {string} */ command, /** @type {readonly string[]} */ args) {
	const done = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
	return done.status === 0;
}

/**
 * Installs the packages of package-lock.json where they are missing or of another lock file.
 * Says what it does. Returns false where it could not.
 */
export function installPackages() {
	const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
	if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return true;
	console.log('Installing what Say So needs (once; about a minute) …');
	// The lint tools and the rest are needed for building, so everything is installed.
	if (!runCommand('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'])) {
		console.error('The packages could not be installed. Check the network, then try again.');
		return false;
	}
	writeFileSync(STAMP, wanted);
	return true;
}

/** The Node that came with the packages; the machine's own where this platform has none. */
export function ownNode() {
	const name = process.platform === 'win32' ? 'node.cmd' : 'node';
	const path = join('node_modules', '.bin', name);
	return existsSync(path) ? path : process.execPath;
}
