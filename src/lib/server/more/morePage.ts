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

/** What a page asks. `typed` and `error`: the age that was wrong, and what is wrong with it. */
export function moreFields(
	task: MoreTask,
	said: EqualityAnswers,
	wrong: { typed: string; error: string } | null = null
): readonly PlainFieldView[] {
	const { heading } = MORE_HEADINGS[task];
	const base = (id: string, label: string) => ({ id, name: id, label, hint: null, error: null });
	const radios = (id: string, label: string, words: Readonly<Record<string, string>>) => ({
		...base(id, label),
		kind: 'radios' as const,
		options: optionsOf(words),
		isPair: false
	});
	switch (task) {
		case 'talk':
			return [
				{ ...radios('talk', heading, TALK_WORDS), chosen: null },
				{ ...base('talkTo', MORE_FIELDS.talkTo), kind: 'line', input: 'text', value: '' }
			];
		case 'age':
			return [
				{
					...base('age', heading),
					kind: 'line',
					input: 'text',
					value: wrong?.typed ?? '',
					error: wrong?.error ?? null
				}
			];
		case 'when':
			return [{ ...radios('when', heading, WHEN_WORDS), chosen: null }];
		case 'who':
			return [
				{ ...base('called', MORE_FIELDS.who), kind: 'line', input: 'text', value: '' },
				{
					...base('who', MORE_FIELDS.whoElse),
					kind: 'checkboxes',
					options: optionsOf(WHO_WORDS),
					chosen: []
				}
			];
		case 'help':
			return [
				{
					...base('help', heading),
					kind: 'checkboxes',
					options: optionsOf(HELP_WORDS),
					chosen: []
				},
				{ ...base('more', MORE_FIELDS.help), kind: 'textArea', rows: 3, value: '' }
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
