import type { Answers, KeptAnswerFile } from '#lib/intake/answers.ts';
import { findFilesField, type Checked, type Field } from '#lib/intake/question.ts';
import { fileWords, findSoundHref } from '#lib/intake/fileWords.ts';
import { findQuestion, toldOn } from '#lib/intake/questions.ts';
import type { StepId } from '#lib/intake/steps.ts';

/** One thing that was said, as the check page shows it. */
export interface CheckRow {
	question: string;
	/** A line an entry; empty where it was left blank. */
	answer: readonly string[];
	/** Which lines of it were typed, by their places; the others are words of ours. */
	typed: readonly number[];
	/** The page to change it on. */
	href: string;
	/** Recordings that can be heard, in the order in which the answer names them. */
	sounds: readonly string[];
	/** What Change changes, for those who hear the links alone. */
	about: string;
}

/** What each page's answer is called there; what they said themselves comes first. */
const ROWS = [
	['6', 'What happened'],
	['41', 'Who or what was good'],
	['42', 'What we can tell them'],
	['43', 'A reply'],
	['51', 'Your idea or question'],
	['52', 'Who it is about'],
	['53', 'An answer'],
	['25', 'The child’s own words'],
	['27', 'What happened'],
	['28', 'What would make it better for them'],
	['28b', 'What is about to change'],
	['23', 'If the child is safe'],
	['24', 'If anyone else is not'],
	['29', 'The child'],
	['22', 'If the child knows'],
	['26', 'How we hear from the child'],
	['30', 'How we reach the child'],
	['30a', 'Texts to the child'],
	['30b', 'Calls to the child'],
	['30c', 'Emails to the child'],
	['30d', 'Letters to the child'],
	['30e', 'Someone the child trusts'],
	['21', 'Who you are'],
	['36', 'What happened'],
	['37', 'What would put it right'],
	['37b', 'What is about to change'],
	['35', 'What it is about'],
	['33', 'Whose matter it is'],
	['34', 'A court'],
	['38', 'The child'],
	['31', 'Your link to the child'],
	['32', 'If you feel safe'],
	['39', 'Who else sees your messages'],
	['26b', 'How you want to tell us'],
	['26c', 'Your language'],
	['34b', 'How you want to tell us'],
	['34c', 'Your language'],
	['4', 'How you want to tell us'],
	['4b', 'Your language'],
	['7', 'What would make it better'],
	['7b', 'What is about to change'],
	['5', 'What it is about'],
	['3', 'Are you safe right now'],
	['8', 'Someone on your side'],
	['8b', 'What we can tell them'],
	['9', 'What we call you'],
	['10', 'How we get back to you'],
	['10a', 'Texts'],
	['10b', 'Calls'],
	['10c', 'Emails'],
	['10d', 'Letters'],
	['10e', 'Someone you trust'],
	['2', 'Who is telling us']
] as const satisfies readonly (readonly [StepId, string])[];

/** Everything that will be sent, and nothing that will not. */
export function checkRows(answers: Answers): readonly CheckRow[] {
	const told = toldOn(answers);
	return ROWS.filter(([id]) => told.has(id)).map(([id, name]) => {
		const lines = linesOf(id, answers);
		return {
			question: name,
			answer: lines.map(({ words }) => words),
			typed: lines.flatMap(({ isTyped }, place) => (isTyped ? place : [])),
			sounds: filesOn(id, answers).flatMap((file) => findSoundHref(file) ?? []),
			href: `/s/${id}?c=1`,
			about: name.toLowerCase()
		};
	});
}

function filesOn(id: StepId, answers: Answers): readonly KeptAnswerFile[] {
	const question = findQuestion(id);
	const field = question && findFilesField(question);
	return field ? (answers[field.in] ?? []) : [];
}

/** One line of an answer: an option of ours, or what they typed or is in another language. */
interface Line {
	words: string;
	isTyped: boolean;
}

function linesOf(id: StepId, answers: Answers): readonly Line[] {
	const question = findQuestion(id);
	if (!question) return [];
	const held = question.fill(answers);
	return question
		.fields(answers)
		.flatMap((field) =>
			field.kind === 'files'
				? (answers[field.in] ?? []).map((file) => ours(fileWords(file)))
				: sayField(field, held)
		);
}

function sayField(field: Exclude<Field, { kind: 'files' }>, held: Checked): readonly Line[] {
	const value = held[field.name];
	switch (field.kind) {
		case 'line':
		case 'textArea':
			return typeof value === 'string' && value.trim() ? [{ words: value, isTyped: true }] : [];
		case 'radios':
		case 'checkboxes': {
			const chosen = Array.isArray(value) ? value : [value];
			const labels = field.options.filter(({ code }) => chosen.includes(code));
			return labels.map(({ label, lang }) => ({
				words: field.sayWith ? `${field.sayWith} ${label}` : label,
				isTyped: lang !== undefined
			}));
		}
	}
}

function ours(words: string): Line {
	return { words, isTyped: false };
}
