import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT } from '#lib/intake/typedText.ts';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { notUnderstood } from '#lib/server/complaints/complainantReplies.ts';
import { messagesPage } from '#lib/server/intake/my/messagesPage.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { MESSAGE_PROBLEMS } from '#lib/words/public/messages.ts';
import { NOTICES } from '#lib/words/public/tracking.ts';
import {
	actIdIn,
	admitWriter,
	doneWithFiles,
	hiddenIds,
	isAllRefused,
	keepAndAsk,
	openOwn,
	openOwnToAct,
	readWithFiles,
	refusalOf,
	sayNotKept,
	sentOn,
	unsentOn
} from '../own.server.ts';
import { leftOutOf } from '../notices.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({ words: textUpTo(LONGEST_TEXT, MESSAGE_PROBLEMS.tooLong) });

const SAID = { sent: NOTICES.messageSent, unclear: NOTICES.notUnderstood } as const;

/** Messages both ways. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	const key = event.url.searchParams.get('n');
	const said = key === 'a' ? SAID.sent : key === 'b' ? SAID.unclear : null;
	const isAdult = own.complaint.madeBy === 'adult';
	return {
		...messagesPage(own),
		unsent: await unsentOn(own, 'messages'),
		hidden: hiddenIds(),
		takesPdf: isAdult,
		unclearIds: Object.fromEntries(
			own.messages.map(({ messageId }) => [messageId, hiddenIds().id])
		),
		notice: said && [said, ...leftOutOf(event.url, { isAdult })].join(' ')
	};
};

export const actions: Actions = {
	send: async (event) => {
		const sent = await readWithFiles(event);
		const { fields, files, refused, fileError } = sent;
		const typed = String(fields.get('words') ?? '');
		const checked = await checkForm(fields, schema);
		const { complaintId, isIdle } = await admitWriter(event);
		if (!checked.valid) {
			const typing = { complaintId, holder: 'complainant', page: 'messages' } as const;
			if (isIdle) return keepAndAsk(event, typing, fields);
			return fail(400, { typed, error: checked.errors.words, fileError: sayNotKept(sent) });
		}
		if (isAllRefused(sent, typed, isIdle)) return fail(400, { typed, error: null, fileError });
		if (typed.trim() === '' && files.length === 0) {
			return fail(400, { typed, error: MESSAGE_PROBLEMS.blank, fileError: null });
		}
		const act = { complaintId, actId: actIdIn(fields), words: checked.data.words };
		const refusal = refusalOf(await writeMessage(getService(), act, files));
		if (refusal) return fail(409, { typed, error: refusal, fileError: sayNotKept(sent) });
		await sentOn({ complaintId }, 'messages');
		doneWithFiles(event, '/my/messages?n=a', { refused, isIdle });
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
