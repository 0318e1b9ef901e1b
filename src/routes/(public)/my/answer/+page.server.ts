import { redirect } from '@sveltejs/kit';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { markAnswerOpened, replyToAnswer } from '#lib/server/complaints/complainantReplies.ts';
import { answerPage } from '#lib/server/intake/my/answerPage.ts';
import { isAdults } from '#lib/server/intake/my/reader.ts';
import { hasAnswer } from '#lib/server/intake/my/answeredStrands.ts';
import { getService } from '#lib/server/running.ts';
import { actIdIn, askToBeReadTo, done, hiddenIds, openOwn, openOwnToAct } from '../own.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The answer, and before it the choice of reading or hearing it now, with somebody, or later. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	if (!hasAnswer(own)) redirect(303, '/my');
	const hidden = hiddenIds();
	if (!event.url.searchParams.has('read')) return { isGate: true as const, hidden };
	await noteOpened(own);
	const hears = event.url.searchParams.has('hear');
	return { isGate: false as const, hidden, hears, isAdult: isAdults(own), ...answerPage(own) };
};

export const actions: Actions = {
	/** They would like somebody to go through it with them, or to read it to them. */
	default: async (event) => {
		const fields = await readPosted(event);
		const own = await openOwnToAct(event);
		if (fields.get('act') === 'readToMe') return askToBeReadTo(event, own, actIdIn(fields));
		const { complaintId, answers } = own;
		await replyToAnswer(getService(), {
			complaintId,
			actId: actIdIn(fields),
			strandIds: answers.map(({ strandId }) => strandId),
			reply: 'talkFirst'
		});
		done(event, 'h');
	}
};

/** The first time counts, so that a page opened twice at once is opened once. */
async function noteOpened({ complaintId, answers }: OwnCase): Promise<void> {
	for (const { strandId, openedAt } of answers) {
		if (openedAt !== null) continue;
		await markAnswerOpened(getService(), { complaintId, actId: crypto.randomUUID(), strandId });
	}
}
