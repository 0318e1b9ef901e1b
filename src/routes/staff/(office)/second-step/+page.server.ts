import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { ownPasswordForm, secondStepForm } from '#lib/server/auth/accountForms.ts';
import { showAppSecret } from '#lib/server/auth/appSetUp.ts';
import {
	beginOwnSecondStep,
	confirmOwnSecondStep,
	readOwnSecondStep,
	renewRecoveryCodes,
	turnOffSecondStep
} from '#lib/server/auth/ownSecondStep.ts';
import type { PasswordRefused } from '#lib/server/auth/signIn.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { whyNotSignedIn } from '#lib/words/signIn.ts';
import type { Actions, PageServerLoad } from './$types';

const HERE = '/staff/second-step';

export const load: PageServerLoad = async ({ locals }) => {
	const service = getService();
	const { username, secret, ...step } = await readOwnSecondStep(service, staffOf(locals));
	const { council } = await asActor(service.db, 'system', readCouncil);
	const { siteName } = council;
	return { ...step, setUp: secret ? showAppSecret(secret, { username, siteName }) : undefined };
};

export const actions: Actions = {
	begin: (event) =>
		withPassword(event, 'begin', async (staffId, password) => {
			const refused = await beginOwnSecondStep(getService(), staffId, password);
			return refused ?? redirect(303, HERE);
		}),
	renew: (event) =>
		withPassword(event, 'renew', (staffId, password) =>
			renewRecoveryCodes(getService(), staffId, password)
		),
	off: (event) =>
		withPassword(event, 'off', async (staffId, password) => {
			const refused = await turnOffSecondStep(getService(), staffId, password);
			if (refused?.because === 'needed') error(404, 'There is no such page');
			return refused ?? redirect(303, HERE);
		}),
	confirm: async ({ request, locals }) => {
		const form = await superValidate(request, zod4(secondStepForm));
		const prefix = 'confirm-';
		if (!form.valid) return fail(400, { errors: formErrors(form.errors, prefix) });
		const codes = await confirmOwnSecondStep(getService(), staffOf(locals), form.data.code);
		if (codes) return { codes };
		const sentence = 'That code does not match. Wait for the next one in your app, then type it';
		return fail(400, { errors: [{ fieldId: 'confirm-code', sentence }] });
	}
};

/** Does what needs the password again: whoever finds the screen open cannot change the sign-in. */
async function withPassword(
	{ request, locals }: RequestEvent,
	name: 'begin' | 'renew' | 'off',
	act: (
		staffId: string,
		password: string
	) => Promise<PasswordRefused | { codes: readonly string[] }>
) {
	const form = await superValidate(request, zod4(ownPasswordForm));
	if (!form.valid) return fail(400, { errors: formErrors(form.errors, `${name}-`) });
	const result = await act(staffOf(locals), form.data.password);
	if ('codes' in result) return { codes: result.codes };
	const sentence =
		result.because === 'wrong' ? 'That is not your password' : whyNotSignedIn(result);
	return fail(400, { errors: [{ fieldId: `${name}-password`, sentence }] });
}

function staffOf(locals: App.Locals): string {
	if (!locals.staff) error(404, 'There is no such page');
	return locals.staff.staffId;
}
