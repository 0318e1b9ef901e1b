import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DataFolderRefused } from '#lib/server/database/dataFolder.ts';
import { holdDataFolder, type HeldDataFolder } from '#lib/server/database/dataFolderLock.ts';
import { hashSources } from './sourceHash.ts';

const STAMP = join('build', 'sources');
const VITE = join('node_modules', 'vite', 'bin', 'vite.js');

/** Builds the site where it has not been built from just these sources. False where that fails. */
export async function buildWhereStale(
	say: (line: string) => void,
	stopped: AbortSignal
): Promise<boolean> {
	if (!isStale()) return true;
	const held = await waitForTurn(stopped);
	try {
		// Somebody else may have built it while we waited.
		if (stopped.aborted || !isStale()) return !stopped.aborted;
		say('Building the pages (after each change; up to a minute) …');
		return await build(stopped);
	} finally {
		held?.release();
	}
}

function isStale(): boolean {
	return !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== hashSources();
}

/** Two builds at once would write into each other's files. */
async function waitForTurn(stopped: AbortSignal): Promise<HeldDataFolder | null> {
	while (!stopped.aborted) {
		try {
			return holdDataFolder('node_modules', 'a build');
		} catch (error) {
			if (!(error instanceof DataFolderRefused)) throw error;
			await new Promise((resolve) => setTimeout(resolve, 200));
		}
	}
	return null;
}

async function build(stopped?: AbortSignal): Promise<boolean> {
	const sources = hashSources();
	// Until the new build is whole there is none: a crash in between builds again.
	rmSync(STAMP, { force: true });
	const vite = spawn(process.execPath, [VITE, 'build'], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, NODE_ENV: 'production' }
	});
	stopped?.addEventListener('abort', () => vite.kill());
	// Hundreds of lines about packages that are nobody's concern here, unless it fails.
	const said = Promise.all([text(vite.stdout), text(vite.stderr)]);
	const [code] = await once(vite, 'close');
	if (code !== 0) {
		if (!stopped?.aborted) process.stderr.write((await said).join(''));
		return false;
	}
	writeFileSync(STAMP, sources);
	return true;
}

// `npm run build` builds in any case.
if (import.meta.main) process.exitCode = (await build()) ? 0 : 1;
