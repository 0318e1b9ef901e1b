import { error, fail } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { z } from 'zod';
import { findLogos, keepLogo, makeLogo, removeLogo } from '#lib/server/advocacy/providerLogos.ts';
import { readProviders } from '#lib/server/advocacy/readProviders.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';
import { LOGO_FILE_PROBLEMS, LOGO_PROBLEMS } from '#lib/words/logos.ts';
import { readSent } from '../../../sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

const CHOOSE = 'Choose whose logo it is';
const logoForm = z.object({ provider: z.string().min(1, CHOOSE).max(40, CHOOSE) });

export const load: PageServerLoad = ({ locals }) =>
	inTransaction(getService(), { kind: 'staff', staffId: staffOf(locals) }, async ({ trx }) => {
		const logos = await findLogos(trx, '/staff/settings/logos/');
		const { advocacy } = await readCouncil(trx);
		return {
			providers: advocacy.providers.map(({ providerId, name }) => ({
				providerId,
				name,
				logo: logos.get(providerId) ?? null
			}))
		};
	});

export const actions: Actions = {
	keep: async ({ request, locals }) => {
		const sent = await readSent(request, { takes: ['picture'], room: 1 });
		const form = await superValidate(sent.fields, zod4(logoForm));
		const { provider } = form.data;
		if (!form.valid) return fail(400, { provider, errors: formErrors(form.errors, 'logo-') });
		if (!(await isThere(provider))) return wrong(provider, CHOOSE, 'logo-provider');
		const refusal = sent.refused['file'];
		const [taken] = sent.files;
		if (refusal || !taken) {
			return wrong(provider, refusal ? LOGO_FILE_PROBLEMS[refusal] : LOGO_PROBLEMS.none);
		}
		const logo = await makeLogo(taken.file);
		if (!logo.made) return wrong(provider, LOGO_PROBLEMS[logo.because]);
		await keepLogo(getService(), staffOf(locals), { providerId: provider, logo });
		return { kept: true };
	},
	remove: async ({ request, locals }) => {
		const provider = (await request.formData()).get('provider');
		await removeLogo(getService(), staffOf(locals), String(provider));
		return { removed: true };
	}
};

function wrong(provider: string, sentence: string, fieldId = 'logo-file') {
	return fail(400, { provider, errors: [{ fieldId, sentence }] });
}

/** Whether a provider is in the settings still: somebody else may have taken it out meanwhile. */
async function isThere(provider: string): Promise<boolean> {
	const { providers } = await readProviders(getService());
	return providers.some(({ providerId }) => providerId === provider);
}

function staffOf(locals: App.Locals): string {
	if (!locals.staff) error(404, 'There is no such page');
	return locals.staff.staffId;
}
