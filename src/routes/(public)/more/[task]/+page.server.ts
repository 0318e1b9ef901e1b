import { error, fail, redirect } from '@sveltejs/kit';
import { addMore } from '#lib/server/complaints/complainantActs.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { keepEquality, readEquality } from '#lib/server/more/equality.ts';
import { equalityIn, moreForm, wordsOf } from '#lib/server/more/moreForms.ts';
import { moreFields, type MoreAgain } from '#lib/server/more/morePage.ts';
import { findUnsentPage, type Unsent } from '#lib/server/intake/my/unsentWords.ts';
import { getService } from '#lib/server/running.ts';
import { MORE_HEADINGS, MORE_TASKS, type MoreTask } from '#lib/words/public/more.ts';
import {
	actIdIn,
	admitWriter,
	done,
	hiddenIds,
	openOwn,
	sentOn,
	unsentOn
} from '../../my/own.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const task = taskOf(event.params.task);
	const own = await openOwn(event);
	const said = await readEquality(getService(), own.complaintId);
	const page = findUnsentPage(`more/${task}`);
	const unsent = page ? await unsentOn(own, page) : {};
	return {
		...MORE_HEADINGS[task],
		fields: moreFields(task, said, again(unsent)),
		hidden: hiddenIds()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const task = taskOf(event.params.task);
		const fields = await readPosted(event);
		if (fields.has('skip')) redirect(303, '/more');
		const checked = await checkForm(fields, moreForm);
		if (!checked.valid) {
			return fail(400, { fields: moreFields(task, {}, { sent: fields, errors: checked.errors }) });
		}
		const { complaintId, isIdle } = await admitWriter(event);
		const words = wordsOf(task, checked.data);
		const act = { complaintId, actId: actIdIn(fields) };
		if (words !== null) await addMore(getService(), { ...act, words });
		await keepEquality(getService(), complaintId, await answersIn(task, fields, complaintId));
		const page = findUnsentPage(`more/${task}`);
		if (page) await sentOn({ complaintId }, page);
		if (isIdle) done(event, 'a', isIdle);
		redirect(303, `/more?n=${checked.data.when === 'longAgo' ? 'b' : 'a'}`);
	}
};

/** What of the page is kept apart from the case: the five answers, and the age beside them. */
async function answersIn(task: MoreTask, fields: FormData, complaintId: string) {
	if (task === 'age' && fields.get('age') !== '') return { age: Number(fields.get('age')) };
	if (task !== 'you') return {};
	const { age } = await readEquality(getService(), complaintId);
	return equalityIn(fields, age ?? null);
}

/** What they had typed there and not sent; nothing is wrong with it yet. */
function again(unsent: Unsent): MoreAgain {
	const sent = new FormData();
	for (const [name, typed] of Object.entries(unsent)) sent.set(name, typed);
	return { sent, errors: {} };
}

function taskOf(name: string): MoreTask {
	const task = MORE_TASKS.find((one) => one === name);
	if (!task) error(404, 'Page not found');
	return task;
}
