/** The options of a field in the order of its codes, with their words. */
export function options<Code extends string>(
	codes: readonly Code[],
	words: Readonly<Record<Code, string>>
): { code: string; label: string }[] {
	return codes.map((code) => ({ code, label: words[code] }));
}
