import { redirect } from '@sveltejs/kit';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { markAnswerOpened, replyToAnswer } from '#lib/server/complaints/complainantReplies.ts';
import { answerPage } from '#lib/server/intake/my/answerPage.ts';
import { hasAnswer } from '#lib/server/intake/my/trackingPage.ts';
import { getService } from '#lib/server/running.ts';
import { done, openOwn, openOwnToAct } from '../own.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The answer, and before it the choice of reading it now, with somebody, or later. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	if (!hasAnswer(own)) redirect(303, '/my');
	if (!event.url.searchParams.has('read')) return { isGate: true as const };
	await noteOpened(own);
	return { isGate: false as const, ...answerPage(own) };
};

export const actions: Actions = {
	/** They would like somebody to go through it with them. */
	default: async (event) => {
		const { complaintId, answers } = await openOwnToAct(event);
		await replyToAnswer(getService(), {
			complaintId,
			actId: crypto.randomUUID(),
			strandIds: answers.map(({ strandId }) => strandId),
			reply: 'talkFirst'
		});
		done(event, 'h');
	}
};

async function noteOpened({ complaintId, answers }: OwnCase): Promise<void> {
	for (const { strandId, openedAt } of answers) {
		if (openedAt !== null) continue;
		await markAnswerOpened(getService(), { complaintId, actId: crypto.randomUUID(), strandId });
	}
}
