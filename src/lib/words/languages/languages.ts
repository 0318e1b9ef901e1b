/** A language the pages can be read in besides English, and how it looks. */
export interface Language {
	/** Its own name, in its own script. */
	ownName: string;
	/** Its name in English, for staff and for the sentences that name it. */
	name: string;
	direction: 'ltr' | 'rtl';
	/**
	 * The script it is written in. Phones have a face for each; of the site's own face only the
	 * letters of English are loaded, so that Vietnamese is set in the phone's face as a whole.
	 */
	script: 'Arab' | 'Ethi' | 'Latn';
}

/** The languages of most children who come to England alone and are taken into care. */
export const LANGUAGE_CODES = ['ar', 'ckb', 'ps', 'fa-AF', 'ti', 'am', 'vi', 'sq'] as const;
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

/** Each of them, by its BCP 47 code. */
export const LANGUAGES = {
	ar: { ownName: 'العربية', name: 'Arabic', direction: 'rtl', script: 'Arab' },
	ckb: { ownName: 'کوردیی ناوەندی', name: 'Sorani Kurdish', direction: 'rtl', script: 'Arab' },
	ps: { ownName: 'پښتو', name: 'Pashto', direction: 'rtl', script: 'Arab' },
	'fa-AF': { ownName: 'دری', name: 'Dari', direction: 'rtl', script: 'Arab' },
	ti: { ownName: 'ትግርኛ', name: 'Tigrinya', direction: 'ltr', script: 'Ethi' },
	am: { ownName: 'አማርኛ', name: 'Amharic', direction: 'ltr', script: 'Ethi' },
	vi: { ownName: 'Tiếng Việt', name: 'Vietnamese', direction: 'ltr', script: 'Latn' },
	sq: { ownName: 'Shqip', name: 'Albanian', direction: 'ltr', script: 'Latn' }
} as const satisfies Record<LanguageCode, Language>;

/** Reads a language from a cookie, a form or an address; null for English and for any other text. */
export function findLanguageCode(text: string | null | undefined): LanguageCode | null {
	return LANGUAGE_CODES.find((code) => code === text) ?? null;
}

/** What somebody may use who tells us in another way than in English (C5). */
export const TOLD_LANGUAGES = ['bsl', 'otherSign', ...LANGUAGE_CODES, 'other'] as const;
export type ToldLanguage = (typeof TOLD_LANGUAGES)[number];

/** Whether it is seen and not heard, so that it needs a video call or a meeting. */
export function isSigned(language: ToldLanguage): boolean {
	return language === 'bsl' || language === 'otherSign';
}

/** Its name within a sentence: "Tigrinya"; null where only they know which it is. */
export function nameOfTold(language: ToldLanguage): string | null {
	if (language === 'bsl') return 'British Sign Language';
	return language === 'other' || language === 'otherSign' ? null : LANGUAGES[language].name;
}

/** Reads it from what is kept with a case; null where nothing was said, or nothing we know. */
export function findToldLanguage(text: string | null | undefined): ToldLanguage | null {
	return TOLD_LANGUAGES.find((code) => code === text) ?? null;
}
