import { redirect } from '@sveltejs/kit';
import { signOut } from '#lib/server/http/staffDoor.ts';
import { getService } from '#lib/server/running.ts';
import type { Actions } from './$types';

export const load = () => redirect(303, '/staff');

export const actions: Actions = {
	default: async ({ cookies }) => {
		await signOut(getService(), cookies);
		redirect(303, '/staff/sign-in');
	}
};
