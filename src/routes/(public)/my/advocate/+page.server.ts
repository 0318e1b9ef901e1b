import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { ADVOCATE_MAY_KNOW } from '#lib/intake/codes.ts';
import { askForAdvocate } from '#lib/server/complaints/complainantActs.ts';
import { advocatePage } from '#lib/server/intake/my/advocatePage.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { ADVOCATE_PROBLEMS } from '#lib/words/public/advocate.ts';
import { actIdIn, done, hiddenIds, openOwn, openOwnToAct, refusalOf } from '../own.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	mayKnow: z.enum(ADVOCATE_MAY_KNOW, ADVOCATE_PROBLEMS.blank).default('' as never)
});

/** Somebody on their side. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	const { advocacy } = await event.parent();
	return { ...advocatePage(own, advocacy), hidden: hiddenIds() };
};

export const actions: Actions = {
	default: async (event) => {
		const fields = await readPosted(event);
		const { complaintId } = await openOwnToAct(event);
		const checked = await checkForm(fields, schema);
		if (!checked.valid) return fail(400, { chosen: null, error: checked.errors.mayKnow ?? null });
		const { mayKnow } = checked.data;
		const act = { complaintId, actId: actIdIn(fields), mayKnow };
		const refusal = refusalOf(await askForAdvocate(getService(), act));
		if (refusal) return fail(409, { chosen: mayKnow, error: refusal });
		done(event, 'b');
	}
};
