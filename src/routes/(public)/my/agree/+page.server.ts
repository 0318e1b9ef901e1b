import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT } from '#lib/intake/typedText.ts';
import { isAskedForConsent } from '#lib/server/complaints/childsConsent.ts';
import { answerAsked } from '#lib/server/intake/my/agreeing.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { AGREE, spokeForYou } from '#lib/words/public/agree.ts';
import { MESSAGE_PROBLEMS } from '#lib/words/public/messages.ts';
import { readPosted } from '../../posted.server.ts';
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
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
	agree: z.enum(['all', 'some', 'no', 'myself', 'advocate'], AGREE.missing).default('' as never),
	parts: textUpTo(LONGEST_TEXT, MESSAGE_PROBLEMS.tooLong)
});

const NOTICES = { all: 'i', some: 'j', someNamed: 'v', no: 'k' } as const;

export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	if (!isAskedForConsent(own.complaint)) {
		await moveUnsent(own, 'agree');
		redirect(303, '/my');
	}
	return {
		lead: spokeForYou(own.helperName),
		unsent: await unsentOn(own, 'agree'),
		hidden: hiddenIds()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const fields = await readPosted(event);
		const checked = await checkForm(fields, schema);
		const own = await openOwnToWrite(event, 'agree', fields);
		if (!isAskedForConsent(own.complaint)) redirect(303, '/my');
		if (!checked.valid) {
			return fail(400, {
				chosen: String(fields.get('agree') ?? ''),
				parts: String(fields.get('parts') ?? ''),
				error: checked.errors.agree ?? checked.errors.parts ?? null
			});
		}
		const { complaintId } = own;
		const after = await answerAsked(getService(), {
			...checked.data,
			complaintId,
			actId: actIdIn(fields)
		});
		switch (after.kind) {
			case 'refused': {
				const { agree, parts } = checked.data;
				return fail(409, { chosen: agree, parts, error: refusalOf(after.carried) });
			}
			case 'goOn':
				await sentOn(own, 'agree');
				return redirect(303, after.href);
			case 'said':
				await sentOn(own, 'agree');
				return done(event, NOTICES[after.said]);
		}
	}
};
