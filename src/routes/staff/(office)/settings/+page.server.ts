import { fail } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { listStaff } from '#lib/server/auth/accounts.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { getService } from '#lib/server/running.ts';
import {
	readCouncil,
	readSettingVersions,
	saveSetting,
	SETTING_NAMES
} from '#lib/server/settings/council.ts';
import { COUNCIL_SETTINGS, type SettingName } from '#lib/server/settings/councilSchema.ts';
import { readSettingForm } from '#lib/server/settings/settingForms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Who can be on the duty list: those who may see an alert. */
const ON_DUTY = ['dutyWorker', 'complaintsOfficer', 'complaintsManager'] as const;

export const load: PageServerLoad = () =>
	asActor(getService().db, 'system', async (trx) => {
		const staff = await listStaff(trx);
		return {
			council: await readCouncil(trx),
			versions: await readSettingVersions(trx),
			able: staff
				.filter((person) => person.isActive && ON_DUTY.some((role) => person.roles.includes(role)))
				.map((person) => ({ value: person.staffId, label: person.displayName }))
		};
	});

export const actions: Actions = Object.fromEntries(
	SETTING_NAMES.map((name) => [name, (event: RequestEvent) => save(event, name)])
);

async function save({ request, locals }: RequestEvent, name: SettingName) {
	const form = await request.formData();
	const given = readSettingForm(name, form);
	const read = await superValidate(given as never, zod4(COUNCIL_SETTINGS[name] as never));
	if (!read.valid) return fail(400, { name, given, errors: formErrors(read.errors, `${name}-`) });
	const staffId = locals.staff?.staffId ?? null;
	const saved = await asActor(getService().db, `staff:${staffId}`, (trx) =>
		saveSetting(
			trx,
			{ name, value: read.data as never, seenVersion: Number(form.get('version') ?? 0) },
			staffId
		)
	);
	if (saved.saved) return { name, kept: true };
	const sentence =
		'Somebody changed this while you did. Look at what stands there now, then try again';
	return fail(409, { name, given, errors: [{ fieldId: name, sentence }] });
}
