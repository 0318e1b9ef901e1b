import { z } from 'zod';
import {
	ADULT_WAYS_OF_TELLING,
	isToldAloud,
	WAYS_OF_TELLING,
	type WayOfTelling
} from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question, type Field, type Question } from '#lib/intake/question.ts';
import type { StepId } from '#lib/intake/steps.ts';

const HEADING = 'How do you want to tell us?';
const MISSING = 'Choose how you want to tell us';
const LABELS = {
	type: 'I will type it',
	record: 'I will record my voice',
	someone: 'I want someone on my side to help me',
	call: 'Please call me',
	meet: 'I want to meet someone',
	language: 'I use sign language or another language'
} as const satisfies Record<WayOfTelling, string>;

/** C5. With "type" and "record" the words are the second fact that is needed; the others are it. */
export const how = question({
	id: '4',
	title: HEADING,
	heading: HEADING,
	fields: () => [field('how', WAYS_OF_TELLING)],
	schema: z.object({ how: z.enum(WAYS_OF_TELLING, MISSING).default('' as never) }),
	fill: ({ how }) => ({ how }),
	record: (answers, { how }) => ({ ...answers, how }),
	isDone: ({ how }) => how !== undefined,
	next: ({ how }) => {
		switch (how) {
			case 'someone':
				return '8';
			case 'call':
			case 'meet':
				return '9';
			case 'language':
				return '4b';
			case 'type':
			case 'record':
			case undefined:
				return '5';
		}
	}
});

/** The same of somebody who helps a child. Called or met, they tell us the rest then. */
export const helpersHow: Question = adultsHow({
	id: '26b',
	name: 'helpersHow',
	telling: '27',
	otherwise: '29',
	language: '26c'
});

/** The same of an adult with a complaint of their own. */
export const theirHow: Question = adultsHow({
	id: '34b',
	name: 'theirHow',
	telling: '35',
	otherwise: '38',
	language: '34c'
});

interface AskedHow {
	id: StepId;
	/** No two pages share the name of a field. */
	name: string;
	/** What follows where they type or record, where we call or meet them, and where it asks which language. */
	telling: StepId;
	otherwise: StepId;
	language: StepId;
}

function adultsHow({ id, name, telling, otherwise, language }: AskedHow): Question {
	return question({
		id,
		title: HEADING,
		heading: HEADING,
		fields: () => [field(name, ADULT_WAYS_OF_TELLING)],
		schema: z.object({ [name]: z.enum(ADULT_WAYS_OF_TELLING, MISSING).default('' as never) }),
		fill: ({ adultHow }) => ({ [name]: adultHow }),
		record: (answers, checked) => ({ ...answers, adultHow: checked[name] }),
		isDone: ({ adultHow }) => adultHow !== undefined,
		next: ({ adultHow }) => {
			if (adultHow === 'language') return language;
			return isToldAloud(adultHow) ? otherwise : telling;
		}
	});
}

function field(name: string, ways: readonly WayOfTelling[]): Field {
	return {
		kind: 'radios',
		name,
		label: HEADING,
		hint: 'You can change your mind later.',
		options: options(ways, LABELS)
	};
}
