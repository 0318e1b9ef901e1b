import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { firstPlaceFor } from '#lib/components/staff/shell/places.ts';
import { signInForm } from '#lib/server/auth/accountForms.ts';
import { signIn } from '#lib/server/auth/signIn.ts';
import { hasAdministrator } from '#lib/server/auth/setupCode.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { setStaffCookie } from '#lib/server/http/staffDoor.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { whyNotSignedIn } from '#lib/words/signIn.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.staff) redirect(303, firstPlaceFor(locals.staff.roles));
	const { council, isSetUp } = await asActor(getService().db, 'system', async (trx) => ({
		council: await readCouncil(trx),
		isSetUp: await hasAdministrator(trx)
	}));
	if (!isSetUp) redirect(303, '/staff/first');
	return {
		siteName: council.council.siteName,
		colour: council.council.colour,
		dutyTelephone: council.duty.emergencyTelephone
	};
};

export const actions: Actions = {
	default: async ({ request, cookies }) => {
		const form = await superValidate(request, zod4(signInForm));
		const name = form.data.name;
		if (!form.valid) return fail(400, { name, errors: formErrors(form.errors, 'sign-in-') });

		const result = await signIn(getService(), { username: name, password: form.data.password });
		if (!result.signedIn && result.because === 'secondStep') {
			setStaffCookie(cookies, result.halfId);
			redirect(303, '/staff/sign-in/step');
		}
		if (!result.signedIn) {
			return fail(400, {
				name,
				errors: [{ fieldId: 'sign-in-password', sentence: whyNotSignedIn(result) }]
			});
		}
		setStaffCookie(cookies, result.sessionId);
		redirect(303, '/staff');
	}
};
