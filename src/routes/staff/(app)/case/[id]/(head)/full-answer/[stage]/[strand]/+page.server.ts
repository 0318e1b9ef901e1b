import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { readFullAnswer } from '#lib/server/complaints/fullAnswers/readFullAnswer.ts';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';
import { getService } from '#lib/server/running.ts';
import {
	askByForm,
	releaseByForm,
	sendBackByForm,
	type AnswerAt
} from '../../../../../../../fullAnswer.server.ts';
import type { Actions, PageServerLoad } from './$types';

const address = z.object({
	id: z.uuid(),
	strand: z.uuid(),
	stage: chosenFrom(['2', '3'], 'There is no such answer').transform((stage) =>
		stage === '2' ? 2 : 3
	)
});

export const load: PageServerLoad = async ({ locals, params }) => {
	const { staffId, answer } = whatFor(locals, params);
	const read = await readFullAnswer(getService(), staffId, answer);
	if (!read) error(404, 'There is no such answer');
	return { answer: read, stage: answer.stage, me: staffId, commandId: crypto.randomUUID() };
};

export const actions: Actions = {
	ask: (event) => askByForm(event, whatFor(event.locals, event.params)),
	sendBack: (event) => sendBackByForm(event, whatFor(event.locals, event.params)),
	release: (event) => releaseByForm(event, whatFor(event.locals, event.params))
};

function whatFor(locals: App.Locals, params: Partial<Record<string, string>>): AnswerAt {
	const read = address.safeParse(params);
	if (!locals.staff || !read.success) error(404, 'There is no such answer');
	const { id, strand, stage } = read.data;
	return {
		staffId: locals.staff.staffId,
		answer: { complaintId: id, strandId: strand, stage }
	};
}
