import { ADULTS } from '#lib/words/languages/english/adults.ts';
import { CHILD } from '#lib/words/languages/english/child.ts';
import { FRONT } from '#lib/words/languages/english/front.ts';
import { NOTICES } from '#lib/words/languages/english/notices.ts';
import { OWN } from '#lib/words/languages/english/own.ts';
import { SENDING } from '#lib/words/languages/english/sending.ts';
import { SHARED } from '#lib/words/languages/english/shared.ts';

/**
 * Every English text of the public pages, by page: what a translator is given. `{date}` and the
 * like stand for what differs each time; `<0>` and `</0>` mark a part of the sentence, such as a
 * link, and `<0/>` one without words. The files are written by `npm run english`, which keeps the
 * lines that still hold; a test fails where a page says what is not here.
 */
export const ENGLISH = {
	...SHARED,
	...FRONT,
	...NOTICES,
	...CHILD,
	...ADULTS,
	...SENDING,
	...OWN
} as const;

/** The name of a page, or of what several pages share. */
export type PageName = keyof typeof ENGLISH;

/** Each English text of a page. */
export type EnglishOf<Page extends PageName> = (typeof ENGLISH)[Page][number];
