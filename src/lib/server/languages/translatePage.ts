import { defaultTreeAdapter as tree, parse, serialize, type DefaultTreeAdapterMap } from 'parse5';
import type { FindWords } from './pageWords.ts';
import { tidy, unitsOf, type Unit } from './units.ts';

type Element = DefaultTreeAdapterMap['element'];
type ParentNode = DefaultTreeAdapterMap['parentNode'];

/** A page in another language; or which of its texts nobody has translated, in the page's order. */
export type Translated = { html: string; missing: readonly [] } | { html: null; missing: string[] };

/** What a page is translated into. */
export interface PageLanguage {
	/** As the page says it: "ar". */
	code: string;
	direction: 'ltr' | 'rtl';
	find: FindWords;
}

/** The page in that language, whole or not at all: half a page would be taken for all of it. */
export function translatePage(html: string, { code, direction, find }: PageLanguage): Translated {
	const document = parse(html);
	const root = childOf(document, 'html');
	const titles = titleUnits(root);
	const units = [...titles, ...unitsOf(childOf(root, 'body'))];
	const found = units.map((unit) => ({ unit, words: find(unit.words) }));
	const missing = found.filter(({ unit, words }) => words === null && !unit.isCouncils);
	if (missing.length > 0) {
		return { html: null, missing: [...new Set(missing.map(({ unit }) => unit.words))] };
	}
	// From the last to the first, so that a text within another still stands where it was found.
	for (const { unit, words } of found.reverse()) {
		if (words === null) unit.leaveInEnglish();
		else unit.replace(words);
	}
	setAttribute(root, 'lang', code);
	setAttribute(root, 'dir', direction);
	return { html: serialize(document), missing: [] };
}

/** The texts of a page, for the list of them. */
export function textsOf(html: string): readonly string[] {
	const root = childOf(parse(html), 'html');
	const titles = titleUnits(root);
	return [...titles, ...unitsOf(childOf(root, 'body'))]
		.filter(({ isCouncils }) => !isCouncils)
		.map(({ words }) => words);
}

const ERROR = 'Error:';

/** "Error: What happened? - Have your say" is three texts, the last of them the council's. */
function titleUnits(root: Element): Unit[] {
	const [text] = tree.getChildNodes(childOf(childOf(root, 'head'), 'title'));
	if (!text || !tree.isTextNode(text)) return [];
	const whole = tidy(text.value);
	const isError = whole.startsWith(`${ERROR} `);
	const end = whole.lastIndexOf(' - ');
	const parts = [
		...(isError ? [{ words: ERROR, isCouncils: false }] : []),
		{
			words: whole.slice(isError ? ERROR.length + 1 : 0, end < 0 ? undefined : end),
			isCouncils: false
		},
		...(end < 0 ? [] : [{ words: whole.slice(end + 3), isCouncils: true }])
	];
	const said = parts.map(({ words }) => words);
	const put = () => {
		const [first = '', second = '', third] = isError ? said : ['', ...said];
		text.value = [[first, second].filter(Boolean).join(' '), third].filter(Boolean).join(' - ');
	};
	return parts.map((part, place) => ({
		...part,
		leaveInEnglish: () => undefined,
		replace: (words: string) => {
			said[place] = words;
			put();
		}
	}));
}

function childOf(parent: ParentNode, tagName: string): Element {
	const child = tree
		.getChildNodes(parent)
		.find((node): node is Element => tree.isElementNode(node) && node.tagName === tagName);
	if (!child) throw new NotAPage(tagName);
	return child;
}

/** The text has no such part as every page has. */
export class NotAPage extends Error {
	override name = 'NotAPage';
}

function setAttribute({ attrs }: Element, name: string, value: string): void {
	const held = attrs.find((attribute) => attribute.name === name);
	if (held) held.value = value;
	else attrs.push({ name, value });
}
