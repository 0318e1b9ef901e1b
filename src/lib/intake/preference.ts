/** How the pages look: as usual, or bigger with one thing a line. */
export type View = 'usual' | 'easier';

/** What a visitor chose to see. It is kept with their visit, and never in an address. */
export interface Preference {
	view: View;
	/** The code of a language we offer, such as "ar"; null where they chose none: English. */
	language: string | null;
}

/** Of somebody who chose nothing. */
export const NO_PREFERENCE: Preference = { view: 'usual', language: null };

/**
 * What a form asks to be changed: nothing where it names no view and no language of ours.
 * `languages`: the codes that may be chosen.
 */
export function readChoice(
	{ view, language }: { view: unknown; language: unknown },
	languages: readonly string[]
): Partial<Preference> {
	return {
		...(view === 'usual' || view === 'easier' ? { view } : {}),
		...(typeof language === 'string' && languages.includes(language) ? { language } : {})
	};
}
