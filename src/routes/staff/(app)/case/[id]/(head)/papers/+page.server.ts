import { error, fail } from '@sveltejs/kit';
import { superValidate, type Infer } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { z } from 'zod';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { sayRefused } from '#lib/components/staff/views/refused.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import {
	endAgreement,
	givePaper,
	readCasePapers,
	recordAgreement,
	recordPaper
} from '#lib/server/papers/casePapers.ts';
import {
	agreeForm,
	endAgreementForm,
	giveForm,
	PAPER_DOOR,
	readPaperFile,
	receivedForm
} from '#lib/server/papers/paperForms.ts';
import { getService } from '#lib/server/running.ts';
import { readSent } from '../../../../../sent.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { staffId, complaintId } = whoAndWhat(event);
	const papers = await readCasePapers(getService(), staffId, complaintId);
	if (!papers) error(404, 'There is no such case');
	return { papers, today: dateInEngland(getService().now()) };
};

export const actions: Actions = {
	give: async (event) => {
		const { staffId, complaintId } = whoAndWhat(event);
		const sent = await readSent(event.request, PAPER_DOOR);
		const form = await superValidate(sent.fields, zod4(giveForm));
		const { strandId, kind, meantFor } = form.data;
		const values = { strandId, kind, meantFor };
		if (!form.valid) return refuse('give', values, formErrors(form.errors, 'give-'));
		const read = readPaperFile(sent);
		if (!read.ok || read.file === null) {
			const sentence = read.ok ? 'Attach the document' : read.sentence;
			return refuse('give', values, [{ fieldId: 'give-file', sentence }]);
		}
		const given = await givePaper(getService(), staffId, {
			complaintId,
			...values,
			file: read.file
		});
		if (!given) error(404, 'There is no such case');
		return { act: 'give', done: true };
	},
	received: async (event) => {
		const { staffId, complaintId } = whoAndWhat(event);
		const form = await superValidate(event.request, zod4(receivedForm));
		if (!form.valid) error(404, 'There is no such paper');
		const { documentId } = form.data;
		const recorded = await recordPaper(getService(), staffId, { complaintId, documentId });
		if (recorded.done) return { act: 'received', done: true };
		if (!('refusal' in recorded)) error(404, 'There is no such paper');
		return fail(409, { act: 'received', refused: sayRefused(recorded.refusal) });
	},
	agree: async (event) => {
		const today = dateInEngland(getService().now());
		return act(event, { name: 'agree', schema: agreeForm }, (who, form) =>
			form.agreedOn > today
				? 'That day is still to come'
				: recordAgreement(getService(), who.staffId, { complaintId: who.complaintId, ...form })
		);
	},
	endAgreement: (event) =>
		act(event, { name: 'endAgreement', schema: endAgreementForm }, (who, { agreementId }) =>
			endAgreement(getService(), who.staffId, {
				complaintId: who.complaintId,
				agreementId,
				endedOn: dateInEngland(getService().now())
			})
		)
};

/** Reads the form and does the one thing; a sentence says what is wrong with its day. */
async function act<Schema extends z.ZodObject>(
	event: RequestEvent,
	{ name, schema }: { name: string; schema: Schema },
	give: (who: ReturnType<typeof whoAndWhat>, form: z.output<Schema>) => Promise<boolean> | string
) {
	const who = whoAndWhat(event);
	const form = await superValidate(event.request, zod4(schema));
	const values = form.data as Infer<Schema>;
	if (!form.valid) return refuse(name, values, formErrors(form.errors, `${name}-`));
	const done = await give(who, form.data as z.output<Schema>);
	if (typeof done === 'string') {
		return refuse(name, values, [{ fieldId: `${name}-agreedOn`, sentence: done }]);
	}
	if (!done) error(404, 'There is no such case');
	return { act: name, done: true };
}

function refuse<Values>(
	name: string,
	values: Values,
	errors: readonly { fieldId: string; sentence: string }[]
) {
	return fail(400, { act: name, values, errors });
}

function whoAndWhat({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
	if (!locals.staff || !z.uuid().safeParse(params.id).success) error(404, 'There is no such case');
	return { staffId: locals.staff.staffId, complaintId: params.id };
}
