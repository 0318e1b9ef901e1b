import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { ENGLISH, type EnglishOf, type PageName } from '#lib/words/languages/english.ts';

/** The words of one page in another language, every one of them, and who answers for them. */
export interface TranslatedPage<Page extends PageName> {
	/** Who translated it: a person, by the reference the council knows them by. Never a machine. */
	translatedBy: string;
	translatedOn: PlainDate;
	/**
	 * A second person who read it against the English; null where nobody has. Without it no page
	 * is shown that says who is told, what is promised, how to be reached, or where a case stands.
	 */
	checkedBy: string | null;
	words: Readonly<Record<EnglishOf<Page>, string>>;
}

/** A language: each page either whole in its words, or still awaited. */
export type Translation = {
	readonly [Page in PageName]: TranslatedPage<Page> | 'awaited';
};

/** A language of which nothing has been translated yet. */
export const ALL_AWAITED = Object.fromEntries(
	Object.keys(ENGLISH).map((page) => [page, 'awaited'])
) as unknown as Readonly<Record<PageName, 'awaited'>>;

/**
 * Pages that say nothing about safety, promises, ways to be reached or stages: one translator is
 * enough. What stands on any page does say such things.
 */
const READ_ONCE: ReadonlySet<string> = new Set<PageName>(['accessibility', 'cookies']);

/** Whether what these pages say may be shown: all are translated, and read twice where need be. */
export function isShown(translation: Translation, pages: readonly PageName[]): boolean {
	return pages.every((page) => {
		const translated = translation[page];
		if (translated === 'awaited') return false;
		return READ_ONCE.has(page) || translated.checkedBy !== null;
	});
}
