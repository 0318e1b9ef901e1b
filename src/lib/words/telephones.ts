/** A telephone number that is not torn at the end of a line, in the middle of a sentence. */
export function wholeNumber(telephone: string): string {
	return telephone.replaceAll(' ', '\u00a0');
}

/** A number that is nobody's, to show how one is typed. */
export const EXAMPLE_NUMBER = wholeNumber('07700 900 982');
