import { redirect } from '@sveltejs/kit';
import { lendDevice } from '#lib/server/auth/lendDevice.ts';
import { readStaffSession, turnStaffCookie } from '#lib/server/http/staffDoor.ts';
import { getService } from '#lib/server/running.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	lend: async ({ cookies }) => {
		await lendDevice(getService(), readStaffSession(cookies) ?? '');
		turnStaffCookie(cookies);
		redirect(303, '/staff/back/hand');
	}
};
