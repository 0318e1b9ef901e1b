import type { LanguageCode } from '#lib/words/languages/languages.ts';
import { ALL_AWAITED, type Translation } from '#lib/words/languages/translation.ts';

/**
 * What has been translated, by language. A page that a person has translated stands in a file of
 * its language, `satisfies Partial<Translation>`, and is spread after `ALL_AWAITED`: then the
 * type check asks for every one of its texts, and again whenever the English changes.
 */
export const TRANSLATIONS: Readonly<Record<LanguageCode, Translation>> = {
	ar: ALL_AWAITED,
	ckb: ALL_AWAITED,
	ps: ALL_AWAITED,
	'fa-AF': ALL_AWAITED,
	ti: ALL_AWAITED,
	am: ALL_AWAITED,
	vi: ALL_AWAITED,
	sq: ALL_AWAITED
};
