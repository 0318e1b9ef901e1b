/** The id of the n-th row of a choice, from 0: the first has the field's own id. */
export function optionId(fieldId: string, index: number): string {
	return index === 0 ? fieldId : `${fieldId}-${index + 1}`;
}

/** The ids of what describes a field, its hint and its error; undefined where it has neither. */
export function describedBy(field: {
	id: string;
	hint: string | null;
	error: string | null;
}): string | undefined {
	const ids = [
		field.hint === null ? null : `${field.id}-hint`,
		field.error === null ? null : `${field.id}-wrong`
	].filter((id) => id !== null);
	return ids.length === 0 ? undefined : ids.join(' ');
}
