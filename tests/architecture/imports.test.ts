import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which rooms a room may import from, besides itself. Packages are named after `npm:`. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
	domain: [],
	wire: ['domain', 'npm:zod'],
	words: ['domain', 'npm:syllable', 'npm:zod'],
	intake: ['domain', 'words', 'npm:zod'],
	letters: ['domain', 'words'],
	components: ['domain', 'words', 'intake', 'letters', 'wire', 'npm:svelte'],
	offline: [
		'domain',
		'wire',
		'npm:@hpke/core',
		'npm:hash-wasm',
		'npm:idb',
		'npm:svelte',
		'npm:workbox-window',
		'npm:zod'
	],
	server: ['domain', 'wire', 'words', 'intake', 'letters', 'migrations', 'npm:*'],
	migrations: ['npm:kysely']
};

/** What the rules may not touch: they get the day, the role and the holidays handed in. */
const NOT_IN_DOMAIN = [
	/\bDate\.now\b/,
	/\bnew Date\(\s*\)/,
	/\bMath\.random\b/,
	/\bfetch\(/,
	/\bcrypto\b/,
	/\bprocess\./,
	/\bTemporal\b/
];

interface SourceFile {
	path: string;
	room: string;
	text: string;
}

const files = [...filesBelow('src/lib'), ...filesBelow('migrations')]
	.filter((path) => /\.(ts|js|svelte)$/.test(path))
	.map((path): SourceFile => ({ path, room: roomOf(path), text: readFileSync(path, 'utf8') }));

describe('the rooms', () => {
	it('are all named in the table', () => {
		const unknown = [...new Set(files.map((file) => file.room))].filter(
			(room) => !MAY_IMPORT[room]
		);
		expect(unknown).toEqual([]);
	});

	it('import only in the directions of the table', () => {
		const wrong = files.flatMap((file) =>
			importsOf(file)
				.map((specifier) => ({ specifier, target: targetOf(file, specifier) }))
				.filter(({ target }) => !isAllowed(file.room, target))
				.map(({ specifier }) => `${file.path} imports ${specifier}`)
		);
		expect(wrong).toEqual([]);
	});

	it('keep clocks, chance and the network out of the rules', () => {
		const wrong = files
			.filter((file) => file.room === 'domain')
			.flatMap((file) =>
				NOT_IN_DOMAIN.filter((pattern) => pattern.test(withoutComments(file.text))).map(
					(pattern) => `${file.path} has ${pattern.source}`
				)
			);
		expect(wrong).toEqual([]);
	});

	it('never use the names that only a build understands', () => {
		const wrong = files
			.filter((file) => importsOf(file).some((specifier) => /^\$(lib|env|app)/.test(specifier)))
			.map((file) => file.path);
		expect(wrong).toEqual([]);
	});
});

describe('pages', () => {
	it('reach the server only from server files', () => {
		const wrong = filesBelow('src/routes')
			.filter(
				(path) =>
					/\.(ts|svelte)$/.test(path) &&
					!/\+(page|layout)\.server\.ts$|\+server\.ts$|\.server\.ts$/.test(path)
			)
			.filter((path) => /from '#lib\/server\//.test(readFileSync(path, 'utf8')))
			.filter((path) => !/import type [^;]*from '#lib\/server\//.test(readFileSync(path, 'utf8')));
		expect(wrong).toEqual([]);
	});
});

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

function roomOf(path: string): string {
	const parts = path.split('/');
	return parts[0] === 'migrations' ? 'migrations' : (parts[2] ?? '');
}

function importsOf(file: SourceFile): string[] {
	const found = file.text.matchAll(
		/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]/g
	);
	const bare = file.text.matchAll(/(?:^|\n)\s*import\s*\(?\s*['"]([^'"]+)['"]/g);
	return [...found, ...bare].map((match) => match[1] ?? '');
}

function targetOf(file: SourceFile, specifier: string): string {
	if (specifier.startsWith('#lib/')) return specifier.split('/')[1] ?? '';
	if (specifier.startsWith('#migrations/')) return 'migrations';
	if (specifier.startsWith('.')) {
		return roomOf(relative('.', resolve(dirname(file.path), specifier)));
	}
	const name = specifier.startsWith('@')
		? specifier.split('/').slice(0, 2).join('/')
		: specifier.split('/')[0];
	return `npm:${name}`;
}

function isAllowed(room: string, target: string): boolean {
	const allowed = MAY_IMPORT[room] ?? [];
	return (
		target === room ||
		allowed.includes(target) ||
		(target.startsWith('npm:') && allowed.includes('npm:*'))
	);
}

function withoutComments(text: string): string {
	return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
