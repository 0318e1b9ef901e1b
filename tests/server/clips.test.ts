import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READ_PAGES } from '#lib/intake/readPages.ts';
import { findClipOf, keepClip, listClips, openClip, removeClip } from '#lib/server/clips/clips.ts';
import { openSiteInProcess, type SiteInProcess } from '../support/siteInProcess.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { addStaff } from '../support/testService.ts';
import { createTestService, type TestService } from '../support/visitor.ts';
import { aPicture, aSound, TELLING_TAGS } from '../support/mediaFiles.ts';
import { publicPages } from '../support/publicRoutes.ts';

let test: TestDatabase;
let service: TestService;
let site: SiteInProcess;
let helen: string;
let cookie: string;

beforeAll(async () => {
	test = await createTestDatabase();
	service = createTestService(test, '2026-06-01T10:00:00Z');
	helen = await addStaff(service, 'Helen', ['administrator']);
	site = await openSiteInProcess(service);
	cookie = await site.signIn(helen);
}, 300_000);
afterAll(async () => {
	await site.close();
	await test.close();
});

async function give(form: Record<string, string>, bytes: Buffer | null) {
	const files = bytes === null ? [] : [{ name: 'me.mp3', bytes: new Uint8Array(bytes) }];
	return site.ask('/staff/clips?/keep', { cookie, form, files, fileField: 'file' });
}

describe('a page that a person read aloud', () => {
	it('is rewritten before it is kept, and heard from our own address on that page alone', async () => {
		expect((await site.ask('/help')).text).not.toContain('<audio');
		await give({ page: '/help', language: 'en' }, await aSound('mp3', TELLING_TAGS));
		const [clip] = await listClips(service, helen);
		expect(clip).toMatchObject({ page: '/help', language: 'en', keptBy: 'Helen' });
		const help = (await site.ask('/help')).text;
		expect(help).toContain(`src="/listen/${clip?.clipId}"`);
		expect((await site.ask('/advocate')).text).not.toContain('<audio');
		const heard = await site.ask(`/listen/${clip?.clipId}`);
		expect(heard.status).toBe(200);
		expect(heard.headers.get('content-type')).toBe('audio/mpeg');
		for (const tag of Object.values(TELLING_TAGS)) {
			if (typeof tag === 'string') expect(heard.text).not.toContain(tag);
		}
	});

	it('is on the first page too, which has no script', async () => {
		await give({ page: '/', language: 'en' }, await aSound('ogg'));
		const first = (await site.ask('/')).text;
		expect(first).toMatch(/<details[^>]*class="clip"/);
		expect(first).not.toContain('<script');
	});

	it('is heard by those who see the page in its language, and by no others', async () => {
		expect(await findClipOf(service, { page: '/help', language: 'en' })).not.toBeNull();
		expect(await findClipOf(service, { page: '/help', language: 'ar' })).toBeNull();
		expect(await findClipOf(service, { page: '/my', language: 'en' })).toBeNull();
	});

	it('takes the place of the one before, and is gone once it is removed', async () => {
		const before = await findClipOf(service, { page: '/help', language: 'en' });
		await give({ page: '/help', language: 'en' }, await aSound('wav'));
		const after = await findClipOf(service, { page: '/help', language: 'en' });
		expect(after).not.toBe(before);
		expect((await site.ask(before ?? '')).status).toBe(404);
		const clipId = after?.split('/').at(-1) ?? '';
		expect((await openClip(service, clipId))?.kind).toBe('wav');
		await site.ask('/staff/clips?/remove', { cookie, form: { clip: clipId } });
		expect(await findClipOf(service, { page: '/help', language: 'en' })).toBeNull();
		await removeClip(service, helen, clipId);
		expect((await site.ask('/listen/nothing')).status).toBe(404);
	});

	it('is not taken where it is no recording, is of no page, or could not be checked', async () => {
		const page = '/advocate';
		const picture = await give({ page, language: 'en' }, await aPicture('jpeg'));
		expect([picture.status, picture.text]).toEqual([400, expect.stringContaining('Attach an MP3')]);
		const none = await give({ page, language: 'en' }, null);
		expect([none.status, none.text]).toEqual([
			400,
			expect.stringContaining('Attach the recording')
		]);
		const elsewhere = await give({ page: '/my', language: 'en' }, await aSound('mp3'));
		expect([elsewhere.status, elsewhere.text]).toEqual([
			400,
			expect.stringContaining('Choose the page that is read')
		]);
		const file = { name: '', kind: 'mp3', bytes: await aSound('mp3'), seconds: 1 } as const;
		const waiting = { page, language: 'en', file: { ...file, scan: 'waiting' } } as const;
		expect(await keepClip(service, helen, waiting)).toBe(false);
		expect(await findClipOf(service, { page, language: 'en' })).toBeNull();
	});
});

it('can be given for pages that are there, and that say the same to everybody', () => {
	const there = publicPages();
	expect(READ_PAGES.filter(({ path }) => !there.includes(path))).toEqual([]);
	// What somebody said themselves is read back on these.
	expect(READ_PAGES.filter(({ path }) => /^\/(my|s\/1[12])/.test(path))).toEqual([]);
});
