import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { isOmbudsmanCaseOpen } from '#lib/domain/beside/ombudsmanCase.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import {
	MATTER_FORMS,
	MATTER_ORDERS,
	type MatterFormName
} from '#lib/server/ombudsman/matterForms.ts';
import { findOwnMatter, giveOmbudsmanOrder } from '#lib/server/ombudsman/ownMatters.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';
import { refusalWords } from '#lib/words/refusals.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const service = getService();
	if (!/^[0-9a-f-]{36}$/i.test(params.id)) error(404, 'There is no such page');
	const actor = { kind: 'staff', staffId: locals.staff?.staffId ?? '' } as const;
	const found = await inTransaction(service, actor, async (work) => ({
		own: await findOwnMatter(work, params.id),
		decisions: (await readCouncil(work.trx)).ombudsman.decisions.map(({ name }) => name)
	}));
	if (!found.own) error(404, 'There is no such page');
	const { matter, texts, about } = found.own;
	return {
		matter,
		isOpen: isOmbudsmanCaseOpen(matter),
		texts: Object.fromEntries(texts),
		about,
		decisions: found.decisions,
		today: dateInEngland(service.now()),
		ids: [crypto.randomUUID(), crypto.randomUUID()] as const
	};
};

export const actions: Actions = Object.fromEntries(
	(Object.keys(MATTER_FORMS) as MatterFormName[]).map((name) => [
		name,
		(event: RequestEvent) => give(event, name)
	])
);

async function give({ request, locals, params }: RequestEvent, name: MatterFormName) {
	const form = await superValidate(request, zod4(MATTER_FORMS[name] as never));
	const values = form.data as Record<string, string>;
	if (!form.valid) {
		return fail(400, { name, values, errors: formErrors(form.errors, `${name}-`) });
	}
	const order = MATTER_ORDERS[name](params.id, form.data as never);
	const carried = await giveOmbudsmanOrder(getService(), locals.staff?.staffId ?? '', order);
	if (carried.done) redirect(303, `/staff/ombudsman/${params.id}`);
	const sentence = refusalWords(carried.refusal);
	return fail(409, { name, values, errors: [{ fieldId: `${name}-on`, sentence }] });
}
