import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import type { z } from 'zod';
import { readTyped } from '#lib/server/files/readSentForm.ts';
import type { FormState } from '#lib/intake/viewQuestion.ts';

/** A form that was sent: what it held, what is wrong with it, and whether nothing is. */
export type ReadForm<Data> = { valid: true; data: Data } | ({ valid: false } & FormState);

/**
 * The fields of a form without files, cleaned of what nobody can type. 100,000 characters are at
 * most 900,000 bytes as a form sends them. Throws `FormTooBig`.
 */
export function readFields(request: Request): Promise<FormData> {
	// A browser says how long a form is; what does not say is not read.
	return readTyped(request, Number(request.headers.get('content-length') ?? Infinity));
}

/** Checks what was sent against a schema; each wrong field has its first sentence. */
export async function checkForm<Schema extends z.ZodObject>(
	fields: FormData,
	schema: Schema
): Promise<ReadForm<z.output<Schema>>> {
	const form = await superValidate(fields, zod4(schema as z.ZodObject));
	if (form.valid) return { valid: true, data: form.data as z.output<Schema> };
	const errors = Object.entries(form.errors).map(([name, wrong]) => [name, firstSentence(wrong)]);
	return { valid: false, data: form.data, errors: Object.fromEntries(errors) };
}

/** Errors of a list come nested by its entries; one sentence about the field is enough. */
function firstSentence(wrong: unknown): string {
	if (typeof wrong === 'string') return wrong;
	return wrong && typeof wrong === 'object' ? firstSentence(Object.values(wrong)[0]) : '';
}
