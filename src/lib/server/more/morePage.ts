import type { OptionView, PlainFieldView } from '#lib/intake/questionView.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import type { EqualityAnswers } from '#lib/server/more/equality.ts';
import { equalityQuestionsFor } from '#lib/words/equality.ts';
import {
	HELP_WORDS,
	MORE_FIELDS,
	MORE_HEADINGS,
	MORE_TASKS,
	TALK_WORDS,
	WHEN_WORDS,
	WHO_WORDS,
	type MoreTask
} from '#lib/words/public/more.ts';

/** The tasks that were done, by what was added to the case and what they said of themselves. */
export function tasksDone(
	{ texts }: Pick<OwnCase, 'texts'>,
	{ age: _age, ...said }: EqualityAnswers
): readonly MoreTask[] {
	const added = texts.filter(({ kind }) => kind === 'added').map(({ words }) => words ?? '');
	return MORE_TASKS.filter((task) =>
		task === 'you'
			? Object.keys(said).length > 0
			: added.some((words) => words.startsWith(`${MORE_HEADINGS[task].heading} `))
	);
}

/** What stands there again: all that was chosen or typed, and what was wrong by the field's name. */
export interface MoreAgain {
	sent: FormData;
	errors: Readonly<Record<string, string>>;
}

/** What a page asks; what was wrong with it, or was typed and not sent, stands there again. */
export function moreFields(
	task: MoreTask,
	said: EqualityAnswers,
	{ sent, errors }: MoreAgain = { sent: new FormData(), errors: {} }
): readonly PlainFieldView[] {
	const { heading } = MORE_HEADINGS[task];
	const base = (id: string, label: string) => ({
		id,
		name: id,
		label,
		hint: null,
		error: errors[id] ?? null
	});
	const typed = (id: string) => String(sent.get(id) ?? '');
	const ticked = (id: string) => sent.getAll(id).map(String);
	const radios = (id: string, label: string, words: Readonly<Record<string, string>>) => ({
		...base(id, label),
		kind: 'radios' as const,
		options: optionsOf(words),
		isPair: false
	});
	switch (task) {
		case 'talk':
			return [
				{ ...radios('talk', heading, TALK_WORDS), chosen: typed('talk') || null },
				{
					...base('talkTo', MORE_FIELDS.talkTo),
					kind: 'line',
					input: 'text',
					value: typed('talkTo')
				}
			];
		case 'age':
			return [{ ...base('age', heading), kind: 'line', input: 'text', value: typed('age') }];
		case 'when':
			return [{ ...radios('when', heading, WHEN_WORDS), chosen: typed('when') || null }];
		case 'who':
			return [
				{ ...base('called', MORE_FIELDS.who), kind: 'line', input: 'text', value: typed('called') },
				{
					...base('who', MORE_FIELDS.whoElse),
					kind: 'checkboxes',
					options: optionsOf(WHO_WORDS),
					chosen: ticked('who')
				}
			];
		case 'help':
			return [
				{
					...base('help', heading),
					kind: 'checkboxes',
					options: optionsOf(HELP_WORDS),
					chosen: ticked('help')
				},
				{ ...base('more', MORE_FIELDS.help), kind: 'textArea', rows: 3, value: typed('more') }
			];
		case 'you':
			return equalityQuestionsFor(said.age ?? null).map(({ column, words, answers }) => ({
				...radios(column, words, answers),
				chosen: said[column] ?? null
			}));
	}
}

function optionsOf(words: Readonly<Record<string, string>>): OptionView[] {
	return Object.entries(words).map(([code, label]) => ({ code, label, hint: null }));
}
