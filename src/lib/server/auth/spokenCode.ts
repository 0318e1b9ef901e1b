import { randomInt } from 'node:crypto';

/** Letters and figures that are not mistaken for each other. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code of twelve letters and figures, some 58 bits, in three groups: 'K7MP-2QTX-9WHA'. */
export function makeSpokenCode(): string {
	const code = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
	return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}

/** The code as it was made, whatever the case, spaces and hyphens it was typed with. */
export function plainCode(typed: string): string {
	return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
