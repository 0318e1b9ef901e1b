import { z } from 'zod';

/**
 * One of `values` that somebody has to choose; `sentence` where they did not.
 *
 * Not an enum: the reader of forms would take its first value where nothing was chosen, and a
 * decision would stand that nobody made.
 */
export function chosenFrom<const Value extends string>(values: readonly Value[], sentence: string) {
	return z.custom<Value>((value) => values.some((one) => one === value), sentence);
}
