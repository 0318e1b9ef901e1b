import type { ErrorView, RadiosView } from '#lib/intake/questionView.ts';

/** A question with one answer, asked by a page that knows its own options. */
export interface AskedOnce {
	id: string;
	label: string;
	hint?: string;
	options: readonly { code: string; label: string; hint?: string }[];
	chosen: string | null;
	error: string | null;
}

/** The same as the form's own radios. */
export function radiosOf(asked: AskedOnce): RadiosView {
	return {
		kind: 'radios',
		id: asked.id,
		name: asked.id,
		label: asked.label,
		hint: asked.hint ?? null,
		error: asked.error,
		chosen: asked.chosen,
		isPair: false,
		options: asked.options.map((option) => ({ hint: null, ...option }))
	};
}

/** The page's summary of what is wrong, from each field's own sentence. */
export function errorsOf(
	fields: readonly { id: string; error: string | null }[]
): readonly ErrorView[] {
	return fields.flatMap(({ id, error }) =>
		error === null ? [] : [{ fieldId: id, message: error, otherWay: null }]
	);
}
