import type { SubjectCode } from '#lib/domain/triage/codes.ts';
import { subjectsOfPicks } from '#lib/domain/triage/childsPicks.ts';
import {
	CONCURRENCY_WORDS,
	PERSON_WORDS,
	REASON_WORDS,
	SUBJECT_WORDS,
	TIMING_WORDS
} from '#lib/words/triage.ts';
import type { Option } from '../controls/StaffSelect.svelte';
import type { CaseFacts } from './caseFacts.ts';

/** What may be chosen in each question about a part. Subjects the child's ticks suggest come first. */
export function partChoices({ pulled, pull }: CaseFacts) {
	const likely = subjectsOfPicks(pulled.facts?.pickedSubjects ?? []);
	const subjects = Object.keys(SUBJECT_WORDS) as SubjectCode[];
	return {
		persons: optionsOf(PERSON_WORDS),
		subjects: [...likely, ...subjects.filter((code) => !likely.includes(code))].map((code) => ({
			value: code,
			label: SUBJECT_WORDS[code]
		})),
		categories: pull.council.categories.map(({ categoryId, name }) => ({
			value: categoryId,
			label: name
		})),
		timings: [
			...optionsOf(TIMING_WORDS),
			{ value: 'undecided', label: 'Over a year, not decided' }
		],
		goingOn: optionsOf(CONCURRENCY_WORDS),
		routes: optionsOf(REASON_WORDS)
	};
}

function optionsOf(words: Readonly<Record<string, string>>): Option[] {
	return Object.entries(words).map(([value, label]) => ({ value, label }));
}
