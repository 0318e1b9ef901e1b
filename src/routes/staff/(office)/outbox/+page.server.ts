import { error, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { asActor } from '#lib/server/database/connect.ts';
import { listOutgoing } from '#lib/server/mail/listOutgoing.ts';
import { heldMessageForm, sendHeld } from '#lib/server/mail/sendHeld.ts';
import { getService } from '#lib/server/running.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (!locals.staff) error(404, 'There is no such page');
	const { db, keys } = getService();
	// With their own eyes: an administrator who is complained about sees no message of that case.
	const actor = `staff:${locals.staff.staffId}` as const;
	return { messages: await asActor(db, actor, (trx) => listOutgoing(trx, keys)) };
};

export const actions: Actions = {
	send: async ({ request, locals }) => {
		if (!locals.staff) error(404, 'There is no such page');
		const form = await superValidate(request, zod4(heldMessageForm));
		// One that went meanwhile, or was sent by another administrator, shows so on the page.
		if (form.valid) await sendHeld(getService(), locals.staff.staffId, form.data.messageId);
		redirect(303, '/staff/outbox');
	}
};
