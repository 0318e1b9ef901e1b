import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importContext } from '#lib/server/history/importContext.ts';
import { importRegister, type RegisterImported } from '#lib/server/history/importRegister.ts';
import { findingWords } from '#lib/words/findings.ts';
import { withCommandLineDatabase } from './commandLineDatabase.ts';

const USAGE = `Usage:
  say-so import FILE.jsonl [--context FILE.json] [--skip-bad] [--format json]
One old record a line, in JSON. With a bad line nothing is imported, unless --skip-bad.
Importing the same file again imports nothing twice.
`;

interface Asked {
	file: string;
	context: string | undefined;
	skipBad: boolean;
	isJson: boolean;
}

/**
 * The `import` command: brings a council's old register over. Gives the exit code: 0, 1 where a
 * line was bad or a file could not be read, 2 where the command was not understood.
 */
export async function runImport(args: string[]): Promise<number> {
	const asked = readArguments(args);
	if (!asked) {
		process.stderr.write(USAGE);
		return 2;
	}
	for (const file of [asked.file, asked.context]) {
		if (file !== undefined && !existsSync(file)) {
			process.stderr.write(`There is no file ${file}.\n`);
			return 1;
		}
	}
	return withCommandLineDatabase('say-so import', async (service) => {
		const result = await importRegister(service, asked.file, {
			skipBad: asked.skipBad,
			onProgress: (records) => process.stderr.write(`${records} records read …\n`)
		});
		const names = result.done && asked.context ? await importContext(service, asked.context) : null;
		if (names && !names.done) process.stderr.write(`${asked.context} ${names.reason}.\n`);
		for (const { line, reason } of result.bad) process.stderr.write(`Line ${line}: ${reason}\n`);
		process.stdout.write(asked.isJson ? `${JSON.stringify(result)}\n` : toText(result));
		return result.bad.length > 0 || names?.done === false ? 1 : 0;
	});
}

function toText(result: RegisterImported): string {
	if (!result.done) {
		return `Nothing was imported: ${count(result.bad.length, 'bad line')}. Mend the file, or pass over them with --skip-bad.\n`;
	}
	const kinds = Object.entries(result.byKind).map(([kind, number]) => `  ${kind}: ${number}`);
	const findings = Object.entries(result.findings).map(
		([code, ids]) => `  ${ids.length} · ${findingWords(code)}: ${shortList(ids)}`
	);
	return [
		`Imported ${count(result.imported, 'record')}, ${count(result.strands, 'strand')}. Here already: ${result.alreadyHere}.`,
		...kinds,
		findings.length > 0
			? 'Rules of today would have refused, or do not know:'
			: 'Nothing in them would be refused today.',
		...findings,
		''
	].join('\n');
}

function shortList(ids: readonly string[]): string {
	const shown = ids.slice(0, 5).join(', ');
	return ids.length > 5 ? `${shown} and ${ids.length - 5} more` : shown;
}

function count(number: number, what: string): string {
	return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function readArguments(args: string[]): Asked | null {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				context: { type: 'string' },
				'skip-bad': { type: 'boolean', default: false },
				format: { type: 'string', default: 'text' }
			}
		});
		const [file, ...more] = positionals;
		if (!file || more.length > 0 || !['text', 'json'].includes(values.format)) return null;
		const { context, format } = values;
		return { file, context, skipBad: values['skip-bad'], isJson: format === 'json' };
	} catch {
		return null;
	}
}
