import type { Service } from '#lib/server/service.ts';
import { finderFor, seenTexts, type EnglishList, type SeenText } from './englishList.ts';
import { seePublicPages, type SeenPage } from './publicTexts.ts';
import { openSiteInProcess } from './siteInProcess.ts';
import { createTestDatabase } from './testDatabase.ts';
import { createTestService } from './visitor.ts';

const MODULES = import.meta.glob<Record<string, unknown>>('/src/lib/words/public/*.ts', {
	eager: true
});

/** Every public page in every state, and every text that is on them or may be. */
export interface SeenEnglish {
	service: Service;
	pages: readonly SeenPage[];
	seen: readonly SeenText[];
	close(): Promise<void>;
}

/** Looks at them all, in a site of its own. */
export async function seeEnglish(): Promise<SeenEnglish> {
	const test = await createTestDatabase();
	const service = createTestService(test, '2026-06-01T10:00:00Z', { ticks: true });
	Object.assign(service, { hasTestLanguage: true });
	const site = await openSiteInProcess(service);
	const pages = await seePublicPages(service, site);
	const close = async () => {
		await site.close();
		await test.close();
	};
	return { service, pages, seen: seenTexts(pages, MODULES), close };
}

/** What is on a page and not in the list, as the lines that belong there. */
export function missingOf(seen: readonly SeenText[], list: EnglishList): SeenText[] {
	const finders = new Map<string, ReturnType<typeof finderFor>>();
	return seen.filter(({ page, text }) => {
		if (!finders.has(page)) finders.set(page, finderFor(list, page));
		return finders.get(page)!(text) === null;
	});
}
