import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { LONGEST_TEXT, textUpTo } from '#lib/intake/typedText.ts';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { notUnderstood } from '#lib/server/complaints/complainantReplies.ts';
import { messagesPage } from '#lib/server/intake/my/messagesPage.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { MESSAGE_PROBLEMS } from '#lib/words/public/messages.ts';
import { NOTICES } from '#lib/words/public/tracking.ts';
import { clearVisit } from '../../visit.server.ts';
import {
	actIdIn,
	admitWriter,
	hiddenIds,
	openOwn,
	openOwnToAct,
	readWithFiles,
	refusalOf
} from '../own.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ words: textUpTo(LONGEST_TEXT, MESSAGE_PROBLEMS.tooLong) });

const SAID = { sent: NOTICES.messageSent, unclear: NOTICES.notUnderstood } as const;

/** Messages both ways. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	const said = event.url.searchParams.get('n');
	return {
		...messagesPage(own),
		hidden: hiddenIds(),
		takesPdf: own.complaint.madeBy === 'adult',
		unclearIds: Object.fromEntries(
			own.messages.map(({ messageId }) => [messageId, hiddenIds().id])
		),
		notice: said === 'a' ? SAID.sent : said === 'b' ? SAID.unclear : null
	};
};

export const actions: Actions = {
	send: async (event) => {
		const { fields, files, fileError } = await readWithFiles(event);
		const typed = String(fields.get('words') ?? '');
		const checked = await checkForm(fields, schema);
		if (!checked.valid) return fail(400, { typed, error: checked.errors.words, fileError });
		if (fileError) return fail(400, { typed, error: null, fileError });
		if (typed.trim() === '' && files.length === 0) {
			return fail(400, { typed, error: MESSAGE_PROBLEMS.blank, fileError: null });
		}
		const { complaintId, isIdle } = await admitWriter(event);
		const act = { complaintId, actId: actIdIn(fields), words: checked.data.words };
		const refusal = refusalOf(await writeMessage(getService(), act, files));
		if (refusal) return fail(409, { typed, error: refusal, fileError: null });
		if (!isIdle) redirect(303, '/my/messages?n=a');
		clearVisit(event);
		redirect(303, '/back?kept');
	},
	notUnderstood: async (event) => {
		const fields = await readPosted(event);
		const { complaintId } = await openOwnToAct(event);
		const messageId = z.uuid().safeParse(fields.get('message'));
		if (messageId.success) {
			const act = { complaintId, actId: actIdIn(fields), messageId: messageId.data };
			await notUnderstood(getService(), act);
		}
		redirect(303, '/my/messages?n=b');
	}
};
