import { z } from 'zod';
import { isWithin } from '#lib/intake/typedText.ts';

/** A text that may be blank, up to `most` characters; `tooLong` is the sentence where it is not. */
export function textUpTo(most: number, tooLong: string) {
	return z
		.string()
		.default('')
		.refine((text) => isWithin(text, most), tooLong);
}
