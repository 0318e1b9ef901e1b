import { error, fail, redirect } from '@sveltejs/kit';
import type { Question } from '#lib/intake/question.ts';
import { findQuestion, isComplete, firstUndone } from '#lib/intake/questions.ts';
import { findStepId, type StepId } from '#lib/intake/steps.ts';
import { viewQuestion, type FormState } from '#lib/intake/viewQuestion.ts';
import { leave, saveForLater } from '#lib/server/intake/endVisit.ts';
import { answersOf, openForm, type OpenForm } from '#lib/server/intake/openForm.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { checkPage, sayAlert, sentPage } from '#lib/server/intake/stepPage.ts';
import { takeStep } from '#lib/server/intake/takeStep.ts';
import { getService } from '#lib/server/running.ts';
import { readVisit, setVisit, shutVisit, type CookieEvent } from '../../visit.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The page opened by a Change link says so, and leads back to the check page. */
const CHANGE = 'c';

export const load: PageServerLoad = async (event) => {
	const step = stepOf(event);
	const form = await openForm(getService(), readVisit(event));
	if (form.kind === 'sent' && step !== '1') return showSent(event, step, form);
	if (form.kind !== 'open' && step !== '1') return { page: 'gone' as const };
	if (step === '12') redirect(303, '/s/11');
	if (step === '11') return showCheck(form);
	return showQuestion(event, form, step);
};

export const actions: Actions = {
	default: async (event) => {
		const step = stepOf(event);
		const fields = await readPosted(event);
		switch (step) {
			case '11':
				return act(event, fields.get('act'));
			case '12':
				return finish(event);
			default:
				return answer(event, questionOn(step), fields);
		}
	}
};

/** One press of Continue, Skip or whatever the page's button says. */
async function answer(event: RequestEvent, question: Question, fields: FormData) {
	const checked = await checkForm(fields, question.schema);
	const isSkipped = fields.has('skip');
	const wantsAdvocate = fields.has('someone') || (isSkipped && question.id === '1');
	if (!checked.valid && !isSkipped && !wantsAdvocate) return showWrong(event, question, checked);

	const taken = await takeStep(getService(), readVisit(event), {
		question,
		checked: checked.valid ? checked.data : null,
		isChange: event.url.searchParams.has(CHANGE)
	});
	if (taken.kind !== 'next') redirect(303, taken.kind === 'sent' ? '/s/12' : `/s/${question.id}`);
	setVisit(event, taken.newCookie);
	redirect(303, wantsAdvocate ? '/s/8?c=1' : nextAddress(question, taken.step));
}

/** Asking for a call stays on the page, which then says who was told and by when they call. */
function nextAddress({ id }: Question, next: StepId): string {
	return `/s/${id === '3h' ? id : next}`;
}

/** The check page's buttons. Without a name it is Send it. */
async function act(event: RequestEvent, pressed: FormDataEntryValue | null) {
	if (pressed === 'save') {
		const kept = await saveForLater(getService(), readVisit(event));
		redirect(303, kept ? '/s/11a' : '/s/11');
	}
	if (pressed === 'delete') redirect(303, '/s/11b');

	const sending = await sendDraft(getService(), readVisit(event));
	switch (sending.kind) {
		case 'sent':
			setVisit(event, sending.newCookie);
			return redirect(303, '/s/12');
		case 'unfinished':
			return redirect(303, `/s/${sending.step}`);
		case 'gone':
			return redirect(303, '/s/11');
	}
}

async function finish(event: RequestEvent) {
	await leave(getService(), readVisit(event));
	shutVisit(event);
	redirect(303, '/bye');
}

async function showSent(
	event: CookieEvent,
	step: StepId,
	{ sent }: Extract<OpenForm, { kind: 'sent' }>
) {
	setVisit(event, sent.newCookie);
	if (!sent.isFresh) redirect(303, '/back');
	if (step !== '12') redirect(303, '/s/12');
	return { page: 'sent' as const, ...(await sentPage(getService(), sent)) };
}

async function showCheck(form: OpenForm) {
	const answers = answersOf(form);
	if (!isComplete(answers)) redirect(303, `/s/${firstUndone(answers)}`);
	return { page: 'check' as const, ...(await checkPage(getService(), alertOf(form), answers)) };
}

async function showQuestion(event: { url: URL }, form: OpenForm, step: StepId) {
	const question = questionOn(step);
	const answers = answersOf(form);
	const isChange = event.url.searchParams.has(CHANGE);
	const view = viewQuestion(question, answers, { form: null, isChange });
	switch (step) {
		case '1':
			return { page: 'begin' as const, view };
		case '2a':
			return { page: 'person' as const, back: view.back };
		case '3h': {
			const said = await sayAlert(getService(), alertOf(form), answers);
			return {
				page: 'help' as const,
				view,
				...said,
				hasCall: answers.callBack !== undefined,
				isAdult: answers.who === 'adult',
				carryOn: `/s/${question.next(answers)}`
			};
		}
		default:
			return { page: 'question' as const, view };
	}
}

async function showWrong(event: RequestEvent, question: Question, wrong: FormState) {
	const answers = answersOf(await openForm(getService(), readVisit(event)));
	const isChange = event.url.searchParams.has(CHANGE);
	return fail(400, { view: viewQuestion(question, answers, { form: wrong, isChange }) });
}

function alertOf(form: OpenForm) {
	return form.kind === 'open' ? form.alert : null;
}

function stepOf({ params }: { params: { step: string } }): StepId {
	const step = findStepId(params.step);
	if (!step) error(404, 'Page not found');
	return step;
}

function questionOn(step: StepId): Question {
	const question = findQuestion(step);
	if (!question) error(404, 'Page not found');
	return question;
}
