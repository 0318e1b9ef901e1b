import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChosen } from '#lib/server/languages/offered.ts';
import { translatePage } from '#lib/server/languages/translatePage.ts';
import type { Service } from '#lib/server/service.ts';
import { ENGLISH } from '#lib/words/languages/english.ts';
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';
import { createTestService } from '../../support/visitor.ts';
import { openSiteInProcess, type SiteInProcess } from '../../support/siteInProcess.ts';
import {
	asEntry,
	finderFor,
	seenTexts,
	unusedOf,
	type EnglishList,
	type SeenText
} from '../../support/englishList.ts';
import { readableTexts, seePublicPages, type SeenPage } from '../../support/publicTexts.ts';
import { sharedBy } from '#lib/words/languages/pages.ts';
import { FILES, fileOf } from './englishFiles.ts';

const MODULES = import.meta.glob<Record<string, unknown>>('/src/lib/words/public/*.ts', {
	eager: true
});
/** `npm run english` writes the list; every other run only compares. */
const IS_WRITING = import.meta.env.MODE === 'english';

/** What holds of the list, which is not asked of one that is just being written. */
const comparing: typeof describe = IS_WRITING ? (describe.skip as typeof describe) : describe;

let test: TestDatabase;
let site: SiteInProcess;
let service: Service;
let pages: readonly SeenPage[];
let seen: SeenText[];

beforeAll(async () => {
	test = await createTestDatabase();
	service = createTestService(test, '2026-06-01T10:00:00Z', { ticks: true });
	service.hasTestLanguage = true;
	site = await openSiteInProcess(service);
	pages = await seePublicPages(service, site);
	seen = seenTexts(pages, MODULES);
	if (IS_WRITING) await write(ENGLISH);
});
afterAll(async () => {
	await site.close();
	await test.close();
});

/** What is on a page and not in the list, as the lines that belong there. */
function missingOf(list: EnglishList): SeenText[] {
	const finders = new Map<string, ReturnType<typeof finderFor>>();
	return seen.filter(({ page, text }) => {
		if (!finders.has(page)) finders.set(page, finderFor(list, page));
		return finders.get(page)!(text) === null;
	});
}

const lines = (texts: readonly SeenText[]) => [
	...new Set(texts.map(({ page, text }) => `${page}: ${asEntry(text)}`))
];

comparing(
	'the English texts that translators are given (`npm run english` writes them anew)',
	() => {
		it('hold everything that a public page says, in every state', () => {
			expect(lines(missingOf(ENGLISH)), 'to be added').toEqual([]);
		});

		it('hold nothing that no page says any more', () => {
			expect(lines(unusedOf(ENGLISH, seen)), 'to be taken out').toEqual([]);
		});
	}
);

/** Latin letters that a reader of another script would meet: not a name, a number or their own words. */
function latinIn(html: string): string[] {
	return readableTexts(html)
		.map((text) => text.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, ''))
		.filter((text) => /[A-Za-z]{3,}/.test(text));
}

comparing('a page in the mirrored language of the tests', () => {
	it('has no text left that nobody was asked to translate, in any state (journeys A20)', () => {
		const left = pages.flatMap(({ path, html }) => {
			const { find, ...language } = findChosen(service, 'ar-XB', path)!;
			const translated = translatePage(html, { ...language, find: find! });
			return translated.html === null
				? translated.missing.map((text) => `${path}: ${text}`)
				: latinIn(translated.html).map((text) => `${path} still says: ${text}`);
		});
		expect([...new Set(left)]).toEqual([]);
	});
});

if (IS_WRITING) it('wrote the list', () => undefined);

/** Adds what is missing and takes out what is gone; lines that still hold stay as somebody wrote them. */
async function write(list: EnglishList): Promise<void> {
	const gone = new Set(unusedOf(list, seen).map(({ page, text }) => `${page}\n${text}`));
	const kept: Record<string, string[]> = {};
	for (const [page, texts] of Object.entries(list)) {
		kept[page] = texts.filter((text) => !gone.has(`${page}\n${text}`));
	}
	// What pages share comes first, so that none of them gets a line of its own for the same.
	for (const isShared of [true, false]) {
		const missing = missingOf(kept).filter(({ page }) => /^the|^every/.test(page) === isShared);
		for (const { page, text } of missing) {
			const entries = (kept[page] ??= []);
			if (!entries.includes(asEntry(text))) entries.push(asEntry(text));
		}
	}
	shareCommon(kept);
	for (const [file, pages] of Object.entries(FILES)) {
		const own = Object.entries(kept).filter(
			([page, texts]) => fileOf(page) === file && texts.length > 0
		);
		await writeFile(file, pages, Object.fromEntries(own));
	}
}

/** What three pages or more say is said on all of their kind, so that it is translated once. */
function shareCommon(list: Record<string, string[]>): void {
	const pagesOf = new Map<string, string[]>();
	for (const [page, texts] of Object.entries(list)) {
		for (const text of texts) pagesOf.set(text, [...(pagesOf.get(text) ?? []), page]);
	}
	for (const [text, pages] of pagesOf) {
		if (pages.length < 3) continue;
		for (const page of pages) list[page] = list[page]!.filter((one) => one !== text);
		const shared = pages
			.map(sharedBy)
			.reduce((one, other) => one.filter((name) => other.includes(name)));
		(list[shared.at(-1) ?? 'everywhere'] ??= []).push(text);
	}
}

async function writeFile(file: string, about: string, pages: EnglishList): Promise<void> {
	const path = join('src/lib/words/languages/english', `${file}.ts`);
	const source = `/** ${about} */\nexport const ${file.toUpperCase()} = ${JSON.stringify(pages)} as const;\n`;
	writeFileSync(path, await format(source, { ...(await resolveConfig(path)), filepath: path }));
}
