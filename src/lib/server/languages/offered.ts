import type { Service } from '#lib/server/service.ts';
import { ENGLISH, type PageName } from '#lib/words/languages/english.ts';
import {
	findLanguageCode,
	LANGUAGE_CODES,
	LANGUAGES,
	type Language
} from '#lib/words/languages/languages.ts';
import { pageNameOf, sharedBy } from '#lib/words/languages/pages.ts';
import { isShown } from '#lib/words/languages/translation.ts';
import { TRANSLATIONS } from '#lib/words/languages/translations.ts';
import { lookUpIn, type FindWords, type Words } from './pageWords.ts';
import { mirror, PSEUDO_LANGUAGE } from './pseudoLanguage.ts';

/** The codes of the languages that may be chosen: English, ours, and in tests the mirrored one. */
export function offeredLanguages({ hasTestLanguage }: Service): readonly string[] {
	return ['en', ...LANGUAGE_CODES, ...(hasTestLanguage ? [PSEUDO_LANGUAGE.code] : [])];
}

/** A language that was chosen, as a page shows it. */
export interface ChosenLanguage extends Omit<Language, 'script'> {
	code: string;
	/** Finds the words of that page; null where they are awaited. */
	find: FindWords | null;
}

/** The language with that code, and what there is in it for a page; null for English. */
export function findChosen(
	service: Service,
	code: string | null,
	pathname: string
): ChosenLanguage | null {
	const page = pageNameOf(pathname);
	if (code === PSEUDO_LANGUAGE.code && service.hasTestLanguage) {
		return { ...PSEUDO_LANGUAGE, find: keptFinder(code, page, mirroredWords) };
	}
	const known = findLanguageCode(code);
	if (known === null) return null;
	const translation = TRANSLATIONS[known];
	const pages = pagesFor(page);
	const find = isShown(translation, pages)
		? keptFinder(known, page, (names) =>
				Object.assign({}, ...names.map((name) => wordsOf(translation[name])))
			)
		: null;
	return { ...LANGUAGES[known], code: known, find };
}

/** Everything whose words stand on a page. One that is in no list may still say what any page says. */
function pagesFor(page: string): PageName[] {
	return [...sharedBy(page), page].filter((name): name is PageName => Object.hasOwn(ENGLISH, name));
}

function wordsOf(page: { words: Words } | 'awaited'): Words {
	return page === 'awaited' ? {} : page.words;
}

function mirroredWords(pages: readonly PageName[]): Words {
	return mirror(pages.flatMap((page): readonly string[] => ENGLISH[page]));
}

const finders = new Map<string, FindWords>();

/** Made when a page is first asked for in that language, and kept. */
function keptFinder(
	code: string,
	page: string,
	wordsFor: (pages: readonly PageName[]) => Words
): FindWords {
	// A page that is in no list has no words of its own: all such pages share one.
	const key = `${code} ${Object.hasOwn(ENGLISH, page) ? page : sharedBy(page).join(' ')}`;
	const kept = finders.get(key) ?? lookUpIn(wordsFor(pagesFor(page)), code);
	finders.set(key, kept);
	return kept;
}
