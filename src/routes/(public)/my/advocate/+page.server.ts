import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { MAY_KNOW } from '#lib/domain/advocacy/request.ts';
import { ADVOCATE_MAY_KNOW } from '#lib/intake/codes.ts';
import { changeAdvocateConsent } from '#lib/server/advocacy/changeConsent.ts';
import { findLogo } from '#lib/server/advocacy/providerLogos.ts';
import { readProviders } from '#lib/server/advocacy/readProviders.ts';
import { askForAdvocate } from '#lib/server/complaints/complainantActs.ts';
import { advocatePage } from '#lib/server/intake/my/advocatePage.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { isReachable } from '#lib/server/people/safeContacts.ts';
import { getService } from '#lib/server/running.ts';
import { ADVOCATE_PROBLEMS } from '#lib/words/public/advocate.ts';
import { actIdIn, done, hiddenIds, openOwn, openOwnToAct, refusalOf } from '../own.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

const askForm = z.object({
	mayKnow: z.enum(ADVOCATE_MAY_KNOW, ADVOCATE_PROBLEMS.blank).default('' as never)
});
const shareForm = z.object({
	mayKnow: z.enum(MAY_KNOW, ADVOCATE_PROBLEMS.blankShare).default('' as never)
});

/** Somebody on their side. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	const { advocacy } = await event.parent();
	const page = advocatePage(own, await readProviders(getService()));
	const provider = page.provider
		? { ...page.provider, logo: await findLogo(getService(), page.provider.providerId) }
		: advocacy;
	return {
		...page,
		provider,
		reachHref: isReachable(own.safeContact) ? null : '/my/reach',
		hidden: hiddenIds()
	};
};

export const actions: Actions = {
	ask: async (event) => {
		const fields = await readPosted(event);
		const { complaintId } = await openOwnToAct(event);
		const checked = await checkForm(fields, askForm);
		if (!checked.valid) return fail(400, { chosen: null, error: checked.errors.mayKnow ?? null });
		const { mayKnow } = checked.data;
		const act = { complaintId, actId: actIdIn(fields), mayKnow };
		const refusal = refusalOf(await askForAdvocate(getService(), act));
		if (refusal) return fail(409, { chosen: mayKnow, error: refusal });
		done(event, 'b');
	},
	/** They change what their advocate may know, or take it back. */
	share: async (event) => {
		const fields = await readPosted(event);
		const { complaintId } = await openOwnToAct(event);
		const checked = await checkForm(fields, shareForm);
		if (!checked.valid) return fail(400, { chosen: null, error: checked.errors.mayKnow ?? null });
		const { mayKnow } = checked.data;
		const act = { complaintId, actId: actIdIn(fields), mayKnow };
		const refusal = refusalOf(await changeAdvocateConsent(getService(), act));
		if (refusal) return fail(409, { chosen: mayKnow, error: refusal });
		done(event, mayKnow === 'nothing' ? 'o' : 'n');
	}
};
