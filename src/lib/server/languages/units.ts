import { defaultTreeAdapter as tree, type DefaultTreeAdapterMap } from 'parse5';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];
type ChildNode = DefaultTreeAdapterMap['childNode'];
type ParentNode = DefaultTreeAdapterMap['parentNode'];

/**
 * One text of a page that is read, and translated, as a whole: a sentence or two, a heading, a
 * button. What stands within it is numbered: `Press <0>Leave fast</0>`, or `<1/>` where the part
 * holds no words of ours, such as a picture or what somebody typed.
 */
export interface Unit {
	words: string;
	/** Puts other words in its place, with the same numbers, in any order. */
	replace(words: string): void;
	/** Whether the council set it: where it is none of our words it is left as it is. */
	isCouncils: boolean;
	/** Says of it that it is in English, on a page that is not. */
	leaveInEnglish(): void;
}

/** What stands within a sentence, and does not end it. */
const INLINE = new Set(
	'a abbr b bdi bdo br button cite code em i img input kbd mark q s small span strong sub sup svg time u'.split(
		' '
	)
);
/** What holds no words, or none for a reader. */
const WITHOUT_WORDS = new Set(['script', 'style', 'textarea', 'svg', 'template', 'noscript']);
/** Words that are read out or shown though they stand in an attribute. */
const SPOKEN_ATTRIBUTES = ['aria-label', 'alt', 'title', 'placeholder'];

/** Every unit of a page or a part of one, in the order of the page. */
export function unitsOf(root: ParentNode): Unit[] {
	const units: Unit[] = [];
	for (const child of tree.getChildNodes(root)) collect(child, false, units);
	return units;
}

function collect(node: Node, isCouncils: boolean, units: Unit[]): void {
	if (!tree.isElementNode(node as ChildNode)) return;
	const element = node as Element;
	if (isOpaque(element)) return;
	units.push(...attributeUnits(element));
	if (WITHOUT_WORDS.has(element.tagName)) return;
	const isTheirs = isCouncils || attributeOf(element, 'data-words') === 'council';
	for (const whole of runsOf(element)) {
		const run = withoutPictures(whole);
		if (run.some(isWrittenText)) units.push(unitOf(element, run, isTheirs));
		// A part within a sentence may have words of its own to be read out.
		for (const child of run) {
			if (run.some(isWrittenText)) collectAttributes(child, units);
			else collect(child, isTheirs, units);
		}
	}
}

function collectAttributes(node: ChildNode, units: Unit[]): void {
	if (!tree.isElementNode(node) || isOpaque(node)) return;
	units.push(...attributeUnits(node));
	for (const child of tree.getChildNodes(node)) collectAttributes(child, units);
}

/** Its children in runs: what stands in one line of text together; each block is one by itself. */
function runsOf(element: Element): ChildNode[][] {
	const runs: ChildNode[][] = [];
	let isWithinLine = false;
	for (const child of tree.getChildNodes(element)) {
		if (tree.isCommentNode(child)) continue;
		const isInline = tree.isTextNode(child) || isInlinePart(child);
		if (isInline && isWithinLine) runs.at(-1)!.push(child);
		else runs.push([child]);
		isWithinLine = isInline;
	}
	return runs;
}

/** A picture before or after a text stays where it is. */
function withoutPictures(run: ChildNode[]): ChildNode[] {
	const isText = (node: ChildNode) => !isPicture(node) && !isBlank(node);
	const first = run.findIndex(isText);
	return first < 0 ? run : run.slice(first, run.findLastIndex(isText) + 1);
}

function isPicture(node: ChildNode): boolean {
	return tree.isElementNode(node) && node.tagName === 'svg';
}

function isBlank(node: ChildNode): boolean {
	return tree.isTextNode(node) && !/\S/.test(node.value);
}

function isInlinePart(node: ChildNode): boolean {
	return (
		tree.isElementNode(node) &&
		INLINE.has(node.tagName) &&
		(node.tagName === 'svg' ||
			tree
				.getChildNodes(node)
				.every(
					(child) => tree.isTextNode(child) || tree.isCommentNode(child) || isInlinePart(child)
				))
	);
}

function isWrittenText(node: ChildNode): boolean {
	return tree.isTextNode(node) && /\p{L}/u.test(node.value);
}

/** What is nobody's to translate: somebody's own words, the code, another language. */
function isOpaque(element: Element): boolean {
	return attributeOf(element, 'translate') === 'no' || attributeOf(element, 'lang') !== null;
}

function unitOf(parent: Element, run: readonly ChildNode[], isCouncils: boolean): Unit {
	const parts: Element[] = [];
	return {
		words: tidy(run.map((node) => writeOut(node, parts)).join('')),
		isCouncils,
		leaveInEnglish: () => inEnglish(parent),
		replace: (words) => {
			const after = nextSiblingOf(run.at(-1)!, parent);
			const nodes = readIn(words, parts);
			for (const node of run) tree.detachNode(node);
			for (const node of nodes) {
				if (after) tree.insertBefore(parent, node, after);
				else tree.appendChild(parent, node);
			}
		}
	};
}

function inEnglish(element: Element): void {
	element.attrs.push({ name: 'lang', value: 'en' }, { name: 'dir', value: 'ltr' });
}

function nextSiblingOf(node: ChildNode, parent: Element): ChildNode | null {
	const children = tree.getChildNodes(parent);
	return children[children.indexOf(node) + 1] ?? null;
}

function writeOut(node: ChildNode, parts: Element[]): string {
	if (tree.isTextNode(node)) return escapeMarks(node.value);
	if (!tree.isElementNode(node)) return '';
	const place = parts.push(node) - 1;
	const isEmpty = isOpaque(node) || WITHOUT_WORDS.has(node.tagName);
	const within = isEmpty
		? ''
		: tree
				.getChildNodes(node)
				.map((child) => writeOut(child, parts))
				.join('');
	return within.trim() === '' ? `<${place}/>` : `<${place}>${within}</${place}>`;
}

/** Less-than signs of the text itself, so that none is taken for one of a number. */
function escapeMarks(text: string): string {
	return text.replaceAll('<', '‹');
}

/** One space for any white space, none at the ends. */
export function tidy(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

const MARK = /<(\/?)(\d+)(\/?)>/g;

/** The nodes that these words stand for, the numbered parts being the page's own. */
function readIn(words: string, parts: readonly Element[]): ChildNode[] {
	const top: ChildNode[] = [];
	const open: Element[] = [];
	const add = (node: ChildNode) => {
		const parent = open.at(-1);
		if (parent) tree.appendChild(parent, node);
		else top.push(node);
	};
	let from = 0;
	for (const { 0: mark, 1: closes, 2: place, 3: isEmpty, index } of words.matchAll(MARK)) {
		if (index > from) add(textNode(words.slice(from, index)));
		from = index + mark.length;
		if (closes) open.pop();
		else {
			const part = parts[Number(place)];
			if (!part) continue;
			tree.detachNode(part);
			if (!isEmpty) for (const child of [...tree.getChildNodes(part)]) tree.detachNode(child);
			add(part);
			if (!isEmpty) open.push(part);
		}
	}
	if (from < words.length) add(textNode(words.slice(from)));
	return top;
}

function textNode(value: string): ChildNode {
	return { nodeName: '#text', value, parentNode: null };
}

function attributeUnits(element: Element): Unit[] {
	return element.attrs
		.filter((attribute) => isSpoken(element, attribute.name))
		.flatMap((attribute) =>
			/\p{L}/u.test(attribute.value)
				? [
						{
							words: tidy(attribute.value),
							isCouncils: false,
							leaveInEnglish: () => undefined,
							replace: (words: string) => (attribute.value = words)
						}
					]
				: []
		);
}

function isSpoken({ tagName, attrs }: Element, name: string): boolean {
	if (SPOKEN_ATTRIBUTES.includes(name)) return true;
	const isButton = attrs.some((one) => one.name === 'type' && /^(submit|button)$/.test(one.value));
	return name === 'value' && tagName === 'input' && isButton;
}

function attributeOf({ attrs }: Element, name: string): string | null {
	return attrs.find((attribute) => attribute.name === name)?.value ?? null;
}
