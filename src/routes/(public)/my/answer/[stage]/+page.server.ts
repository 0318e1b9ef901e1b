import { error, redirect } from '@sveltejs/kit';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { markFullAnswerOpened } from '#lib/server/complaints/fullAnswers/ownFullAnswers.ts';
import { fullAnswerPage, fullAnswersAt } from '#lib/server/intake/my/fullAnswerPage.ts';
import { ombudsmanPart } from '#lib/server/intake/my/ombudsmanPage.ts';
import { isAdults } from '#lib/server/intake/my/reader.ts';
import { getService } from '#lib/server/running.ts';
import { GO_THROUGH } from '#lib/words/public/fullAnswer.ts';
import { readPosted } from '../../../posted.server.ts';
import {
	actIdIn,
	askToBeReadTo,
	done,
	hiddenIds,
	openOwn,
	openOwnToAct
} from '../../own.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The full answer, and before it the choice of reading it now, with somebody, or later. */
export const load: PageServerLoad = async (event) => {
	const stage = stageIn(event.params.stage);
	const own = await openOwn(event);
	if (fullAnswersAt(own, stage).length === 0) redirect(303, '/my');
	const hidden = hiddenIds();
	const here = `/my/answer/${stage}`;
	if (!event.url.searchParams.has('read')) return { isGate: true as const, hidden, here };
	await markFullAnswerOpened(getService(), { complaintId: own.complaintId, stage });
	const ombudsman = await ombudsmanPart(getService(), own);
	const page = fullAnswerPage(own, stage);
	return {
		isGate: false as const,
		hidden,
		here,
		hears: event.url.searchParams.has('hear'),
		isAdult: isAdults(own),
		ombudsman,
		...page,
		nextHref: page.nextHref ?? (ombudsman ? '/my/next' : null)
	};
};

export const actions: Actions = {
	/** They would like somebody to go through it with them, or to read it: staff read it as a message. */
	default: async (event) => {
		stageIn(event.params.stage);
		const fields = await readPosted(event);
		const own = await openOwnToAct(event);
		if (fields.get('act') === 'readToMe') return askToBeReadTo(event, own, actIdIn(fields));
		const { complaintId } = own;
		await writeMessage(getService(), {
			complaintId,
			actId: actIdIn(fields),
			words: GO_THROUGH
		});
		done(event, 'h');
	}
};

function stageIn(stage: string): 2 | 3 {
	switch (stage) {
		case '2':
			return 2;
		case '3':
			return 3;
		default:
			return error(404, 'Page not found');
	}
}
