/** Looks of advocates: they see what the child lets them, and are none of the council's people. */
const ADVOCATES_LOOKS: readonly string[] = ['advocate', 'advocateFile'];

/** Whether it was the child's advocate who looked. */
export function isAdvocatesLook(what: string): boolean {
	return ADVOCATES_LOOKS.includes(what);
}

/** "Seen by 2 people." An advocate is on the child's side, and is said to be one. */
export function seenWords({ people, advocates }: { people: number; advocates: number }): string {
	const staff = people === 1 ? '1 person' : `${people} people`;
	if (advocates === 0) return `Seen by ${staff}.`;
	return `Seen by ${staff} and ${advocates === 1 ? '1 advocate' : `${advocates} advocates`}.`;
}

/** What of a case somebody looked at, from the code that was written down. */
export function lookWords(what: string): string {
	switch (what) {
		case 'again':
			return 'The case, again after doing something';
		case 'device':
			return 'The case, to read with no signal';
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
		case 'advocateFile':
			return 'A recording, a picture or a paper they share with their advocate';
		default:
			return 'The case';
	}
}
