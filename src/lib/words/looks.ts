/** What of a case somebody looked at, from the code that was written down. */
export function lookWords(what: string): string {
	switch (what) {
		case 'again':
			return 'The case, again after doing something';
		case 'answer':
			return 'The answer';
		case 'papers':
			return 'Its papers';
		case 'document':
			return 'A document, taken away';
		case 'file':
			return 'A recording or a picture';
		case 'advocate':
			return 'What they share with their advocate';
		default:
			return 'The case';
	}
}
