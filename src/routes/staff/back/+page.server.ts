import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { ownPasswordForm } from '#lib/server/auth/accountForms.ts';
import { findLent, giveBack } from '#lib/server/auth/lendDevice.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { addressOf, crossingPass } from '#lib/server/http/crossing.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { readStaffSession, setStaffCookie } from '#lib/server/http/staffDoor.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { whyNotSignedIn } from '#lib/words/signIn.ts';
import type { Actions, PageServerLoad } from './$types';

const WRONG = 'That password does not match. Check it, then try again';

export const load: PageServerLoad = async ({ cookies }) => {
	const lent = await findLent(getService(), readStaffSession(cookies));
	if (!lent) redirect(303, '/staff/sign-in');
	const { council } = await asActor(getService().db, 'system', readCouncil);
	return { siteName: council.siteName, colour: council.colour };
};

export const actions: Actions = {
	default: async ({ request, cookies, url }) => {
		const service = getService();
		const session = readStaffSession(cookies);
		const lent = await findLent(service, session);
		if (!lent) redirect(303, '/staff/sign-in');
		const form = await superValidate(request, zod4(ownPasswordForm));
		if (!form.valid) return fail(400, { errors: formErrors(form.errors, 'back-') });

		const result = await giveBack(service, session, form.data.password);
		if (result === null) redirect(303, '/staff/sign-in');
		if (!result.signedIn && result.because !== 'secondStep') {
			const sentence = result.because === 'wrong' ? WRONG : whyNotSignedIn(result);
			return fail(400, { errors: [{ fieldId: 'back-password', sentence }] });
		}
		setStaffCookie(cookies, result.signedIn ? result.sessionId : result.halfId);
		const crossing = { for: 'givenBack', lentId: lent.lentId } as const;
		const pass = crossingPass(service.keys, crossing, service.now());
		redirect(
			303,
			addressOf('public', url, `/hand/over?t=${pass}${result.signedIn ? '' : '&step'}`)
		);
	}
};
