import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT } from '#lib/intake/typedText.ts';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { helpedPage } from '#lib/server/intake/my/helpedPage.ts';
import { findUnsent, forgetUnsent, type Typing } from '#lib/server/intake/my/unsentWords.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { HELPED } from '#lib/words/public/helping.ts';
import { MESSAGE_PROBLEMS } from '#lib/words/public/messages.ts';
import { leftOutOf } from '../notices.ts';
import {
	actIdIn,
	admitHelper,
	doneWithFiles,
	hiddenIds,
	isAllRefused,
	keepAndAsk,
	openHelped,
	readWithFiles,
	refusalOf,
	sayNotKept
} from '../own.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ words: textUpTo(LONGEST_TEXT, MESSAGE_PROBLEMS.tooLong) });

/** How far it is, and what they and the team wrote. */
export const load: PageServerLoad = async (event) => {
	const isSent = event.url.searchParams.get('n') === 'a';
	const own = await openHelped(event);
	return {
		...helpedPage(own),
		unsent: await findUnsent(getService(), typingOf(own)),
		hidden: hiddenIds(),
		notice: isSent ? [HELPED.sent, ...leftOutOf(event.url, { isAdult: true })].join(' ') : null
	};
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await readWithFiles(event);
		const { fields, files, refused, fileError } = sent;
		const typed = String(fields.get('words') ?? '');
		const checked = await checkForm(fields, schema);
		const { complaintId, isIdle } = await admitHelper(event);
		if (!checked.valid) {
			if (isIdle) return keepAndAsk(event, typingOf({ complaintId }), fields);
			return fail(400, { typed, error: checked.errors.words ?? null, fileError: sayNotKept(sent) });
		}
		if (isAllRefused(sent, typed, isIdle)) return fail(400, { typed, error: null, fileError });
		if (typed.trim() === '' && files.length === 0) {
			return fail(400, { typed, error: HELPED.blank, fileError: null });
		}
		const { words } = checked.data;
		const act = { complaintId, actId: actIdIn(fields), words, party: 'helper' as const };
		const refusal = refusalOf(await writeMessage(getService(), act, files));
		if (refusal) return fail(409, { typed, error: refusal, fileError: sayNotKept(sent) });
		await forgetUnsent(getService(), typingOf({ complaintId }));
		doneWithFiles(event, '/my/helped?n=a', { refused, isIdle });
	}
};

function typingOf({ complaintId }: { complaintId: string }): Typing {
	return { complaintId, holder: 'helper', page: 'helped' };
}
