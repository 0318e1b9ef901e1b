/** A telephone number that is not torn at the end of a line, in the middle of a sentence. */
export function wholeNumber(telephone: string): string {
	return telephone.replaceAll(' ', '\u00a0');
}
