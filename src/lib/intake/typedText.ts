/**
 * The most that one box takes, in characters as a reader counts them: an emoji is one. Far more
 * than anybody writes; it is there so that a page can say so instead of breaking.
 */
export const LONGEST_TEXT = 100_000;
/** What is said of more than that. */
export const TOO_MUCH = 'That is too much for one go. Make it shorter. You can add more later';

/** The most a name may have. */
export const LONGEST_NAME = 100;

/** The most an address or a line may have. */
export const LONGEST_LINE = 500;

// Line breaks and tabs stay; other control characters show nothing and break what reads them.
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** What was typed, with one kind of line break and without characters that nobody can type. */
export function cleanText(typed: string): string {
	return typed.replace(/\r\n?/g, '\n').replace(CONTROLS, '');
}

/** Whether `text` has at most `most` characters, an emoji or a letter with its marks being one. */
export function isWithin(text: string, most: number): boolean {
	if (text.length <= most) return true;
	let count = 0;
	const characters = new Intl.Segmenter('en').segment(text)[Symbol.iterator]();
	while (!characters.next().done) {
		count += 1;
		if (count > most) return false;
	}
	return true;
}

/** A telephone number in whatever way people write one: 7 to 20 figures, kept as typed. */
export function isTelephone(typed: string): boolean {
	const figures = typed.match(/\p{Nd}/gu)?.length ?? 0;
	return (
		figures >= 7 &&
		figures <= 20 &&
		/^[\p{Nd}\s()+./-]+(?:\s*(?:ext|x)\.?\s*\p{Nd}+)?$/iu.test(typed)
	);
}

/** An e-mail address, as far as one can tell by looking: at most 254 characters. */
export function isEmail(typed: string): boolean {
	return typed.length <= 254 && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(typed);
}
