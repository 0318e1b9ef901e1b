import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { isLetterId } from '#lib/letters/catalogue.ts';
import { letterRefusalWords } from '#lib/letters/refusals.ts';
import { listLetters } from '#lib/server/letters/readLetter.ts';
import { startLetter } from '#lib/server/letters/writeLetter.ts';
import { getService } from '#lib/server/running.ts';
import type { Actions, PageServerLoad } from './$types';

const CHOOSE = 'Choose a letter';
const startForm = z.object({
	letterId: z.uuid(),
	letterKind: z.string().refine(isLetterId, CHOOSE),
	strandId: z.preprocess((value) => (value === '' ? null : value), z.uuid().nullish())
});

export const load: PageServerLoad = async ({ locals, params }) => {
	if (!locals.staff || !z.uuid().safeParse(params.id).success) error(404, 'There is no such case');
	return {
		// A second tap on the button sends the same id, and so begins the same letter.
		newLetterId: crypto.randomUUID(),
		letters: await listLetters(getService(), locals.staff.staffId, params.id)
	};
};

export const actions: Actions = {
	start: async ({ locals, params, request }) => {
		const complaintId = z.uuid().safeParse(params.id);
		if (!locals.staff || !complaintId.success) error(404, 'There is no such case');
		const form = startForm.safeParse(Object.fromEntries(await request.formData()));
		if (!form.success) return fail(400, { sentence: CHOOSE });
		const { letterId, letterKind, strandId } = form.data;
		const started = await startLetter(getService(), locals.staff.staffId, {
			complaintId: complaintId.data,
			letterId,
			letterKind,
			strandId: strandId ?? null
		});
		if (!started.done) return fail(409, { sentence: letterRefusalWords(started.refusal) });
		redirect(303, `/staff/case/${complaintId.data}/letters/${letterId}`);
	}
};
