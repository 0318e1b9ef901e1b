import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';
import { addMore } from '#lib/server/complaints/complainantActs.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { MESSAGE_PROBLEMS } from '#lib/words/public/messages.ts';
import {
	actIdIn,
	admitWriter,
	doneWithFiles,
	hiddenIds,
	isAllRefused,
	openOwn,
	readWithFiles,
	refusalOf,
	sayNotKept
} from '../own.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ more: textUpTo(LONGEST_TEXT, MESSAGE_PROBLEMS.tooLong) });

export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	return { hidden: hiddenIds(), takesPdf: own.complaint.madeBy === 'adult' };
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await readWithFiles(event);
		const { fields, files, refused, fileError } = sent;
		const typed = String(fields.get('more') ?? '');
		const checked = await checkForm(fields, schema);
		if (!checked.valid) {
			return fail(400, { typed, error: checked.errors.more, fileError: sayNotKept(sent) });
		}
		const { complaintId, isIdle } = await admitWriter(event);
		if (isAllRefused(sent, typed, isIdle)) return fail(400, { typed, error: null, fileError });
		if (typed.trim() === '' && files.length === 0) {
			return fail(400, { typed, error: MESSAGE_PROBLEMS.addedBlank, fileError: null });
		}
		const act = { complaintId, actId: actIdIn(fields), words: checked.data.more };
		const refusal = refusalOf(await addMore(getService(), act, files));
		if (refusal) return fail(409, { typed, error: refusal, fileError: sayNotKept(sent) });
		doneWithFiles(event, '/my?n=a', { refused, isIdle });
	}
};
