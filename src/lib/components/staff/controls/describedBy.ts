/**
 * The ids of a field's hint and error, for `aria-describedby`; undefined where it has neither.
 */
export function describedBy(
	id: string,
	said: { hint?: string | undefined; error?: string | undefined }
): string | undefined {
	const ids = [said.hint ? `${id}-hint` : '', said.error ? `${id}-error` : ''].filter(Boolean);
	return ids.length > 0 ? ids.join(' ') : undefined;
}
