import { fail } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { READ_PAGES } from '#lib/intake/readPages.ts';
import {
	CLIP_LANGUAGES,
	clipForm,
	keepClip,
	listClips,
	removeClip
} from '#lib/server/clips/clips.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { getService } from '#lib/server/running.ts';
import { CLIP_FILE_PROBLEMS, CLIP_PROBLEMS } from '#lib/words/clips.ts';
import { readSent } from '../../sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	pages: READ_PAGES,
	languages: CLIP_LANGUAGES,
	clips: await listClips(getService(), locals.staff?.staffId ?? '')
});

export const actions: Actions = {
	keep: async ({ request, locals }) => {
		const sent = await readSent(request, { takes: ['sound'], room: 1 });
		const form = await superValidate(sent.fields, zod4(clipForm));
		const { page, language } = form.data;
		const wrong = (errors: { fieldId: string; sentence: string }[]) =>
			fail(400, { page, language, errors });
		if (!form.valid) return wrong(formErrors(form.errors, 'clip-'));
		const refusal = sent.refused['file'];
		const [taken] = sent.files;
		const why = refusal ? CLIP_FILE_PROBLEMS[refusal] : taken ? null : CLIP_PROBLEMS.none;
		if (why !== null || !taken) return wrong([{ fieldId: 'clip-file', sentence: why ?? '' }]);
		const clip = { page, language, file: taken.file };
		const isKept = await keepClip(getService(), locals.staff?.staffId ?? '', clip);
		if (!isKept) return wrong([{ fieldId: 'clip-file', sentence: CLIP_PROBLEMS.notScanned }]);
		return { kept: READ_PAGES.find(({ path }) => path === page)?.name ?? page };
	},
	remove: async ({ request, locals }) => {
		const clipId = (await request.formData()).get('clip');
		await removeClip(getService(), locals.staff?.staffId ?? '', String(clipId));
		return { removed: true };
	}
};
