import type { FileDisk } from '#lib/offline/files/fileDisk.ts';
import type { KeptFile } from '#lib/offline/files/keptFile.ts';

const HOUR_MS = 3_600_000;
/** What was taken out can be put back until the device locks, which it does every day. */
const DAY_MS = 24 * HOUR_MS;

/**
 * Takes off the disk what nobody can come back to. What waits to be sent stays, however long, and so
 * does what is in a form.
 */
export async function clearLeftOver(files: FileDisk, nowMs = Date.now()): Promise<void> {
	for (const file of await files.list()) {
		if (isLeftOver(file, nowMs)) await files.change(file.fileId, () => null);
	}
}

function isLeftOver({ state, madeAtMs }: KeptFile, nowMs: number): boolean {
	switch (state.at) {
		case 'writing':
			// Its tab was closed while it was written down: nobody was told that it is here.
			return nowMs - madeAtMs > HOUR_MS;
		case 'withdrawn':
			return nowMs - (state.atMs ?? madeAtMs) > DAY_MS;
		default:
			return false;
	}
}
