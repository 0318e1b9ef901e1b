import { fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { firstAdministratorForm } from '#lib/server/auth/accountForms.ts';
import { hasAdministrator, makeFirstAdministrator } from '#lib/server/auth/setupCode.ts';
import { signIn } from '#lib/server/auth/signIn.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { setStaffCookie } from '#lib/server/http/staffDoor.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import type { Actions, PageServerLoad } from './$types';

const REFUSED = {
	wrongSetupCode: {
		fieldId: 'first-code',
		sentence: 'That is not the setup code. Copy the newest one that the start printed'
	},
	usernameTaken: { fieldId: 'first-signInName', sentence: 'Somebody already signs in as that' },
	alreadySetUp: {
		fieldId: 'first-code',
		sentence: 'There is an administrator already. Sign in instead'
	},
	lastAdministrator: { fieldId: 'first-code', sentence: 'There is an administrator already' }
} as const;

export const load: PageServerLoad = async () => {
	const { council, isSetUp } = await asActor(getService().db, 'system', async (trx) => ({
		council: await readCouncil(trx),
		isSetUp: await hasAdministrator(trx)
	}));
	if (isSetUp) redirect(303, '/staff/sign-in');
	return { siteName: council.council.siteName };
};

export const actions: Actions = {
	default: async ({ request, cookies }) => {
		const form = await superValidate(request, zod4(firstAdministratorForm));
		const { code, name, signInName, password } = form.data;
		const values = { name, signInName };
		if (!form.valid) return fail(400, { values, errors: formErrors(form.errors, 'first-') });

		const service = getService();
		const made = await asActor(service.db, 'system', (trx) =>
			makeFirstAdministrator(trx, { code, username: signInName, displayName: name, password })
		);
		if (!made.saved) return fail(400, { values, errors: [REFUSED[made.refusal.code]] });

		const result = await signIn(service, { username: signInName, password });
		if (result.signedIn) setStaffCookie(cookies, result.sessionId);
		redirect(303, '/staff/settings');
	}
};
