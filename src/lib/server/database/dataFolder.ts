import { chmodSync, existsSync, mkdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The data folder cannot be used as it is; `message` says why, for the person at the terminal. */
export class DataFolderRefused extends Error {
	override name = 'DataFolderRefused';
}

/**
 * Makes the data folder where it is missing and checks that it can be written, and so can the
 * place of the master key beside it where there is no key yet. Where one cannot, nothing that
 * was made on the way is left behind.
 */
export function prepareDataFolder(folder: string, keyFile: string | null = null): string {
	const path = resolve(folder);
	const made: string[] = [];
	try {
		makeFolder(path, made);
		if (keyFile && !existsSync(keyFile)) {
			tryWriting(dirname(keyFile), `The master key could not be written to ${keyFile}`);
		}
		return path;
	} catch (error) {
		if (made[0]) rmSync(made[0], { recursive: true, force: true });
		throw error;
	}
}

function makeFolder(path: string, made: string[]): void {
	const trouble = `The data folder ${path} cannot be written`;
	try {
		for (const missing of missingFolders(path)) {
			mkdirSync(missing);
			made.push(missing);
		}
		// As root the database runs as another user, who must be able to pass through.
		if (made.length > 0) chmodSync(path, process.getuid?.() === 0 ? 0o711 : 0o700);
	} catch (error) {
		throw refusal(trouble, error);
	}
	tryWriting(path, trouble);
}

function tryWriting(folder: string, trouble: string): void {
	const probe = join(folder, `.probe-${process.pid}`);
	try {
		writeFileSync(probe, '');
		unlinkSync(probe);
	} catch (error) {
		throw refusal(trouble, error);
	}
}

function refusal(trouble: string, error: unknown): DataFolderRefused {
	return new DataFolderRefused(
		`${trouble}: ${whyNotWritten(error as NodeJS.ErrnoException)}. ` +
			'Choose another place with DATA_DIR or MASTER_KEY_FILE, or give this user the right to write there. Nothing was changed.'
	);
}

/** The folders on the way to `path` that are not there yet, outermost first. */
function missingFolders(path: string): string[] {
	// Not by `recursive`: Node tries for ever where a file system takes no folders, as /proc.
	if (existsSync(path)) return [];
	const above = dirname(path);
	return above === path ? [] : [...missingFolders(above), path];
}

/** Why a file or a folder could not be written, in words. */
export function whyNotWritten(error: NodeJS.ErrnoException): string {
	switch (error.code) {
		case 'EACCES':
		case 'EPERM':
			return 'permission denied';
		case 'EROFS':
			return 'the disk is read-only';
		case 'ENOSPC':
			return 'the disk is full';
		case 'ENOENT':
			return 'the place does not exist and cannot be made';
		case 'ENOTDIR':
		case 'EEXIST':
			return 'something that is not a folder is in the way';
		default:
			return error.message;
	}
}
