import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { personForm } from '#lib/server/auth/accountForms.ts';
import { changeStaff, listManagers, listStaff, resetPassword } from '#lib/server/auth/accounts.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { hasStepToTake, takeStepOf } from '../takeStep.server.ts';
import { devicesOf, takeDevice } from './theirDevices.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const REFUSED = {
	usernameTaken: { fieldId: 'user-signInName', sentence: 'Somebody already signs in as that' },
	lastAdministrator: {
		fieldId: 'user-roles',
		sentence: 'This is the only administrator. Make another one first'
	}
} as const;

export const load: PageServerLoad = async ({ params, locals }) => {
	const found = await asActor(getService().db, 'system', async (trx) => {
		const person = (await listStaff(trx)).find((each) => each.staffId === params.id);
		if (!person) error(404, 'There is no such person');
		if (person.kind === 'outside') redirect(303, `/staff/people/outside/${person.staffId}`);
		const isMe = person.staffId === locals.staff?.staffId;
		const managers = (await listManagers(trx)).filter(({ staffId }) => staffId !== params.id);
		const mayTakeStep = await hasStepToTake(trx, params.id, locals);
		const { teams } = (await readCouncil(trx)).teams;
		return { person, isMe, mayTakeStep, managers, teams };
	});
	return { ...found, devices: await devicesOf(found.person.staffId) };
};

export const actions: Actions = {
	keep: (event) => save(event, true),
	stop: (event) => save(event, false),
	takeStep: ({ params, locals }) => takeStepOf(params.id, locals),
	takeDevice
};

async function save({ request, params, locals }: RequestEvent, isActive: boolean) {
	const form = await superValidate(request, zod4(personForm));
	const { password, ...values } = form.data;
	if (!form.valid) return fail(400, { values, errors: formErrors(form.errors, 'user-') });

	const byStaffId = locals.staff?.staffId ?? '';
	const saved = await asActor(getService().db, `staff:${byStaffId}`, async (trx) => {
		const person = (await listStaff(trx)).find((each) => each.staffId === params.id);
		if (person?.kind !== 'inside') error(404, 'There is no such person');
		const details = {
			username: values.signInName,
			displayName: values.name,
			email: values.email,
			telephone: values.phone,
			teamId: values.team || null,
			lineManagerId: values.manager || null,
			roles: values.roles
		};
		const change = await changeStaff(trx, { staffId: params.id, details, isActive }, byStaffId);
		if (change.saved && password) {
			await resetPassword(trx, { staffId: params.id, password }, byStaffId);
		}
		return change;
	});
	if (saved.saved) redirect(303, '/staff/people');
	return fail(400, { values, errors: [REFUSED[saved.refusal.code]] });
}
