/** One block of a finished letter, in reading order. */
export type LetterBlock =
	| { kind: 'title' | 'heading' | 'paragraph'; text: string }
	| { kind: 'list'; items: readonly string[] };

/**
 * The blocks of a letter, for the screen, the page of paper and the document. Lines of one
 * paragraph stay lines.
 */
export function blocksOf(text: string): readonly LetterBlock[] {
	const blocks: LetterBlock[] = [];
	let paragraph: string[] = [];
	let items: string[] = [];
	const end = (): void => {
		if (paragraph.length > 0) blocks.push({ kind: 'paragraph', text: paragraph.join('\n') });
		if (items.length > 0) blocks.push({ kind: 'list', items });
		paragraph = [];
		items = [];
	};
	for (const line of text
		.replace(/\r\n?/g, '\n')
		.split('\n')
		.map((one) => one.trim())) {
		const heading = /^(##?) (.+)$/.exec(line);
		if (heading) {
			end();
			blocks.push({ kind: heading[1] === '#' ? 'title' : 'heading', text: heading[2] ?? '' });
		} else if (line === '') end();
		else if (line.startsWith('- ')) {
			if (paragraph.length > 0) end();
			items.push(line.slice(2));
		} else {
			if (items.length > 0) end();
			paragraph.push(line);
		}
	}
	end();
	return blocks;
}

/** A letter as plain words, for a message on the site and for the checks on what is written. */
export function plainWords(text: string): string {
	return blocksOf(text)
		.map((block) =>
			block.kind === 'list' ? block.items.map((item) => `- ${item}`).join('\n') : block.text
		)
		.join('\n\n');
}
