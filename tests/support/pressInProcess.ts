import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterMap } from 'parse5';
import type { Filled } from './childAtPage.ts';
import type { Answer, SiteInProcess } from './siteInProcess.ts';

type Element = DefaultTreeAdapterMap['element'];

/** What is chosen or typed on a page, by the words beside it, and the button that is pressed. */
export interface Pressed {
	path: string;
	cookie: string;
	filled: Filled;
	button: string;
}

/** Presses a button of a page as a browser without scripts would, and gives what was answered. */
export async function pressInProcess(
	site: SiteInProcess,
	{ path, cookie, filled, button }: Pressed
): Promise<Answer> {
	const { text } = await site.ask(path, { cookie });
	const page = allOf(parse(text));
	const form = page.find(
		(one) => one.tagName === 'form' && allOf(one).some((part) => isButton(part, button))
	);
	if (!form) throw new Error(`${path} has no button "${button}"`);
	const action = attributeOf(form, 'action') ?? '';
	return site.ask(
		action.startsWith('?') || action === '' ? path.replace(/\?.*/, '') + action : action,
		{
			cookie,
			form: fieldsOf(form, { filled, button })
		}
	);
}

function fieldsOf(
	form: Element,
	{ filled, button }: Pick<Pressed, 'filled' | 'button'>
): Record<string, string> {
	const parts = allOf(form);
	const sent = parts.filter((part) => {
		const type = attributeOf(part, 'type');
		const isChosen = attributeOf(part, 'checked') !== null;
		return type === 'hidden' || isChosen || isButton(part, button);
	});
	const told = filled.map((one) => {
		const [label, typed] = typeof one === 'string' ? [one, null] : one;
		const id = parts.find((part) => part.tagName === 'label' && wordsOf(part) === label);
		const field = parts.find(
			(part) => part.tagName !== 'label' && attributeOf(part, 'id') === attributeOf(id!, 'for')
		);
		return [
			attributeOf(field!, 'name') ?? '',
			typed ?? attributeOf(field!, 'value') ?? ''
		] as const;
	});
	return Object.fromEntries([
		...sent.map((part) => [attributeOf(part, 'name') ?? '', attributeOf(part, 'value') ?? '']),
		...told
	]);
}

function isButton(part: Element, words: string): boolean {
	return part.tagName === 'button' && wordsOf(part) === words;
}

function allOf(node: DefaultTreeAdapterMap['parentNode']): Element[] {
	return tree
		.getChildNodes(node)
		.flatMap((child) => (tree.isElementNode(child) ? [child, ...allOf(child)] : []));
}

function wordsOf(element: Element): string {
	const read = (node: DefaultTreeAdapterMap['node']): string =>
		tree.isTextNode(node)
			? node.value
			: 'childNodes' in node
				? node.childNodes.map(read).join('')
				: '';
	return read(element).replace(/\s+/g, ' ').trim();
}

function attributeOf({ attrs }: Element, name: string): string | null {
	return attrs.find((attribute) => attribute.name === name)?.value ?? null;
}
