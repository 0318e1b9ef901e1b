import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGE_OF_CHANNEL } from '#lib/intake/questions/reach.ts';
import { MORE_TASKS } from '#lib/words/public/more.ts';
import { STEP_IDS } from '#lib/intake/steps.ts';

const PUBLIC = join('src', 'routes', '(public)');
/** The pages each address with a gap stands for, by the folder it is in. */
const FILLED: Readonly<Record<string, readonly string[]>> = {
	'more/[task]': MORE_TASKS.map((task) => `more/${task}`),
	's/[step]': STEP_IDS.map((step) => `s/${step}`),
	'my/answer/[stage]': ['my/answer/2', 'my/answer/3'],
	'my/reach/[page]': Object.values(PAGE_OF_CHANNEL).map((page) => `my/reach/${page}`),
	'[...elsewhere]': ['nowhere']
};

/** The path of every public page on disk. */
export function publicPages(): string[] {
	return foldersWith('+page.svelte').flatMap((folder) =>
		(FILLED[folder] ?? [folder]).map((path) => `/${path}`)
	);
}

/** Every form action of the public side on disk, such as `/my/messages?/send`. */
export function publicActions(): string[] {
	return foldersWith('+page.server.ts').flatMap((folder) => {
		const source = readFileSync(join(PUBLIC, folder, '+page.server.ts'), 'utf8');
		const [, actions = ''] = /^export const actions\b[^{]*\{\n([^]*?)^\};/m.exec(source) ?? [];
		return [...actions.matchAll(/^\t(\w+)\b/gm)].map(([, name]) =>
			name === 'default' ? `/${folder}` : `/${folder}?/${name}`
		);
	});
}

function foldersWith(file: string): string[] {
	return readdirSync(PUBLIC, { recursive: true, withFileTypes: true })
		.filter(({ name }) => name === file)
		.map(({ parentPath }) => parentPath.slice(PUBLIC.length + 1).replaceAll('\\', '/'));
}
