import { error, fail, redirect } from '@sveltejs/kit';
import { NO_ANSWERS, type Answers } from '#lib/intake/answers.ts';
import {
	findFilesField,
	type Checked,
	type FilesField,
	type Question
} from '#lib/intake/question.ts';
import {
	BEGINNINGS,
	findQuestion,
	firstUndone,
	isAside,
	isComplete
} from '#lib/intake/questions.ts';
import { findStepId, type StepId } from '#lib/intake/steps.ts';
import type { QuestionView } from '#lib/intake/questionView.ts';
import { isWithin, LONGEST_TEXT } from '#lib/intake/typedText.ts';
import { viewQuestion, type FormState } from '#lib/intake/viewQuestion.ts';
import { roomFor, takeFiles } from '#lib/server/intake/draftFiles.ts';
import { leave, saveForLater } from '#lib/server/intake/endVisit.ts';
import { isHeldByComplaint } from '#lib/server/intake/heldByComplaint.ts';
import { answersOf, openForm, type OpenForm } from '#lib/server/intake/openForm.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { readPreference } from '#lib/server/intake/preference.ts';
import { leaveOutBeside } from '#lib/server/intake/sendBeside.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { checkPage, sayAlert, sentPage } from '#lib/server/intake/stepPage.ts';
import { beginAt, takeStep } from '#lib/server/intake/takeStep.ts';
import { textSentWords } from '#lib/server/intake/textSentWords.ts';
import { findLanguageCode } from '#lib/words/languages/languages.ts';
import type { FileRefusal } from '#lib/words/files.ts';
import { ADULT_FILE_PROBLEMS, FILE_PROBLEMS } from '#lib/words/public/files.ts';
import { getService } from '#lib/server/running.ts';
import { readVisit, setVisit, type CookieEvent } from '../../visit.server.ts';
import { finish } from '../../finish.server.ts';
import { readPosted, readPostedFiles } from '../../posted.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The pages that ask which language they use. */
const ASKING_LANGUAGE: ReadonlySet<StepId> = new Set<StepId>(['4b', '26c', '34c']);

/** The page opened by a Change link says so, and leads back to the check page. */
const CHANGE = 'c';

export const load: PageServerLoad = async (event) => {
	const step = stepOf(event);
	const form = await openForm(getService(), readVisit(event));
	const begins = BEGINNINGS.has(step);
	if (form.kind === 'sent' && !begins) return showSent(event, step, form);
	if (form.kind !== 'open' && !begins) return { page: 'gone' as const };
	if (step === '12') redirect(303, '/s/11');
	if (step === '11') return showCheck(form);
	if (isHeldByComplaint(form, step)) return showBegunElse(form, step);
	return showQuestion(event, form, step);
};

export const actions: Actions = {
	default: async (event) => {
		const step = stepOf(event);
		if (isHeldByComplaint(await openForm(getService(), readVisit(event)), step)) {
			redirect(303, beginningOf(step));
		}
		const question = findQuestion(step);
		const files = question && findFilesField(question);
		if (files) return tell(event, question, files);
		const fields = await readPosted(event);
		switch (step) {
			case '11':
				return act(event, fields.get('act'));
			case '12':
				return fields.get('act') === 'text' ? textMe(event) : finish(event, leave);
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
	if (checked.valid && !isSkipped && !wantsAdvocate) {
		const held = answersOf(await openForm(getService(), readVisit(event)));
		const errors =
			question.missing?.(question.record(held, checked.data, getService().now())) ?? {};
		const wrong = { data: checked.data, errors };
		if (Object.keys(errors).length > 0) return showWrong(event, question, wrong);
	}

	const taken = await takeStep(getService(), readVisit(event), {
		question,
		checked: checked.valid ? checked.data : null,
		isChange: event.url.searchParams.has(CHANGE)
	});
	if (taken.kind !== 'next') redirect(303, taken.kind === 'sent' ? '/s/12' : `/s/${question.id}`);
	setVisit(event, taken.newCookie);
	if (taken.step === '12') return act(event, null);
	redirect(303, wantsAdvocate ? '/s/8?c=1' : nextAddress(question, taken.step));
}

/**
 * Somebody's telling: typed, said, or shown. Files are kept first, with what was typed beside them;
 * one that is added or deleted on its own leads back to the page.
 */
async function tell(event: RequestEvent, question: Question, field: FilesField) {
	const here = `/s/${question.id}`;
	if (BEGINNINGS.has(question.id)) {
		setVisit(event, await beginAt(getService(), readVisit(event), question));
	}
	const form = await openForm(getService(), readVisit(event));
	if (form.kind !== 'open') redirect(303, form.kind === 'sent' ? '/s/12' : here);
	const sent = await readPostedFiles(event, {
		takes: field.takesPdf ? ['picture', 'sound', 'pdf'] : ['picture', 'sound'],
		room: roomFor(answersOf(form), field.in)
	});
	if (sent === null) return showFileRefused(event, question, { refusal: 'tooBig', typed: {} });
	const typed = typedBeside(question, sent.fields);
	const removeId = sent.fields.get('remove');
	const taken = await takeFiles(getService(), readVisit(event), {
		files: sent.files.map(({ file }) => file),
		removeId: typeof removeId === 'string' ? removeId : null,
		formId: String(sent.fields.get('formId') ?? ''),
		list: field.in,
		record: (answers) =>
			question.record(answers, { ...question.fill(answers), ...typed }, getService().now())
	});
	if (taken.kind !== 'kept') redirect(303, taken.kind === 'sent' ? '/s/12' : here);
	const refusal = sent.refused[field.name] ?? taken.refusal;
	if (refusal) return showFileRefused(event, question, { refusal, typed });
	if (removeId !== null || sent.fields.has('attach')) {
		redirect(303, `${here}${event.url.search}`);
	}
	return answer(event, question, sent.fields);
}

/** What was typed on a page with files, by the name of its field, as far as it is not too long. */
function typedBeside(question: Question, fields: FormData): Checked {
	const names = question
		.fields(NO_ANSWERS)
		.flatMap(({ kind, name }) => (kind === 'textArea' ? name : []));
	const typed = names.map((name) => [name, fields.get(name)] as const);
	return Object.fromEntries(
		typed.filter(([, words]) => typeof words === 'string' && isWithin(words, LONGEST_TEXT))
	);
}

async function showFileRefused(
	event: RequestEvent,
	question: Question,
	{ refusal, typed }: { refusal: FileRefusal; typed: Checked }
) {
	const answers = answersOf(await openForm(getService(), readVisit(event)));
	const field = findFilesField(question);
	const problems = field?.takesPdf ? ADULT_FILE_PROBLEMS : FILE_PROBLEMS;
	return showWrong(event, question, {
		data: { ...question.fill(answers), ...typed },
		errors: { [field?.name ?? '']: problems[refusal] }
	});
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
	if (pressed === 'leaveOutThanks' || pressed === 'leaveOutIdea') {
		const kind = pressed === 'leaveOutThanks' ? 'thanks' : 'idea';
		await leaveOutBeside(getService(), readVisit(event), kind);
		redirect(303, '/s/11');
	}

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

/** What became of a text with the words, as the address says it after that. */
const TEXTED = { a: 'sent', b: 'failed' } as const;

/** The six words go to their own phone, in this request and never again by themselves. */
async function textMe(event: RequestEvent) {
	const { texted, newCookie } = await textSentWords(getService(), readVisit(event));
	setVisit(event, newCookie);
	if (texted === 'gone') redirect(303, '/s/12');
	redirect(303, `/s/12?n=${texted === 'sent' ? 'a' : 'b'}`);
}

function textedOf({ searchParams }: URL) {
	const key = searchParams.get('n');
	return key === 'a' || key === 'b' ? TEXTED[key] : null;
}

async function showSent(
	event: CookieEvent & { url: URL },
	step: StepId,
	{ sent }: Extract<OpenForm, { kind: 'sent' }>
) {
	setVisit(event, sent.newCookie);
	if (!sent.isFresh) redirect(303, '/back');
	if (step !== '12') redirect(303, '/s/12');
	const texted = textedOf(event.url);
	return { page: 'sent' as const, texted, ...(await sentPage(getService(), sent)) };
}

/** A thank-you or an idea waits for the complaint that was begun; on its first page it says so. */
function showBegunElse(form: OpenForm, step: StepId) {
	if (!BEGINNINGS.has(step)) redirect(303, beginningOf(step));
	const answers = answersOf(form);
	const theirs = isAside(answers) ? { ...answers, door: 'wrong' as const } : answers;
	return { page: 'begunElse' as const, carryOn: `/s/${firstUndone(theirs)}` };
}

function beginningOf(step: StepId): string {
	return step.startsWith('4') ? '/s/41' : '/s/51';
}

async function showCheck(form: OpenForm) {
	const answers = answersOf(form);
	if (!isComplete(answers)) redirect(303, `/s/${firstUndone(answers)}`);
	return { page: 'check' as const, ...(await checkPage(getService(), alertOf(form), answers)) };
}

async function showQuestion(event: CookieEvent, form: OpenForm, step: StepId) {
	const question = questionOn(step);
	const answers = await withLanguage(event, answersOf(form), step);
	const isChange = event.url.searchParams.has(CHANGE);
	const view = withFormId(viewQuestion(question, answers, { form: null, isChange }));
	switch (step) {
		case '1':
			return { page: 'begin' as const, view };
		case '3h': {
			const said = await sayAlert(getService(), alertOf(form), answers);
			return {
				page: 'help' as const,
				view,
				...said,
				hasCall: answers.callBack !== undefined,
				who: answers.who ?? 'child',
				carryOn: `/s/${question.next(answers)}`
			};
		}
		default:
			return { page: 'question' as const, view };
	}
}

/** Which language they use is answered beforehand by whoever chose to see the pages in it. */
async function withLanguage(event: CookieEvent, answers: Answers, step: StepId): Promise<Answers> {
	if (!ASKING_LANGUAGE.has(step)) return answers;
	const { language } = await readPreference(getService(), readVisit(event));
	const chosen = findLanguageCode(language);
	return chosen ? { language: chosen, adultLanguage: chosen, ...answers } : answers;
}

async function showWrong(event: RequestEvent, question: Question, wrong: FormState) {
	const answers = answersOf(await openForm(getService(), readVisit(event)));
	const isChange = event.url.searchParams.has(CHANGE);
	const view = viewQuestion(question, answers, { form: wrong, isChange });
	return fail(400, { view: withFormId(view) });
}

/** So that the same form sent twice adds no file twice. */
function withFormId(view: QuestionView): QuestionView {
	const formId = crypto.randomUUID();
	return {
		...view,
		fields: view.fields.map((field) => (field.kind === 'files' ? { ...field, formId } : field))
	};
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
