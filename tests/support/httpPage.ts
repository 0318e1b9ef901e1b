/** One field of a form, as a browser would send it. */
export interface HttpField {
	kind: 'radio' | 'checkbox' | 'line' | 'area' | 'hidden';
	name: string;
	value: string;
	isChosen: boolean;
	/** The keyboard a phone would show, such as `tel`. */
	input: string;
}

/** The first form in `<main>`, with its buttons in the order of the page. */
export interface HttpForm {
	fields: readonly HttpField[];
	buttons: readonly { words: string; name: string; value: string }[];
}

/** The first form in the page's `<main>`; null where there is none. */
export function findForm(html: string): HttpForm | null {
	const main = /<main\b[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? '';
	const form = /<form\b[^>]*>([\s\S]*?)<\/form>/.exec(main)?.[1];
	if (form === undefined) return null;
	return {
		fields: [...form.matchAll(/<(input|textarea)\b([^>]*)>/g)].map(([, tag, tail]) =>
			readField(tag === 'textarea', attributesOf(tail ?? ''))
		),
		buttons: [...form.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(([, tail, inner]) => {
			const { name = '', value = '' } = attributesOf(tail ?? '');
			return { words: textOf(inner ?? ''), name, value };
		})
	};
}

/** The six words where the page shows them. */
export function findCode(html: string): string | null {
	const shown = /\bid="code"[^>]*>([\s\S]*?)<\/[a-z]+>/.exec(html)?.[1];
	return shown === undefined ? null : textOf(shown);
}

/** Where the first link with these words leads; null where there is none. */
export function findLink(html: string, words: string): string | null {
	for (const [, tail, inner] of html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)) {
		if (textOf(inner ?? '') === words) return attributesOf(tail ?? '').href ?? null;
	}
	return null;
}

function readField(isArea: boolean, attributes: Record<string, string>): HttpField {
	const { name = '', value = '', type = 'text', inputmode = '' } = attributes;
	const kind = isArea
		? 'area'
		: type === 'radio' || type === 'checkbox' || type === 'hidden'
			? type
			: 'line';
	return { kind, name, value, isChosen: 'checked' in attributes, input: inputmode };
}

function attributesOf(tail: string): Record<string, string> {
	return Object.fromEntries(
		[...tail.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [
			name ?? '',
			decode(value ?? '')
		])
	);
}

function textOf(html: string): string {
	return decode(html.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ''))
		.replace(/\s+/g, ' ')
		.trim();
}

function decode(text: string): string {
	return text
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}
