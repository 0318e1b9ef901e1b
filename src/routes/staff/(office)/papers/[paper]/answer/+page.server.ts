import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { findAnswerOfPapers } from '#lib/server/complaints/fullAnswers/answerDoor.ts';
import { readFullAnswer } from '#lib/server/complaints/fullAnswers/readFullAnswer.ts';
import { getService } from '#lib/server/running.ts';
import { releaseByForm, sendBackByForm, type AnswerAt } from '../../../../fullAnswer.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { staffId, answer, reference } = await whatFor(event);
	const read = await readFullAnswer(getService(), staffId, answer);
	if (!read) error(404, 'There is no such page');
	return {
		answer: read,
		reference,
		stage: answer.stage,
		me: staffId,
		paperId: event.params.paper,
		commandId: crypto.randomUUID(),
		today: dateInEngland(getService().now())
	};
};

export const actions: Actions = {
	sendBack: async (event) => sendBackByForm(event, await whatFor(event)),
	release: async (event) => releaseByForm(event, await whatFor(event))
};

/** The answer they decide by these papers; whoever has not signed is asked to do that first. */
async function whatFor({
	locals,
	params
}: Pick<RequestEvent, 'locals' | 'params'>): Promise<AnswerAt & { reference: string }> {
	if (!locals.staff || !z.uuid().safeParse(params.paper).success) {
		error(404, 'There is no such page');
	}
	const { staffId } = locals.staff;
	const found = await findAnswerOfPapers(getService(), staffId, params.paper);
	if (!found) error(404, 'There is no such page');
	if (!found.isSigned) redirect(303, `/staff/papers/${params.paper}`);
	return { staffId, answer: found.answer, reference: found.reference };
}
