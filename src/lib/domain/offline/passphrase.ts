/** A passphrase opens what lies on a device to whoever guesses it, so it is long. */

export const LEAST_WORDS = 5;
export const LEAST_LENGTH = 20;
/** Twenty times the same key, or the same word, is no passphrase. */
const LEAST_DIFFERENT_LETTERS = 8;

/** Whether a passphrase will do, and how far it is from that. */
export interface PassphraseJudged {
	isLongEnough: boolean;
	/** Different words, by the spaces between them. */
	words: number;
	/** Letters, figures and signs, without spaces at the ends. */
	length: number;
}

/**
 * At least five different words, or twenty letters and signs of which eight differ. A PIN is
 * neither, and opens nothing.
 *
 * Source: security 3.2.
 */
export function judgePassphrase(typed: string): PassphraseJudged {
	const passphrase = plainPassphrase(typed);
	const words = new Set(passphrase.split(' ').filter((word) => word.length > 1)).size;
	const letters = [...passphrase];
	const differ = new Set(letters).size >= LEAST_DIFFERENT_LETTERS;
	return {
		isLongEnough: differ && (words >= LEAST_WORDS || letters.length >= LEAST_LENGTH),
		words,
		length: letters.length
	};
}

/**
 * The passphrase as it counts: small letters, one space between words, the same signs on every
 * keyboard. A tablet that begins with a capital letter, or adds a space, still opens.
 */
export function plainPassphrase(typed: string): string {
	return typed.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();
}
