import type { Answers } from '#lib/intake/answers.ts';
import type { Door } from '#lib/intake/codes.ts';
import type { Checked, Field, Question } from '#lib/intake/question.ts';
import { fileWords, findSoundHref } from '#lib/intake/fileWords.ts';
import { backFrom, BEGINNINGS, isComplete } from '#lib/intake/questions.ts';
import type { ErrorView, FieldView, QuestionView } from '#lib/intake/questionView.ts';

/** What a form held when it was sent, and what is wrong with each of its fields. */
export interface FormState {
	data: Checked;
	/** The first sentence about each field that is wrong. */
	errors: Readonly<Record<string, string>>;
}

/** The page of a question, filled with what was answered before or with what was just sent. */
export function viewQuestion(
	question: Question,
	answers: Answers,
	{ form, isChange }: { form: FormState | null; isChange: boolean }
): QuestionView {
	const held = form?.data ?? question.fill(answers);
	const wrong = form?.errors ?? {};
	const fields = question
		.fields(answers)
		.map((field) =>
			field.kind === 'files' ? viewFiles(field, answers, wrong) : viewField(field, held, wrong)
		);
	const back = backFrom(question.id, answers);
	return {
		step: question.id,
		title: question.title,
		heading: question.heading,
		lead: question.lead?.(answers) ?? [],
		fields,
		errors: fields.filter(({ error }) => error !== null).map((field) => viewError(question, field)),
		button: question.button ?? 'Continue',
		skip: question.skip ?? null,
		back:
			isChange && isComplete(answers)
				? '/s/11'
				: back === null
					? addressOfDoor(question, answers)
					: `/s/${back}`,
		isChange
	};
}

/** A file that was refused may be of either input: the button that records has none of its own. */
function viewFiles(
	{ name, label, hint, in: list, takesPdf }: Extract<Field, { kind: 'files' }>,
	answers: Answers,
	wrong: FormState['errors']
): FieldView {
	const base = { id: name, name, label, hint: hint ?? null, error: wrong[name] ?? null };
	return {
		...base,
		kind: 'files',
		files: (answers[list] ?? []).map((file) => ({
			fileId: file.fileId,
			words: fileWords(file),
			href: findSoundHref(file)
		})),
		takesPdf: takesPdf ?? false,
		formId: null
	};
}

function viewField(
	field: Exclude<Field, { kind: 'files' }>,
	held: Checked,
	wrong: FormState['errors']
): FieldView {
	const { name, label, hint } = field;
	const base = { id: name, name, label, hint: hint ?? null, error: wrong[name] ?? null };
	const value = held[name];
	switch (field.kind) {
		case 'radios':
			return {
				...base,
				kind: field.kind,
				options: viewOptions(field.options),
				chosen: typeof value === 'string' ? value : null,
				isPair: field.isPair ?? false
			};
		case 'checkboxes':
			return {
				...base,
				kind: field.kind,
				options: viewOptions(field.options),
				chosen: Array.isArray(value) ? value.map(String) : []
			};
		case 'line':
			return { ...base, kind: field.kind, input: field.input, value: textOf(value) };
		case 'textArea':
			return { ...base, kind: field.kind, rows: field.rows, value: textOf(value) };
	}
}

type Options = Extract<Field, { kind: 'radios' | 'checkboxes' }>['options'];

function viewOptions(options: Options) {
	return options.map(({ code, label, hint, lang }) => ({
		code,
		label,
		hint: hint ?? null,
		...(lang ? { lang } : {})
	}));
}

/** Where each door of the home page is. */
const DOOR_ADDRESSES = {
	wrong: '/',
	idea: '/',
	thanks: '/',
	carer: '/carer',
	family: '/family',
	advocate: '/for-advocates'
} as const satisfies Record<Door, string>;

/** Where the first page of a way leads back to. */
function addressOfDoor({ id }: Question, { door }: Answers): string {
	if (BEGINNINGS.has(id)) return '/';
	return DOOR_ADDRESSES[door ?? 'wrong'];
}

/** Where the sentence offers another way to tell us, its last words lead there. */
const OTHER_WAY = { href: '/s/4?c=1', words: 'choose another way to tell us' };

function viewError(question: Question, { id, error }: FieldView): ErrorView {
	const message = error ?? '';
	const offersIt = question.id === '6' && message.endsWith(OTHER_WAY.words);
	return { fieldId: id, message, otherWay: offersIt ? OTHER_WAY : null };
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
