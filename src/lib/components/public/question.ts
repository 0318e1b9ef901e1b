import type { IconName } from '#lib/components/icons/Icon.svelte';

/** One thing that is wrong with a form, in one sentence. */
export interface FormError {
	/** The `name` of the field it belongs to; the summary links there. */
	field: string;
	words: string;
	/** The end of the sentence at the field that is a link of its own, where there is one. */
	link?: { href: string; words: string };
}

/** One row to choose. */
export interface Option {
	value: string;
	words: string;
	hint?: string;
	icon?: IconName;
}

/** Radios (one answer) or checkboxes (any number). */
export interface ChoiceField {
	kind: 'radios' | 'checkboxes';
	name: string;
	/** The question over the rows; null where the page's heading is the question. */
	label: string | null;
	hint?: string;
	options: readonly Option[];
	/** The values chosen; none is chosen for anybody. */
	chosen: readonly string[];
	/** True sets short answers two in a row. */
	isPair?: boolean;
}

/** One line to fill in. */
export interface LineField {
	kind: 'line';
	name: string;
	/** The words over the field; null where the page's heading is the question. */
	label: string | null;
	hint?: string;
	value: string;
	/** The keyboard a phone shows. */
	inputMode?: 'text' | 'tel' | 'email';
	/** False for names and codes, which no spelling check should underline. */
	isSpellChecked?: boolean;
	/** "none" for codes and addresses. */
	capitals?: 'none' | 'words' | 'sentences';
}

/** Many lines to fill in. */
export interface AreaField {
	kind: 'area';
	name: string;
	label: string | null;
	hint?: string;
	value: string;
	/** True for a few lines instead of eight. */
	isShort?: boolean;
}

/** One question of a page. */
export type Field = ChoiceField | LineField | AreaField;

/** The sentence that is wrong at one field, or undefined. */
export function errorAt(errors: readonly FormError[], field: string): FormError | undefined {
	return errors.find((error) => error.field === field);
}

/** The id of the n-th row of a choice, from 0: the first has the field's own name. */
export function optionId(field: string, index: number): string {
	return index === 0 ? field : `${field}-${index + 1}`;
}

/** The ids that describe a field: its hint and its error, or undefined where it has neither. */
export function describedBy(
	field: string,
	has: { hint: boolean; error: boolean }
): string | undefined {
	const ids = [has.hint ? `${field}-hint` : '', has.error ? `${field}-wrong` : ''].filter(Boolean);
	return ids.length === 0 ? undefined : ids.join(' ');
}
