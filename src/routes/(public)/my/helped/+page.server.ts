import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { helpedPage } from '#lib/server/intake/my/helpedPage.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { HELPED } from '#lib/words/public/helping.ts';
import { MESSAGE_PROBLEMS } from '#lib/words/public/messages.ts';
import { clearVisit } from '../../visit.server.ts';
import { readPosted } from '../../posted.server.ts';
import { actIdIn, admitHelper, hiddenIds, openHelped, refusalOf } from '../own.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	words: textUpTo(LONGEST_TEXT, MESSAGE_PROBLEMS.tooLong).refine(
		(typed) => typed.trim() !== '',
		HELPED.blank
	)
});

/** How far it is, and what they and the team wrote. */
export const load: PageServerLoad = async (event) => ({
	...helpedPage(await openHelped(event)),
	hidden: hiddenIds(),
	notice: event.url.searchParams.get('n') === 'a' ? HELPED.sent : null
});

export const actions: Actions = {
	default: async (event) => {
		const fields = await readPosted(event);
		const checked = await checkForm(fields, schema);
		if (!checked.valid) {
			return fail(400, { typed: String(fields.get('words') ?? ''), error: checked.errors.words });
		}
		const { complaintId, isIdle } = await admitHelper(event);
		const { words } = checked.data;
		const act = { complaintId, actId: actIdIn(fields), words, party: 'helper' as const };
		const refusal = refusalOf(await writeMessage(getService(), act));
		if (refusal) return fail(409, { typed: words, error: refusal });
		if (!isIdle) redirect(303, '/my/helped?n=a');
		clearVisit(event);
		redirect(303, '/back?kept');
	}
};
