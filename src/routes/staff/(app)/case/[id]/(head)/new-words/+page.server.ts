import { error, fail } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { z } from 'zod';
import { sayRefused } from '#lib/components/staff/views/refused.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { giveNewWayIn } from '#lib/server/newWayIn/giveNewWayIn.ts';
import { newWayInForm } from '#lib/server/newWayIn/newWayInForm.ts';
import { readWaysIn } from '#lib/server/newWayIn/readWaysIn.ts';
import { getService } from '#lib/server/running.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { staffId, complaintId } = whoAndWhat(event);
	const ways = await readWaysIn(getService(), staffId, complaintId);
	if (!ways) error(404, 'There is no such case');
	return { ways, actId: crypto.randomUUID() };
};

export const actions: Actions = {
	default: async (event) => {
		const { staffId, complaintId } = whoAndWhat(event);
		const form = await superValidate(event.request, zod4(newWayInForm));
		if (!form.valid) return fail(400, { errors: formErrors(form.errors, 'way-') });
		const given = await giveNewWayIn(getService(), staffId, { complaintId, form: form.data });
		if (!given.done) {
			if (given.refusal.code === 'notYours') error(404, 'There is no such case');
			// What was refused keeps its id; another try is another order.
			return fail(409, { refused: sayRefused(given.refusal), actId: crypto.randomUUID() });
		}
		const { words } = given;
		return { given: { words, texted: words === null ? given.texted : null } };
	}
};

function whoAndWhat({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
	if (!locals.staff || !z.uuid().safeParse(params.id).success) error(404, 'There is no such case');
	return { staffId: locals.staff.staffId, complaintId: params.id };
}
