import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';
import { addMore } from '#lib/server/complaints/complainantActs.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { MESSAGE_PROBLEMS } from '#lib/words/public/messages.ts';
import { actIdIn, admitWriter, done, hiddenIds, openOwn, refusalOf } from '../own.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	more: textUpTo(LONGEST_TEXT, MESSAGE_PROBLEMS.tooLong).refine(
		(typed) => typed.trim() !== '',
		MESSAGE_PROBLEMS.addedBlank
	)
});

export const load: PageServerLoad = async (event) => {
	await openOwn(event);
	return { hidden: hiddenIds() };
};

export const actions: Actions = {
	default: async (event) => {
		const fields = await readPosted(event);
		const checked = await checkForm(fields, schema);
		if (!checked.valid) {
			return fail(400, { typed: String(fields.get('more') ?? ''), error: checked.errors.more });
		}
		const { complaintId, isIdle } = await admitWriter(event);
		const act = { complaintId, actId: actIdIn(fields), words: checked.data.more };
		const refusal = refusalOf(await addMore(getService(), act));
		if (refusal) return fail(409, { typed: act.words, error: refusal });
		done(event, 'a', isIdle);
	}
};
