// Plain JavaScript without dependencies: this runs on whatever Node the machine has.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ownNode } from './installed.js';

const OLDEST = [24, 15];
const LOOK_EVERY_MS = 500;

/**
 * Runs a script on the Node that came with the packages, in this terminal, and ends as it ends.
 *
 * A signal to this process is passed on. When this process or the npm that started it is
 * killed, the script is told by the closing of its channel, so that it never runs on alone.
 *
 * @param {string} script
 * @param {readonly string[]} args
 */
export function runOnOwnNode(script, args) {
	const node = ownNode();
	if (!isNewEnough(node)) {
		console.error(
			`Say So needs Node ${OLDEST.join('.')} or later, and none came with npm for this machine. Install one, then try again.`
		);
		process.exitCode = 1;
		return;
	}
	const child = spawn(node, [script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
		process.on(signal, () => child.kill(signal));
	}
	const watch = watchParent(() => child.connected && child.disconnect());
	child.on('exit', (code, signal) => {
		clearInterval(watch);
		process.exitCode = code ?? (signal ? 1 : 0);
	});
}

/** @param {string} node */
function isNewEnough(node) {
	const [major = 0, minor = 0] = spawnSync(node, ['--version'], { encoding: 'utf8' })
		.stdout.replace('v', '')
		.split('.')
		.map(Number);
	return major > 24 || (major === OLDEST[0] && minor >= 15);
}

/** @param {() => void} whenGone */
function watchParent(whenGone) {
	if (!process.env.npm_lifecycle_event) return undefined;
	const parents = findParents();
	return setInterval(() => {
		if (findParents() !== parents) whenGone();
	}, LOOK_EVERY_MS);
}

/** The process that started this one and, where that is only npm's shell, the npm before it. */
function findParents() {
	const proc = `/proc/${process.ppid}`;
	if (!existsSync(`${proc}/cmdline`)) return String(process.ppid);
	const isShell = /^\S*sh\0-c\0/.test(readFileSync(`${proc}/cmdline`, 'utf8'));
	const grandparent = /PPid:\s*(\d+)/.exec(readFileSync(`${proc}/status`, 'utf8'))?.[1];
	return isShell ? `${process.ppid} ${grandparent}` : String(process.ppid);
}
