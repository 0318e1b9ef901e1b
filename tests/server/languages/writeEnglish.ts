import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENGLISH } from '#lib/words/languages/english.ts';
import { sharedBy } from '#lib/words/languages/pages.ts';
import { asEntry, unusedOf, type EnglishList, type SeenText } from '../../support/englishList.ts';
import { missingOf, seeEnglish, type SeenEnglish } from '../../support/seenEnglish.ts';
import { FILES, fileOf } from './englishFiles.ts';

// `npm run english` runs this file alone; it is no test, and `npm test` does not.
let site: SeenEnglish;
beforeAll(async () => {
	site = await seeEnglish();
});
afterAll(() => site.close());

it('writes the English texts that translators are given', async () => {
	expect(site.seen.length).toBeGreaterThan(500);
	await write(site.seen, ENGLISH);
});

/** Adds what is missing and takes out what is gone; lines that still hold stay as somebody wrote them. */
async function write(seen: readonly SeenText[], list: EnglishList): Promise<void> {
	const gone = new Set(unusedOf(list, seen).map(({ page, text }) => `${page}\n${text}`));
	const kept: Record<string, string[]> = {};
	for (const [page, texts] of Object.entries(list)) {
		kept[page] = texts.filter((text) => !gone.has(`${page}\n${text}`));
	}
	// What pages share comes first, so that none of them gets a line of its own for the same.
	for (const isShared of [true, false]) {
		const missing = missingOf(seen, kept).filter(
			({ page }) => /^the|^every/.test(page) === isShared
		);
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
