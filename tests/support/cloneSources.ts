import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Copies what a fresh clone would have, changes not yet committed included, to `folder`. Packages and
 * the built site are not part of it.
 */
export function cloneSources(folder: string): void {
	const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
		encoding: 'utf8',
		maxBuffer: 100_000_000
	});
	for (const path of listed.split('\0').filter((name) => name && existsSync(name))) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		cpSync(path, join(folder, path));
	}
}
