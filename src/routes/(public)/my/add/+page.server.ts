import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT } from '#lib/intake/typedText.ts';
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
	keepAndAsk,
	openOwn,
	readWithFiles,
	refusalOf,
	sayNotKept,
	sentOn,
	unsentOn
} from '../own.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ more: textUpTo(LONGEST_TEXT, MESSAGE_PROBLEMS.tooLong) });

export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	return {
		unsent: await unsentOn(own, 'add'),
		hidden: hiddenIds(),
		takesPdf: own.complaint.madeBy === 'adult'
	};
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await readWithFiles(event);
		const { fields, files, refused, fileError } = sent;
		const typed = String(fields.get('more') ?? '');
		const checked = await checkForm(fields, schema);
		const { complaintId, isIdle } = await admitWriter(event);
		if (!checked.valid) {
			const typing = { complaintId, holder: 'complainant', page: 'add' } as const;
			if (isIdle) return keepAndAsk(event, typing, fields);
			return fail(400, { typed, error: checked.errors.more, fileError: sayNotKept(sent) });
		}
		if (isAllRefused(sent, typed, isIdle)) return fail(400, { typed, error: null, fileError });
		if (typed.trim() === '' && files.length === 0) {
			return fail(400, { typed, error: MESSAGE_PROBLEMS.addedBlank, fileError: null });
		}
		const act = { complaintId, actId: actIdIn(fields), words: checked.data.more };
		const refusal = refusalOf(await addMore(getService(), act, files));
		if (refusal) return fail(409, { typed, error: refusal, fileError: sayNotKept(sent) });
		await sentOn({ complaintId }, 'add');
		doneWithFiles(event, '/my?n=a', { refused, isIdle });
	}
};
