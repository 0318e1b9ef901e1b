import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the built site is made of. The command line itself is not part of it. */
const SOURCES = [
	'src',
	'static',
	'migrations',
	'package-lock.json',
	'package.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];
const NOT_BUILT = join('src', 'cli');

/** A word that changes whenever anything the built site is made of changes. */
export function hashSources(): string {
	const hash = createHash('sha256');
	for (const path of SOURCES.flatMap(filesAt).sort()) {
		hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
	}
	return hash.digest('hex');
}

function filesAt(path: string): string[] {
	if (!existsSync(path) || path === NOT_BUILT) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path).flatMap((name) => filesAt(join(path, name)));
}
