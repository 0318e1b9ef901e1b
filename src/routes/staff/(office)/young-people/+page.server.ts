import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { countOutsideHelp } from '#lib/server/advocacy/outsideHelp.ts';
import {
	awayForm,
	backForm,
	closedForm,
	helpForm,
	openAgainForm,
	undertakingForm
} from '#lib/server/advocacy/portalForms.ts';
import { sayAway, sayThereAgain } from '#lib/server/advocacy/providerAway.ts';
import { makePartnerPass } from '#lib/server/advocacy/partnerPass.ts';
import { signUndertaking } from '#lib/server/advocacy/signUndertaking.ts';
import { readYoungPeople } from '#lib/server/advocacy/youngPeople.ts';
import { endCover, setCover } from '#lib/server/cover/setCover.ts';
import { addressOf } from '#lib/server/http/crossing.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { getService } from '#lib/server/running.ts';
import { COVER_PROBLEMS } from '#lib/words/advocates.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const staffId = who(event);
	const read = await readYoungPeople(getService(), staffId);
	if (!read) error(404, 'There is no such page');
	return {
		...read,
		me: staffId,
		actId: crypto.randomUUID(),
		did: event.url.searchParams.get('did')
	};
};

export const actions: Actions = {
	sign: async (event) => {
		const form = await superValidate(event.request, zod4(undertakingForm));
		if (!form.valid) return fail(400, { act: 'sign', errors: formErrors(form.errors, 'sign-') });
		await signUndertaking(getService(), who(event));
		redirect(303, '/staff/young-people');
	},
	/** They tell us for somebody who is not theirs yet, on the side for the public. */
	begin: async (event) => {
		const pass = await makePartnerPass(getService(), who(event));
		if (pass === null) redirect(303, '/staff/young-people');
		redirect(303, addressOf('public', event.url, `/for-advocates/${pass}`));
	},
	away: async (event) => {
		const staffId = who(event);
		const form = await superValidate(event.request, zod4(awayForm));
		const { id: coverId, ...cover } = form.data;
		const given = { act: 'away', given: form.data };
		if (!form.valid) return fail(400, { ...given, errors: formErrors(form.errors, 'away-') });
		if (cover.toOn < cover.fromOn) return fail(400, { ...given, errors: [ENDS_FIRST] });
		const set = await setCover(getService(), staffId, { coverId, absentId: staffId, ...cover });
		if (set.done) redirect(303, '/staff/young-people?did=away');
		if (set.refusal === 'over') return fail(400, { ...given, errors: [OVER] });
		const sentence = COVER_PROBLEMS[set.refusal];
		return fail(409, { ...given, errors: [{ fieldId: 'away-coveringId', sentence }] });
	},
	back: async (event) => {
		const form = await superValidate(event.request, zod4(backForm));
		if (form.valid) await endCover(getService(), who(event), form.data.coverId);
		redirect(303, '/staff/young-people?did=back');
	},
	/** Nobody of their provider is there. */
	closed: async (event) => {
		const form = await superValidate(event.request, zod4(closedForm));
		const { id: awayId, fromOn, toOn } = form.data;
		const given = { act: 'closed', given: form.data };
		if (!form.valid) return fail(400, { ...given, errors: formErrors(form.errors, 'closed-') });
		const isOver = toOn < dateInEngland(getService().now());
		if (toOn < fromOn || isOver) {
			const { sentence } = toOn < fromOn ? ENDS_FIRST : OVER;
			return fail(400, { ...given, errors: [{ fieldId: 'closed-toOn', sentence }] });
		}
		await sayAway(getService(), who(event), { awayId, fromOn, toOn });
		redirect(303, '/staff/young-people?did=closed');
	},
	open: async (event) => {
		const form = await superValidate(event.request, zod4(openAgainForm));
		if (form.valid) await sayThereAgain(getService(), who(event), form.data.awayId);
		redirect(303, '/staff/young-people?did=open');
	},
	help: async (event) => {
		const form = await superValidate(event.request, zod4(helpForm));
		const { id: helpId, ...help } = form.data;
		const given = { act: 'help', given: form.data };
		if (!form.valid) return fail(400, { ...given, errors: formErrors(form.errors, 'help-') });
		if (help.helpedOn > dateInEngland(getService().now())) {
			return fail(400, { ...given, errors: [NOT_YET] });
		}
		await countOutsideHelp(getService(), who(event), { helpId, ...help });
		redirect(303, '/staff/young-people?did=help');
	}
};

const ENDS_FIRST = {
	fieldId: 'away-toOn',
	sentence: 'Enter a last day that is not before the first'
} as const;
const OVER = { fieldId: 'away-toOn', sentence: COVER_PROBLEMS.over } as const;
const NOT_YET = { fieldId: 'help-helpedOn', sentence: 'Enter a day that is not to come' } as const;

function who({ locals }: Pick<RequestEvent, 'locals'>): string {
	if (!locals.staff) error(404, 'There is no such page');
	return locals.staff.staffId;
}
