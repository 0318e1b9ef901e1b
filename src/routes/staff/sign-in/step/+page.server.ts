import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { firstPlaceFor } from '#lib/components/staff/shell/places.ts';
import { secondStepForm } from '#lib/server/auth/accountForms.ts';
import { showAppSecret } from '#lib/server/auth/appSetUp.ts';
import { findHalfSignIn, finishSignIn } from '#lib/server/auth/halfSignIn.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { findStaff, readStaffSession, setStaffCookie } from '#lib/server/http/staffDoor.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
	if (locals.staff) redirect(303, firstPlaceFor(locals.staff.roles));
	const service = getService();
	const half = await findHalfSignIn(service, readStaffSession(cookies));
	// Who set it up with this very request is in, and is shown the codes it answers with.
	if (!half && !(await findStaff(service, cookies))) redirect(303, '/staff/sign-in');
	const { council } = await asActor(service.db, 'system', readCouncil);
	const { siteName, colour } = council;
	return {
		siteName,
		colour,
		setUp: half?.secret
			? showAppSecret(half.secret, { username: half.username, siteName })
			: undefined
	};
};

export const actions: Actions = {
	default: async ({ request, cookies, locals }) => {
		if (locals.staff) redirect(303, '/staff');
		const halfId = readStaffSession(cookies);
		if (!(await findHalfSignIn(getService(), halfId))) redirect(303, '/staff/sign-in');
		const form = await superValidate(request, zod4(secondStepForm));
		if (!form.valid) return fail(400, { errors: formErrors(form.errors, 'step-') });

		const result = await finishSignIn(getService(), halfId, form.data.code);
		if (!result.signedIn) {
			if (result.because === 'gone') redirect(303, '/staff/sign-in');
			const sentence =
				result.because === 'wait'
					? `Too many wrong tries. Wait ${result.waitSeconds} seconds, then try again`
					: 'That code does not match. Wait for the next one in your app, then type it';
			return fail(400, { errors: [{ fieldId: 'step-code', sentence }] });
		}
		setStaffCookie(cookies, result.sessionId);
		if (result.recoveryCodes) return { recoveryCodes: result.recoveryCodes };
		redirect(303, '/staff');
	}
};
