import { parse, type AST } from 'svelte/compiler';

/** Elements inside a sentence; everything else starts a text of its own. */
const INLINE = new Set(['a', 'b', 'span', 'strong', 'em', 'i', 'code']);
/** Attributes whose value a person reads. */
const READ = new Set([
	'words',
	'heading',
	'hint',
	'before',
	'linkWords',
	'label',
	'title',
	'aria-label'
]);

/**
 * The texts written in a component, one for each block: its paragraphs, headings and rows, and
 * the attributes a person reads. What is filled in stands as a date, so that sentences stay whole.
 */
export function staticTexts(source: string): readonly string[] {
	const texts: string[] = [];
	let current = '';
	const end = (): void => {
		const text = current.replace(/\s+/g, ' ').trim();
		if (/\p{L}.*\s.*\p{L}/u.test(text)) texts.push(text);
		current = '';
	};
	const visit = (node: AST.SvelteNode): void => {
		if (node.type === 'Text') current += node.data;
		else if (node.type === 'ExpressionTag') current += ' Monday 15 June ';
		else if (node.type === 'RegularElement' && INLINE.has(node.name)) visitAll(node.fragment.nodes);
		else {
			end();
			texts.push(...readAttributes(node));
			for (const fragment of fragmentsOf(node)) {
				visitAll(fragment.nodes);
				end();
			}
		}
	};
	const visitAll = (nodes: readonly AST.SvelteNode[]): void => nodes.forEach(visit);
	visitAll(parse(source, { modern: true }).fragment.nodes);
	end();
	return texts;
}

function readAttributes(node: AST.SvelteNode): string[] {
	const { attributes = [] } = node as { attributes?: readonly AST.Attribute[] };
	return attributes.flatMap((attribute) => {
		if (attribute.type !== 'Attribute' || !READ.has(attribute.name)) return [];
		if (!Array.isArray(attribute.value)) return [];
		const parts = attribute.value.map((part) =>
			part.type === 'Text' ? part.data : 'Monday 15 June'
		);
		const text = parts.join('');
		return text.includes(' ') ? [text] : [];
	});
}

/** The parts of an element or of a block such as `{#if}` that hold more to read. */
function fragmentsOf(node: AST.SvelteNode): AST.Fragment[] {
	const parts = ['fragment', 'body', 'consequent', 'alternate', 'fallback', 'pending', 'then'];
	const held = node as unknown as Record<string, AST.Fragment | null | undefined>;
	return parts.flatMap((part) => {
		const fragment = held[part];
		return fragment?.type === 'Fragment' ? [fragment] : [];
	});
}
