const LONGEST_NAME = 120;

/**
 * The name of a file, fit to be shown in a list: without folders, without characters that nobody
 * sees or that turn the words after them round, and not too long. It is kept sealed, and is never
 * part of a path or a header.
 */
export function cleanName(name: string): string {
	const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
	const seen = last
		.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
		.replace(/\s+/g, ' ')
		.replace(/^[. ]+/, '')
		.trim();
	return [...seen].slice(0, LONGEST_NAME).join('');
}
