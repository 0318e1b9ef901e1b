import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { DataFolderRefused } from '#lib/server/database/dataFolder.ts';
import { holdDataFolder, type HeldDataFolder } from '#lib/server/database/dataFolderLock.ts';
import { hashSources } from './sourceHash.ts';

const BUILDS = 'build';
const VITE = join('node_modules', 'vite', 'bin', 'vite.js');

/** A server that is running still needs its own build, however often the site is built meanwhile. */
const BUILDS_KEPT = 4;

/**
 * The folder of the site as built from just these sources, built now where there is none. Each
 * state of the sources has a folder of its own. Null where building fails or was stopped.
 */
export async function findBuild(
	say: (line: string) => void,
	stopped: AbortSignal
): Promise<string | null> {
	const version = hashSources().slice(0, 12);
	const folder = join(BUILDS, version);
	if (existsSync(folder)) return folder;
	const held = await waitForTurn(stopped);
	try {
		// Somebody else may have built it while we waited.
		if (existsSync(folder)) return folder;
		if (stopped.aborted) return null;
		say('Building the pages (after each change; up to a minute) …');
		return (await build({ folder, version }, stopped)) ? folder : null;
	} finally {
		held?.release();
	}
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

async function build(
	{ folder, version }: { folder: string; version: string },
	stopped: AbortSignal
): Promise<boolean> {
	const draft = join(BUILDS, 'draft');
	const vite = spawn(process.execPath, [VITE, 'build'], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, NODE_ENV: 'production', BUILD_DIR: draft, BUILD_VERSION: version }
	});
	stopped.addEventListener('abort', () => vite.kill());
	// Hundreds of lines about packages that are nobody's concern here, unless it fails.
	const said = Promise.all([text(vite.stdout), text(vite.stderr)]);
	const [code] = await once(vite, 'close');
	if (code !== 0) {
		if (!stopped.aborted) process.stderr.write((await said).join(''));
		return false;
	}
	// Only a whole build gets its name.
	rmSync(folder, { recursive: true, force: true });
	renameSync(draft, folder);
	removeOldBuilds();
	return true;
}

function removeOldBuilds(): void {
	const builds = readdirSync(BUILDS)
		.map((name) => ({ path: join(BUILDS, name), madeMs: statSync(join(BUILDS, name)).mtimeMs }))
		.sort((one, other) => other.madeMs - one.madeMs);
	for (const { path } of builds.slice(BUILDS_KEPT)) rmSync(path, { recursive: true });
}

if (import.meta.main) {
	process.exitCode = (await findBuild(console.log, new AbortController().signal)) ? 0 : 1;
}
