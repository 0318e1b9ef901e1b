import { linkSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';
import { whyNotWritten } from '#lib/server/database/dataFolder.ts';
import { fsyncFolder } from '#lib/server/keys/openMasterKeys.ts';

/**
 * Writes a file that its owner alone may read, beside its place and then into it: whoever looks
 * meets the whole file, on the disk, or none. Unless `replaces`, a file that is there stays.
 * Throws `BackupRefused` where it cannot be written, and leaves nothing behind.
 */
export async function writeWholeFile(
	file: string,
	chunks: AsyncIterable<Uint8Array>,
	{ replaces }: { replaces: boolean }
): Promise<void> {
	const beside = `${file}.${process.pid}.part`;
	try {
		await naming(file, () => rmSync(beside, { force: true }));
		await writeAll(file, beside, chunks);
		await naming(file, () => {
			if (replaces) renameSync(beside, file);
			else linkSync(beside, file);
			fsyncFolder(dirname(file));
		});
	} finally {
		rmSync(beside, { force: true });
	}
}

async function writeAll(
	file: string,
	beside: string,
	chunks: AsyncIterable<Uint8Array>
): Promise<void> {
	const handle = await naming(file, () => open(beside, 'wx', 0o600));
	try {
		for await (const chunk of chunks) await naming(file, () => handle.appendFile(chunk));
		await naming(file, () => handle.sync());
	} finally {
		await handle.close();
	}
}

/** What the disk says, in words; what goes wrong while the words are read stays what it is. */
async function naming<Result>(file: string, act: () => Result | Promise<Result>): Promise<Result> {
	try {
		return await act();
	} catch (cause) {
		const reason = whyNotWritten(cause as NodeJS.ErrnoException);
		throw new BackupRefused(`${file} could not be written: ${reason}. Nothing was left behind.`, {
			cause
		});
	}
}
