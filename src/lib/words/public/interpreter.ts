import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dayWords } from '#lib/words/dates.ts';
import { TOOLS } from '#lib/words/public/tracking.ts';
import { isSigned, nameOfTold, type ToldLanguage } from '#lib/words/languages/languages.ts';
import { wholeNumber } from '#lib/words/telephones.ts';

/** What somebody is promised who tells us in sign language or in another language (H34). */
export interface PromisedInterpreter {
	language: ToldLanguage;
	/** By when we are in touch; null where no day can be promised. */
	byOn: PlainDate | null;
	/**
	 * By what we reach them: a call where they said that we may, or another way; `none` where they only
	 * come back with their code, and nobody can be promised a call that cannot be made.
	 */
	reach: 'call' | 'otherWay' | 'none';
	/** Whether they are on their own page already, where they can say how to reach them. */
	isHere: boolean;
	/** The number to ring us; empty where the council gave none. */
	telephone: string;
	today: PlainDate;
}

/** The promise, a sentence a line. No computer translates what they say. */
export function interpreterWords(promised: PromisedInterpreter): readonly string[] {
	const { reach, telephone, isHere } = promised;
	const kept = 'We want to get your words right. A computer will not do this.';
	if (reach !== 'none') return [kept, ...promiseOf(promised)];
	return [
		kept,
		'We have no way to reach you yet.',
		isHere
			? `Press “${TOOLS.reach}” and tell us how.`
			: 'Come back with your code and tell us how.',
		...(telephone === '' ? [] : [`Or ask someone to call us on ${wholeNumber(telephone)}.`])
	];
}

function promiseOf({ language, byOn, reach, today }: PromisedInterpreter): readonly string[] {
	const by = byOn === null ? 'soon' : `by ${dayWords(byOn, today)}`;
	const name = nameOfTold(language);
	if (isSigned(language)) {
		return [
			`We will plan a video call with you ${by}.`,
			`A person who uses ${name ?? 'your sign language'} will be there.`
		];
	}
	const will = reach === 'call' ? 'call you' : 'write to you';
	return [`A person who speaks ${name ?? 'your language'} will ${will} ${by}.`];
}
