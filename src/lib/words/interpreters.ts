import { isSigned, nameOfTold, type ToldLanguage } from '#lib/words/languages/languages.ts';

/** A language as it was chosen, and its name as typed where it is none of the list; empty: not said. */
export interface SaidLanguage {
	language: ToldLanguage;
	named: string;
}

/** Whom staff need to talk with them, at a glance: "Speaks Tigrinya: call with an interpreter". */
export function interpreterFor(said: SaidLanguage): string {
	const { language } = said;
	const uses = isSigned(language) ? 'Uses' : 'Speaks';
	const how = isSigned(language) ? 'video call' : 'call';
	const which = isUnknown(said) ? `ask which, then ${how}` : how;
	return `${uses} ${nameFor(said)}: ${which} with an interpreter`;
}

/** The same as the thing to do first, whole and as a phone shows it. */
export function interpreterTask(said: SaidLanguage): { task: string; taskOnPhone: string } {
	const how = isSigned(said.language) ? 'Video call' : 'Call';
	return {
		task: `${how} them with an interpreter: ${nameFor(said)}`,
		taskOnPhone: `${how} with interpreter`
	};
}

function nameFor({ language, named }: SaidLanguage): string {
	const name = nameOfTold(language);
	if (name !== null) return name;
	const kind = isSigned(language) ? 'another sign language' : 'another language';
	return named === '' ? kind : `${kind} (${named})`;
}

function isUnknown({ language, named }: SaidLanguage): boolean {
	return nameOfTold(language) === null && named === '';
}
