import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { AnswerActed } from '#lib/server/complaints/answers/answerOutcome.ts';
import { readAnswer } from '#lib/server/complaints/answers/readAnswer.ts';
import { releaseAnswer } from '#lib/server/complaints/answers/releaseAnswer.ts';
import { sendAnswerBack } from '#lib/server/complaints/answers/sendAnswerBack.ts';
import { askForRelease, saveAnswer } from '#lib/server/complaints/answers/writeAnswer.ts';
import { getService } from '#lib/server/running.ts';
import { DELAY_REASONS } from '#lib/domain/complaint/codes.ts';
import { stage1AnswerSchema } from '#lib/wire/stage1Answer.ts';
import type { Actions } from './$types';

const address = z.object({ id: z.uuid(), strand: z.uuid() });
const seenVersion = z.coerce.number().int().min(0);
const emptyIsNull = (value: unknown) => (value === '' ? null : value);
const nullable = <Schema extends z.ZodType>(schema: Schema) =>
	z.preprocess(emptyIsNull, schema.nullable());

const saveForm = z.object({
	seenVersion,
	content: z
		.string()
		.max(1_000_000)
		.transform((text, context) => {
			try {
				return JSON.parse(text) as unknown;
			} catch {
				// Only a page of another program sends this.
				context.addIssue('The answer could not be read');
				return z.NEVER;
			}
		})
		.pipe(stage1AnswerSchema)
});
const askForm = z.object({ seenVersion, secondPersonId: nullable(z.uuid()) });
const releaseForm = z.object({
	seenVersion,
	commandId: z.uuid(),
	delayReason: nullable(z.enum(DELAY_REASONS)),
	confirmsAddresses: z.stringbool()
});
const sendBackForm = z.object({
	seenVersion,
	why: z.string().trim().min(1, 'Say what to change').max(5000, 'Keep this under 5,000 characters')
});

export const actions: Actions = {
	/** An action and no load: the page itself opens with no signal. */
	read: async ({ locals, params }) => {
		const { staffId, ...strand } = whatFor(locals, params);
		return { answer: await readAnswer(getService(), staffId, strand) };
	},
	save: (event) =>
		act(event, saveForm, ({ staffId, ...strand }, form) =>
			saveAnswer(getService(), staffId, { ...strand, ...form })
		),
	ask: (event) =>
		act(event, askForm, ({ staffId, ...strand }, form) =>
			askForRelease(getService(), staffId, { ...strand, ...form })
		),
	sendBack: (event) =>
		act(event, sendBackForm, ({ staffId, ...strand }, form) =>
			sendAnswerBack(getService(), staffId, { ...strand, ...form })
		),
	release: (event) =>
		act(event, releaseForm, async ({ staffId, ...strand }, form) => {
			const carried = await releaseAnswer(getService(), staffId, { ...strand, ...form });
			return carried.done ? { done: true, version: form.seenVersion } : carried;
		})
};

/** Reads the form, does the one thing, and says what came of it. */
async function act<Form>(
	event: RequestEvent,
	schema: z.ZodType<Form>,
	give: (who: ReturnType<typeof whatFor>, form: Form) => Promise<AnswerActed>
) {
	const who = whatFor(event.locals, event.params);
	const form = schema.safeParse(Object.fromEntries(await event.request.formData()));
	if (!form.success) return fail(400, { sentence: form.error.issues[0]?.message ?? '' });
	const acted = await give(who, form.data);
	if (acted.done) return { version: acted.version };
	if ('clash' in acted) return fail(409, { clash: acted.clash });
	return fail(409, { refusal: acted.refusal });
}

function whatFor(locals: App.Locals, params: Partial<Record<string, string>>) {
	const read = address.safeParse(params);
	if (!locals.staff || !read.success) error(404, 'There is no such answer');
	const { id: complaintId, strand: strandId } = read.data;
	return { staffId: locals.staff.staffId, complaintId, strandId };
}
