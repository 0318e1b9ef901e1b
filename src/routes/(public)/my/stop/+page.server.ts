import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT } from '#lib/intake/typedText.ts';
import { reinstate, withdraw, writeMessage } from '#lib/server/complaints/complainantActs.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { stoppingOf } from '#lib/server/intake/my/stopping.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { dayWords } from '#lib/words/dates.ts';
import { MESSAGE_PROBLEMS } from '#lib/words/public/messages.ts';
import { STOP_PROBLEMS, STOP_SAID } from '#lib/words/public/stop.ts';
import {
	actIdIn,
	done,
	hiddenIds,
	moveUnsent,
	openOwn,
	openOwnToWrite,
	refusalOf,
	sentOn,
	unsentOn
} from '../own.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const schema = z.object({
	stop: z.enum(['all', 'some', 'pause'], STOP_PROBLEMS.blank).default('' as never),
	which: textUpTo(LONGEST_TEXT, MESSAGE_PROBLEMS.tooLong)
});

/** "I changed my mind"; once all of it was stopped, starting again. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	const stopping = stoppingOf(own);
	const hidden = hiddenIds();
	if (stopping.kind === 'stopped') {
		await moveUnsent(own, 'stop');
		return { isStopped: true as const, mayUndo: stopping.mayUndo, hidden };
	}
	const { undoByOn } = stopping;
	const undoBy = undoByOn && dayWords(undoByOn, own.rules.today);
	return { isStopped: false as const, undoBy, unsent: await unsentOn(own, 'stop'), hidden };
};

export const actions: Actions = {
	default: async (event) => {
		const fields = await readPosted(event);
		const own = await openOwnToWrite(event, 'stop', fields);
		if (fields.get('act') === 'again') return startAgain(event, own, fields);

		const checked = await checkForm(fields, schema);
		const chosen = String(fields.get('stop') ?? '');
		const typed = String(fields.get('which') ?? '');
		const wrong = { chosen, typed, isConfirming: false };
		if (!checked.valid) {
			return fail(400, { ...wrong, error: checked.errors.stop ?? checked.errors.which ?? null });
		}
		if (checked.data.stop !== 'all') {
			await say(own, fields, `${STOP_SAID[checked.data.stop]}\n${typed}`.trim());
			await sentOn(own, 'stop');
			return done(event, checked.data.stop === 'some' ? 'p' : 'q');
		}
		if (fields.get('confirm') !== 'yes') return { ...wrong, isConfirming: true, error: null };
		return stopAll(event, own, fields);
	}
};

async function stopAll(event: RequestEvent, { complaintId }: OwnCase, fields: FormData) {
	const words = String(fields.get('which') ?? '').trim();
	const act = { complaintId, actId: actIdIn(fields), strandIds: 'all' as const };
	const refusal = refusalOf(await withdraw(getService(), act));
	if (!refusal) {
		// They named a part, and then chose all of it.
		if (words !== '') {
			await writeMessage(getService(), { complaintId, actId: actIdIn(fields, 'id2'), words });
		}
		await sentOn({ complaintId }, 'stop');
		return done(event, 's');
	}
	return fail(409, { chosen: 'all', typed: words, isConfirming: false, error: refusal });
}

async function startAgain(event: RequestEvent, own: OwnCase, fields: FormData) {
	const stopping = stoppingOf(own);
	if (stopping.kind === 'running') return done(event, 'r');
	const { complaintId } = own;
	const act = { complaintId, actId: actIdIn(fields), strandIds: 'all' as const };
	const refusal = stopping.mayUndo ? refusalOf(await reinstate(getService(), act)) : null;
	if (stopping.mayUndo && !refusal) return done(event, 'r');
	return fail(409, { chosen: '', typed: '', isConfirming: false, error: refusal });
}

function say({ complaintId }: OwnCase, fields: FormData, words: string) {
	return writeMessage(getService(), { complaintId, actId: actIdIn(fields), words });
}
