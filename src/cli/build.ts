import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashSources } from './sourceHash.ts';

const STAMP = join('build', 'sources');
const VITE = join('node_modules', 'vite', 'bin', 'vite.js');

/** Whether what is built was built from just these sources. */
export function isBuildStale(): boolean {
	return !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== hashSources();
}

/** Builds the site; false where that fails or `stopped` says so first. */
export async function build(stopped?: AbortSignal): Promise<boolean> {
	const sources = hashSources();
	// Until the new build is whole there is none: a crash in between builds again.
	rmSync(STAMP, { force: true });
	const vite = spawn(process.execPath, [VITE, 'build', '--logLevel', 'warn'], {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, NODE_ENV: 'production' }
	});
	stopped?.addEventListener('abort', () => vite.kill());
	const [code] = await once(vite, 'exit');
	if (code !== 0) return false;
	writeFileSync(STAMP, sources);
	return true;
}

if (import.meta.main) process.exitCode = (await build()) ? 0 : 1;
