import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { z } from 'zod';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { listOwnReleases } from '#lib/server/complaints/fullAnswers/answerDoor.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import {
	PAPER_DOOR,
	readPaperFile,
	reportForm,
	signForm,
	type PaperFileRead
} from '#lib/server/papers/paperForms.ts';
import { handIn, savePaperDraft } from '#lib/server/papers/handIn.ts';
import { readPapers } from '#lib/server/papers/readPapers.ts';
import { signConfidentiality } from '#lib/server/papers/signConfidentiality.ts';
import { getService } from '#lib/server/running.ts';
import { readSent } from '../../../sent.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { staffId, paperId } = whoAndWhat(event);
	const read = await readPapers(getService(), staffId, paperId);
	if (!read) error(404, 'There is no such page');
	const today = dateInEngland(getService().now());
	if (read.read === 'unsigned') {
		const { reference, role } = read.paperCase;
		return { today, unsigned: { reference, role }, papers: null, release: null };
	}
	const release = (await listOwnReleases(getService(), staffId)).get(paperId) ?? null;
	return { today, unsigned: null, papers: read.papers, release };
};

export const actions: Actions = {
	sign: async (event) => {
		const { staffId, paperId } = whoAndWhat(event);
		const form = await superValidate(event.request, zod4(signForm));
		if (!form.valid) return fail(400, { act: 'sign', errors: formErrors(form.errors, 'sign-') });
		const signed = await signConfidentiality(getService(), staffId, paperId);
		if (!signed) error(404, 'There is no such page');
		redirect(303, `/staff/papers/${paperId}`);
	},
	save: (event) => keep(event, 'save'),
	handIn: (event) => keep(event, 'handIn')
};

async function keep(event: RequestEvent, act: 'save' | 'handIn') {
	const { staffId, paperId } = whoAndWhat(event);
	const sent = await readSent(event.request, PAPER_DOOR);
	const form = await superValidate(sent.fields, zod4(reportForm));
	const { words } = form.data;
	if (!form.valid) return fail(400, { act, words, errors: formErrors(form.errors, 'report-') });
	if (act === 'save') {
		return sayKept(act, words, await savePaperDraft(getService(), staffId, { paperId, words }));
	}
	const read = readPaperFile(sent);
	const wrong = whyNot(read, words);
	if (wrong || !read.ok) return fail(400, { act, words, errors: wrong ? [wrong] : [] });
	const handed = await handIn(getService(), staffId, { paperId, words, file: read.file });
	return sayKept(act, words, handed);
}

function whyNot(read: PaperFileRead, words: string) {
	if (!read.ok) return { fieldId: 'report-file', sentence: read.sentence };
	return read.file === null && words === ''
		? { fieldId: 'report-words', sentence: 'Type your report, or attach it' }
		: null;
}

function sayKept(act: 'save' | 'handIn', words: string, kept: Awaited<ReturnType<typeof handIn>>) {
	if (kept.done) return { act, kept: true };
	switch (kept.because) {
		case 'notTheirs':
			error(404, 'There is no such page');
			break;
		case 'tooMany': {
			const sentence = 'You have handed in 20 papers. Ask the complaints team before you add more';
			return fail(409, { act, words, errors: [{ fieldId: 'report-file', sentence }] });
		}
	}
}

function whoAndWhat({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
	if (!locals.staff || !z.uuid().safeParse(params.paper).success) {
		error(404, 'There is no such page');
	}
	return { staffId: locals.staff.staffId, paperId: params.paper };
}
