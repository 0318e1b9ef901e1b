import { z } from 'zod';
import type { Answers } from '#lib/intake/answers.ts';
import type { Teller } from '#lib/intake/codes.ts';
import { question, type Field, type Question } from '#lib/intake/question.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_NAME } from '#lib/intake/typedText.ts';
import {
	LANGUAGE_CODES,
	LANGUAGES,
	TOLD_LANGUAGES,
	type ToldLanguage
} from '#lib/words/languages/languages.ts';

const HEADING = 'Which language do you use?';
const MISSING = 'Choose which language you use';

/** After C5: which language, so that the right person calls. What is typed is only for them. */
export const language: Question = asked({
	id: '4b',
	name: 'language',
	kept: ['language', 'languageNamed'],
	next: '9'
});

/** The same of somebody who helps a child: the language they use themselves. */
export const helpersLanguage: Question = asked({
	id: '26c',
	name: 'helpersLanguage',
	kept: ['adultLanguage', 'adultLanguageNamed'],
	next: '29'
});

/** The same of an adult with a complaint of their own. */
export const theirLanguage: Question = asked({
	id: '34c',
	name: 'theirLanguage',
	kept: ['adultLanguage', 'adultLanguageNamed'],
	next: '38'
});

/** On which page each of them is asked. */
const ASKED_ON = { child: '4b', helper: '26c', adult: '34c' } as const satisfies Record<
	Teller,
	StepId
>;

/**
 * What this visitor said they use, also where they then asked for a call, a meeting or an advocate:
 * whoever talks with them has to speak it. Undefined where they were not asked or have not
 * answered, and where they type or record after all.
 */
export function toldLanguage(answers: Answers): ToldLanguage | undefined {
	const who = answers.who ?? 'child';
	const isChild = who === 'child';
	const how = isChild ? answers.how : answers.adultHow;
	if (how === 'type' || how === 'record' || !answers.seen.includes(ASKED_ON[who])) return undefined;
	return isChild ? answers.language : answers.adultLanguage;
}

interface Asked {
	id: StepId;
	/** No two pages share the name of a field. */
	name: string;
	/** Under which names the answers keep the choice and what was typed. */
	kept: readonly ['language', 'languageNamed'] | readonly ['adultLanguage', 'adultLanguageNamed'];
	next: StepId;
}

function asked({ id, name, kept: [chosen, named], next }: Asked): Question {
	const typed = `${name}Named`;
	return question({
		id,
		title: HEADING,
		heading: HEADING,
		fields: () => [choices(name), otherName(typed)],
		schema: z.object({
			[name]: z.enum(TOLD_LANGUAGES, MISSING).default('' as never),
			[typed]: textUpTo(LONGEST_NAME, 'Make the name shorter: 100 letters at most')
		}),
		fill: (answers) => ({ [name]: answers[chosen], [typed]: answers[named] ?? '' }),
		record: (answers, checked) => ({
			...answers,
			[chosen]: checked[name],
			[named]: String(checked[typed] ?? '').trim()
		}),
		isDone: (answers) => answers[chosen] !== undefined,
		next: () => next
	});
}

/** Each in its own script first, as those who look for it know it. */
function choices(name: string): Field {
	return {
		kind: 'radios',
		name,
		label: HEADING,
		hint: 'We will find someone who uses it too.',
		options: [
			{ code: 'bsl', label: 'British Sign Language (BSL)' },
			{ code: 'otherSign', label: 'Another sign language' },
			...LANGUAGE_CODES.map((code) => ({
				code,
				label: LANGUAGES[code].ownName,
				lang: code,
				hint: LANGUAGES[code].name
			})),
			{ code: 'other', label: 'Another language' }
		]
	};
}

function otherName(name: string): Field {
	return {
		kind: 'line',
		name,
		label: 'If it is another one, which?',
		hint: 'You can leave this blank.',
		input: 'text'
	};
}
