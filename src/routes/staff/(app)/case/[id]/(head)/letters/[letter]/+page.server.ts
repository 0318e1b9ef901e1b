import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { sayLetterRefused } from '#lib/components/staff/views/refused.ts';
import { mayAct } from '#lib/domain/roles/acts.ts';
import { LETTER_FIELDS, type FieldName, type LetterFacts } from '#lib/letters/fields.ts';
import { letterRefusalWords } from '#lib/letters/refusals.ts';
import { listStaff } from '#lib/server/auth/accounts.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { readLetter } from '#lib/server/letters/readLetter.ts';
import {
	askForLetterRelease,
	releaseLetter,
	sendLetterBack
} from '#lib/server/letters/releaseLetter.ts';
import { sendLetter } from '#lib/server/letters/sendLetter.ts';
import { saveLetter, type LetterActed, type SeenLetter } from '#lib/server/letters/writeLetter.ts';
import {
	askForm,
	backForm,
	cleanWords,
	draftForm,
	releaseForm,
	sendForm
} from '#lib/server/letters/letterForms.ts';
import { getService } from '#lib/server/running.ts';
import type { Actions, PageServerLoad } from './$types';

const address = z.object({ id: z.uuid(), letter: z.uuid() });
export const load: PageServerLoad = async ({ locals, params }) => {
	const { staffId, complaintId, letterId } = whatFor(locals, params);
	const letter = await readLetter(getService(), staffId, { complaintId, letterId });
	if (!letter) error(404, 'There is no such letter');
	const staff = await asActor(getService().db, 'system', listStaff);
	return {
		letter,
		me: staffId,
		// A second tap on the button sends the same id, and so sends the letter once.
		commandId: crypto.randomUUID(),
		seconds: staff
			.filter(({ isActive, roles }) => isActive && mayAct(roles, 'releaseLetter'))
			.filter((one) => !letter.writers.includes(one.staffId) && one.staffId !== staffId)
			.map((one) => ({ value: one.staffId, label: one.displayName }))
	};
};

export const actions: Actions = {
	save: (event) =>
		act(event, draftForm, (staffId, where, form, fields) => {
			const isAsItWas = form.text === form.shownText;
			return saveLetter(getService(), staffId, {
				...where,
				audience: form.audience,
				facts: factsIn(fields),
				text: isAsItWas && fields.get('isWrittenOver') !== 'yes' ? null : form.text
			});
		}),
	fromTemplate: (event) =>
		act(event, draftForm, (staffId, where, form, fields) =>
			saveLetter(getService(), staffId, {
				...where,
				audience: form.audience,
				facts: factsIn(fields),
				text: null
			})
		),
	ask: (event) =>
		act(event, askForm, (staffId, where, { secondPersonId }) =>
			askForLetterRelease(getService(), staffId, { ...where, secondPersonId })
		),
	sendBack: (event) =>
		act(event, backForm, (staffId, where, { why }) =>
			sendLetterBack(getService(), staffId, { ...where, why })
		),
	release: (event) =>
		act(event, releaseForm, (staffId, where, { confirmsLook }) =>
			releaseLetter(getService(), staffId, { ...where, confirmsLook: confirmsLook === 'yes' })
		),
	send: async (event) => {
		const read = readForm(event, sendForm, await event.request.formData());
		if ('failed' in read) return read.failed;
		const sent = await sendLetter(getService(), read.staffId, { ...read.where, ...read.form });
		if (sent.done) return { isOut: true };
		// A refusal keeps its id; what is changed and sent again is another order.
		return fail(409, { sentence: sayLetterRefused(sent.refusal), commandId: crypto.randomUUID() });
	}
};

/** Reads the form, does the one thing, and says what came of it. */
async function act<Form extends { seenVersion: number }>(
	event: RequestEvent,
	schema: z.ZodType<Form>,
	give: (staffId: string, where: SeenLetter, form: Form, fields: FormData) => Promise<LetterActed>
) {
	const fields = await event.request.formData();
	const read = readForm(event, schema, fields);
	if ('failed' in read) return read.failed;
	const acted = await give(read.staffId, read.where, read.form, fields);
	return acted.done
		? { version: acted.version }
		: fail(409, { sentence: letterRefusalWords(acted.refusal) });
}

function readForm<Form extends { seenVersion: number }>(
	event: RequestEvent,
	schema: z.ZodType<Form>,
	fields: FormData
) {
	const { staffId, complaintId, letterId } = whatFor(event.locals, event.params);
	const form = schema.safeParse(Object.fromEntries(fields));
	if (!form.success) {
		return { failed: fail(400, { sentence: form.error.issues[0]?.message ?? '' }) };
	}
	const where: SeenLetter = { complaintId, letterId, seenVersion: form.data.seenVersion };
	return { staffId, where, form: form.data };
}

/** What was changed of the facts: those that the page showed otherwise are left to the case. */
function factsIn(fields: FormData): LetterFacts {
	const names = Object.keys(LETTER_FIELDS) as FieldName[];
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = fields.get(`fact-${name}`);
			if (typeof value !== 'string') return [];
			const words = cleanWords(value);
			return words === '' || words === fields.get(`known-${name}`) ? [] : [[name, words]];
		})
	);
}

function whatFor(locals: App.Locals, params: Partial<Record<string, string>>) {
	const read = address.safeParse(params);
	if (!locals.staff || !read.success) error(404, 'There is no such letter');
	return { staffId: locals.staff.staffId, complaintId: read.data.id, letterId: read.data.letter };
}
