/** The least that is told of anything counted: fewer may point at one child (UK GDPR art 35; practice). */
export const FEWEST_TOLD = 5;

/** Whether a count is too small to be told: from 1 to 4. None at all tells of nobody. */
export function isTooFew(count: number): boolean {
	return count > 0 && count < FEWEST_TOLD;
}
