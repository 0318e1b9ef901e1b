import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A word that tells this process from any other that had or will have the same number, or null
 * where no process with that number is alive.
 *
 * A number alone is not enough: after a crash of the machine it is soon given to somebody else.
 */
export function processIdentity(pid: number): string | null {
	if (!isAlive(pid)) return null;
	if (process.platform === 'linux') return linuxIdentity(pid);
	if (process.platform === 'win32') return String(pid);
	const started = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
	return started.stdout.trim() || null;
}

/** Whether a process with this number is alive, whoever it belongs to. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Waits until the process is gone; false when it is still there after `timeoutMs`. */
export async function waitUntilGone(pid: number, timeoutMs: number): Promise<boolean> {
	const end = performance.now() + timeoutMs;
	while (isAlive(pid) && !isZombie(pid)) {
		if (performance.now() > end) return false;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	return true;
}

function linuxIdentity(pid: number): string | null {
	const fields = statFields(pid);
	if (!fields || fields[0] === 'Z') return null;
	return `${bootOfThisMachine()}:${fields[19]}`;
}

function isZombie(pid: number): boolean {
	return process.platform === 'linux' && statFields(pid)?.[0] === 'Z';
}

function bootOfThisMachine(): string {
	try {
		return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
	} catch {
		// Some containers hide it; the time a process began then tells them apart well enough.
		return '';
	}
}

/** The fields of /proc/<pid>/stat from the state on; the name before it may hold spaces. */
function statFields(pid: number): string[] | null {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	} catch {
		return null;
	}
}
