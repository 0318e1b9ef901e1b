/** What a child picks or types, by the field's name; the first option where nothing is said. */
type Said = Readonly<Record<string, readonly string[]>>;

/**
 * What a child has to read on a page of the form to go on: its heading and the headings of its
 * parts, each question, the answer they pick, and the button they press; of the home page the
 * sentence under its heading and the door; of the last page the card with the six words. Hints
 * and what stands below a heading are for whoever wonders.
 */
export function readToGoOn(main: string, said: Said): string {
	const card = /[\s\S]*id="code"[\s\S]*?<\/p><\/div>[\s\S]*?<\/p>/.exec(main)?.[0];
	if (card !== undefined) return textOf(card);
	const isHome = main.includes('class="doors"');
	return [
		...all(main, /<h[12][^>]*>([\s\S]*?)<\/h[12]>/g).slice(0, isHome ? 1 : undefined),
		...(isHome ? all(main, /class="lead">([\s\S]*?)<\/p>/g) : []),
		...all(main, /<(?:legend|label) class="label"[^>]*>([\s\S]*?)<\/(?:legend|label)>/g),
		...pickedOn(main, said),
		all(main, /<(?:button class="button"|a class="door")[^>]*>([\s\S]*?)<\/(?:button|a)>/g)[0] ?? ''
	]
		.map(textOf)
		.join(' ');
}

/** What they type into the fields of a page. */
export function typedOn(main: string, said: Said): string {
	return [...main.matchAll(/<(input|textarea)\b([^>]*)>/g)]
		.filter(([, , tail]) => !/type="(?:radio|checkbox|hidden|file)"/.test(tail ?? ''))
		.map(([, tag, tail]) => {
			const name = /name="([^"]*)"/.exec(tail ?? '')?.[1] ?? '';
			if (name in said) return said[name]!.join(' ');
			if (tag === 'textarea') return '';
			return /inputmode="tel"/.test(tail ?? '') ? '07700900982' : 'Jay';
		})
		.join('');
}

/** How many answers and buttons they press on a page. */
export function pressedOn(main: string): number {
	return groupsOf(main).size + 1;
}

/** How many words there are. */
export function wordsOf(text: string): number {
	return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0;
}

/** The label of one answer to each question. */
function pickedOn(main: string, said: Said): string[] {
	return [...groupsOf(main)].map(([name, options]) => {
		const picked = options.find(({ value }) => said[name]?.includes(value)) ?? options[0]!;
		return picked.label;
	});
}

function groupsOf(main: string): Map<string, { value: string; label: string }[]> {
	const groups = new Map<string, { value: string; label: string }[]>();
	const rows = main.matchAll(
		/type="(?:radio|checkbox)" name="([^"]*)" id="[^"]*" value="([^"]*)"[^>]*>\s*<label[^>]*>([\s\S]*?)<\/label>/g
	);
	for (const [, name = '', value = '', label = ''] of rows) {
		groups.set(name, [...(groups.get(name) ?? []), { value, label }]);
	}
	return groups;
}

function all(main: string, pattern: RegExp): string[] {
	return [...main.matchAll(pattern)].map(([, inner]) => inner ?? '');
}

function textOf(html: string): string {
	return html.replace(/<[^>]*>/g, ' ').replaceAll('&#39;', '’');
}
