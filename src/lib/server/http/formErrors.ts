/** One mistake, for the summary and the field. */
export interface FormError {
	fieldId: string;
	sentence: string;
}

/**
 * The mistakes superforms found, a sentence a field, in the order of the form's fields.
 *
 * A field's id on the page is `prefix` and the field's name. Lists have their sentences under
 * `_errors`.
 */
export function formErrors(errors: object, prefix: string): FormError[] {
	return Object.entries(errors).flatMap(([field, found]) => {
		const sentence = firstSentence(found);
		return sentence ? [{ fieldId: `${prefix}${field}`, sentence }] : [];
	});
}

function firstSentence(found: unknown): string | undefined {
	if (typeof found === 'string') return found;
	if (Array.isArray(found)) return firstSentence(found[0]);
	if (found && typeof found === 'object') {
		return Object.values(found).map(firstSentence).find(Boolean);
	}
	return undefined;
}
