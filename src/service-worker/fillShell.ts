import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { OFFLINE_PAGES } from '../lib/offline/shell/offlinePages.ts';

/** One file of the built app, as the build wrote down what it needs. */
interface BuiltFile {
	file: string;
	imports?: string[];
	dynamicImports?: string[];
	css?: string[];
	assets?: string[];
}

type BuiltFiles = Readonly<Record<string, BuiltFile>>;

/** Stands in the worker where the list goes. */
const PLACE = 'SHELL_FILES';

/** Where forms may lead is for the server to say, which knows of which hosts there are. */
const FORMS = /; form-action [^;"]*/;

/**
 * Writes into the built worker which files it keeps: those that the pages in `OFFLINE_PAGES` are drawn
 * with, and no others. `outDir` is the framework's working folder after a build. Throws where a page
 * of that list is not there.
 */
export function fillShell(outDir: string): void {
	const client = join(outDir, 'output', 'client');
	const files = shellFiles(outDir, client);
	const worker = join(client, 'service-worker.js');
	const script = readFileSync(worker, 'utf8');
	if (!script.includes(PLACE)) throw new Error(`${worker} has no place for its list of files`);
	const shell = join(outDir, 'output', 'prerendered', 'pages', 'staff', 'shell.html');
	const page = readFileSync(shell, 'utf8');
	if (!FORMS.test(page)) throw new Error(`${shell} says nothing of where forms may lead`);
	writeFileSync(shell, page.replace(FORMS, ''));
	writeFileSync(
		worker,
		script.replace(PLACE, () => JSON.stringify(files.map((file) => `/${file}`)))
	);
}

function shellFiles(outDir: string, client: string): string[] {
	const built = JSON.parse(
		readFileSync(join(client, '.vite', 'manifest.json'), 'utf8')
	) as BuiltFiles;
	const found = new Set<string>();
	const starts = Object.keys(built).filter((key) =>
		/client-optimized\/app\.js$|client\/entry\.js$/.test(key)
	);
	// These first: what was found without its later parts is not looked at again.
	for (const key of nodesOfPages(outDir)) collect(built, { key, found, follows: true });
	for (const key of starts) collect(built, { key, found, follows: false });
	return [...found, ...namedIn([...found], client)].sort();
}

/** Adds a file and everything it needs. `follows`: also what it asks for only later. */
function collect(
	built: BuiltFiles,
	{ key, found, follows }: { key: string; found: Set<string>; follows: boolean }
): void {
	const one = built[key];
	if (!one) throw new Error(`${key} is not among the built files`);
	if (found.has(one.file)) return;
	found.add(one.file);
	for (const style of one.css ?? []) found.add(style);
	// Letters that English does not have come from the server, or from another font.
	for (const asset of one.assets ?? []) if (/-latin-wght-.*\.woff2$/.test(asset)) found.add(asset);
	const next = [...(one.imports ?? []), ...(follows ? (one.dynamicImports ?? []) : [])];
	for (const other of next) collect(built, { key: other, found, follows });
}

/** The framework's file for each page of the list, and for what lies around it. */
function nodesOfPages(outDir: string): string[] {
	const folder = join(outDir, 'generated', 'client-optimized', 'nodes');
	const pages = new Set<string>(OFFLINE_PAGES);
	const nodes = readdirSync(folder).filter((name) => {
		const text = readFileSync(join(folder, name), 'utf8');
		const [, place = '', kind] = /src\/routes(\/.*?)?\/\+(page|layout|error)/.exec(text) ?? [];
		// What is left of a page that is no more is an empty file.
		if (!kind) return false;
		if (kind === 'page') return pages.delete(place);
		return OFFLINE_PAGES.some((page) => `${page}/`.startsWith(`${place}/`));
	});
	if (pages.size > 0) throw new Error(`No such pages: ${[...pages].join(', ')}`);
	return nodes.map((name) => relative('.', join(folder, name)).split(sep).join('/'));
}

/** Scripts of their own, such as a worker's, that a file of the list names. */
function namedIn(files: readonly string[], client: string): string[] {
	const texts = files
		.filter((file) => file.endsWith('.js'))
		.map((file) => readFileSync(join(client, file), 'utf8'));
	return readdirSync(join(client, '_app', 'immutable'), { recursive: true, encoding: 'utf8' })
		.filter((name) => /^workers\/.*\.js$|\.wasm$/.test(name))
		.filter((name) => texts.some((text) => text.includes(basename(name))))
		.map((name) => `_app/immutable/${name}`)
		.filter((name) => existsSync(join(client, name)));
}
