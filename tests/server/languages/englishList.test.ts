import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChosen } from '#lib/server/languages/offered.ts';
import { translatePage } from '#lib/server/languages/translatePage.ts';
import { ENGLISH } from '#lib/words/languages/english.ts';
import { asEntry, unusedOf, type SeenText } from '../../support/englishList.ts';
import { readableTexts } from '../../support/publicTexts.ts';
import { missingOf, seeEnglish, type SeenEnglish } from '../../support/seenEnglish.ts';

let site: SeenEnglish;
beforeAll(async () => {
	site = await seeEnglish();
});
afterAll(() => site.close());

const lines = (texts: readonly SeenText[]) => [
	...new Set(texts.map(({ page, text }) => `${page}: ${asEntry(text)}`))
];

describe('the English texts that translators are given (`npm run english` writes them anew)', () => {
	it('hold everything that a public page says, in every state', () => {
		expect(lines(missingOf(site.seen, ENGLISH)), 'to be added').toEqual([]);
	});

	it('hold nothing that no page says any more', () => {
		expect(lines(unusedOf(ENGLISH, site.seen)), 'to be taken out').toEqual([]);
	});
});

/** Latin letters that a reader of another script would meet: not a name, a number or their own words. */
function latinIn(html: string): string[] {
	return readableTexts(html)
		.map((text) => text.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, ''))
		.filter((text) => /[A-Za-z]{3,}/.test(text));
}

describe('a page in the mirrored language of the tests', () => {
	it('has no text left that nobody was asked to translate, in any state (journeys A20)', () => {
		const left = site.pages.flatMap(({ path, html }) => {
			const { find, ...language } = findChosen(site.service, 'ar-XB', path)!;
			const translated = translatePage(html, { ...language, find: find! });
			return translated.html === null
				? translated.missing.map((text) => `${path}: ${text}`)
				: latinIn(translated.html).map((text) => `${path} still says: ${text}`);
		});
		expect([...new Set(left)]).toEqual([]);
	});
});
