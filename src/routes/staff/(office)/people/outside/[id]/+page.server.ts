import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { asActor } from '#lib/server/database/connect.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { outsidePersonForm } from '#lib/server/people/outsideForms.ts';
import {
	changeOutsidePerson,
	listOutsidePeople,
	providerChoices
} from '#lib/server/people/outsidePeople.ts';
import { getService } from '#lib/server/running.ts';
import { hasStepToTake, takeStepOf } from '../../takeStep.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = ({ params, locals }) =>
	asActor(getService().db, 'system', async (trx) => {
		const person = (await listOutsidePeople(trx)).find(({ staffId }) => staffId === params.id);
		if (!person) error(404, 'There is no such person');
		const mayTakeStep = await hasStepToTake(trx, params.id, locals);
		return { person, mayTakeStep, providers: await providerChoices(trx) };
	});

export const actions: Actions = {
	keep: (event) => save(event, true),
	stop: (event) => save(event, false),
	takeStep: ({ params, locals }) => takeStepOf(params.id, locals)
};

async function save({ request, params, locals }: RequestEvent, isActive: boolean) {
	const form = await superValidate(request, zod4(outsidePersonForm));
	const values = { ...form.data, password: '' };
	if (!form.valid) return fail(400, { values, errors: formErrors(form.errors, 'outside-') });

	const byStaffId = locals.staff?.staffId ?? '';
	const saved = await asActor(getService().db, `staff:${byStaffId}`, async (trx) => {
		if (!(await listOutsidePeople(trx)).some(({ staffId }) => staffId === params.id)) {
			error(404, 'There is no such person');
		}
		const change = { staffId: params.id, filled: form.data, isActive };
		return changeOutsidePerson(trx, change, byStaffId);
	});
	if (saved.saved) redirect(303, '/staff/people/outside');
	const sentence = 'Somebody already signs in as that';
	return fail(400, { values, errors: [{ fieldId: 'outside-signInName', sentence }] });
}
