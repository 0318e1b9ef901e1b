import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { alertCallForm, alertCloseForm } from '#lib/server/alerts/alertForms.ts';
import { answerAlert, type AlertAct } from '#lib/server/alerts/answerAlert.ts';
import { readAlert } from '#lib/server/alerts/readAlert.ts';
import { getService } from '#lib/server/running.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	if (!locals.staff || !z.uuid().safeParse(params.id).success) error(404, 'There is no such alert');
	const alert = await readAlert(getService(), locals.staff.staffId, params.id);
	if (!alert) error(404, 'There is no such alert');
	return { alert };
};

export const actions: Actions = {
	take: (event) => answer(event, { act: 'take' }),
	call: async (event) => {
		const form = alertCallForm.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) return fail(400, { errors: errorsOf(form.error, 'call') });
		const { outcome, words, nextTryAt } = form.data;
		const note = nextTryAt ? `${words} Next try at ${nextTryAt}.` : words;
		return answer(event, { act: outcome, note });
	},
	close: async (event) => {
		const form = alertCloseForm.safeParse(Object.fromEntries(await event.request.formData()));
		if (!form.success) return fail(400, { errors: errorsOf(form.error, 'close') });
		return answer(event, { act: 'close', reason: form.data.reason, note: form.data.words });
	}
};

async function answer(
	{ locals, params }: { locals: App.Locals; params: { id: string } },
	act: AlertAct
) {
	if (!locals.staff) error(401, 'Sign in again');
	const answered = await answerAlert(getService(), locals.staff.staffId, {
		alertId: params.id,
		...act
	});
	if (answered.done) return { done: true };
	return fail(409, {
		because: answered.because,
		takenBy: 'takenBy' in answered ? answered.takenBy : null
	});
}

function errorsOf({ issues }: z.ZodError, form: 'call' | 'close') {
	return issues.map(({ path, message }) => ({
		fieldId: `${form}-${String(path[0])}`,
		sentence: message
	}));
}
