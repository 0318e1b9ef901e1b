import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { findAttachedFiles } from '#lib/server/files/attachedFiles.ts';
import { checkFile } from '#lib/server/files/checkFile.ts';
import { comeBack } from '#lib/server/intake/comeBack.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { aSound } from '../support/mediaFiles.ts';
import { openSiteInProcess, type SiteInProcess } from '../support/siteInProcess.ts';
import { createTestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor } from '../support/visitor.ts';

// Somebody told us for Ella, who came in by words of her own and sent a recording.

const test = await createTestDatabase();
const service = createTestService(test, '2026-06-01T10:00:00Z');
const voice = await aSound('ogg');
let site: SiteInProcess;
beforeAll(async () => {
	site = await openSiteInProcess(service);
}, 300_000);
afterAll(async () => {
	await site.close();
	await test.close();
});

interface Told {
	complaintId: string;
	words: readonly string[] | null;
	childsWords: readonly string[] | null;
}

async function tell(who: 'child' | 'helper'): Promise<Told> {
	const visitor = new Visitor(service);
	await visitor.fillIn({ '2': { who } });
	const sending = await sendDraft(service, visitor.cookie);
	if (sending.kind === 'sent' && sending.newCookie) visitor.cookie = sending.newCookie;
	const form = await openForm(service, visitor.cookie);
	if (form.kind !== 'sent') throw new Error('not sent');
	return form.sent;
}

/** The cookie of a browser that came back with these words. */
async function cookieOf(words: readonly string[] | null): Promise<string> {
	const back = await comeBack(service, (words ?? []).join(' '), { cookie: null, address: '::1' });
	if (!back.opened) throw new Error(back.why);
	return `__Host-visit=${back.newCookie}`;
}

/** A recording that came with a message of that case; says where it can be heard. */
async function record({ complaintId }: Told): Promise<string> {
	const checked = await checkFile(
		{ name: 'voice.ogg', bytes: voice },
		{ takes: ['sound'], scan: null }
	);
	if (!checked.ok) throw new Error(checked.refusal);
	const act = { complaintId, actId: crypto.randomUUID(), words: '' };
	expect((await writeMessage(service, act, [checked.file])).done).toBe(true);
	const kept = await asActor(service.db, 'system', (trx) => findAttachedFiles(trx, [complaintId]));
	return `/my/file/${kept.get(complaintId)?.[0]?.fileId}`;
}

describe('a recording of a child somebody else told us for', () => {
	it('is heard again by the child’s own words', async () => {
		const told = await tell('helper');
		const path = await record(told);
		const cookie = await cookieOf(told.childsWords);
		const heard = await site.ask(path, { cookie });
		expect(heard.status).toBe(200);
		expect(heard.headers.get('content-type')).toBe('audio/ogg');
		expect((await site.ask('/my/messages', { cookie })).text).toContain(path);
	});

	it('is never opened by the helper’s words, nor are the pages that name it', async () => {
		const told = await tell('helper');
		const path = await record(told);
		const cookie = await cookieOf(told.words);
		for (const one of [path, '/my/messages', '/my/add', '/my/words']) {
			const turned = await site.ask(one, { cookie });
			expect([one, turned.status, turned.headers.get('location')]).toEqual([
				one,
				303,
				'/my/helped'
			]);
		}
		const shown = await site.ask('/my/helped', { cookie });
		expect(shown.status).toBe(200);
		expect(shown.text).not.toContain('/my/file/');
		// The list of what was sent names each with its length: "A recording, 12 seconds".
		expect(shown.text).not.toMatch(/recording, \d/);
	});

	it('is not there for another child, and asks nobody’s browser in', async () => {
		const path = await record(await tell('helper'));
		const another = await cookieOf((await tell('child')).words);
		expect((await site.ask(path, { cookie: another })).status).toBe(404);
		const nobody = await site.ask(path);
		expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/back']);
	});

	it('is not added to by a helper who posts to the child’s page', async () => {
		const told = await tell('helper');
		const cookie = await cookieOf(told.words);
		const form = { words: 'For the child', id: crypto.randomUUID() };
		const turned = await site.ask('/my/messages?/send', { cookie, form });
		expect([turned.status, turned.headers.get('location')]).toEqual([303, '/my/helped']);
		const kept = await asActor(service.db, 'system', (trx) =>
			trx
				.selectFrom('message')
				.select('message_id')
				.where('complaint_id', '=', told.complaintId)
				.execute()
		);
		expect(kept).toEqual([]);
	});
});

describe('a recording sent beside a file that is not taken, or words that do not fit', () => {
	const VOICE = { name: 'voice.ogg', bytes: new Uint8Array(voice) };
	const BAD = { name: 'a.mp3', bytes: new Uint8Array(Buffer.from('<script>')) };
	const PAGES = [
		[
			'/my/messages',
			'/my/messages?/send',
			'words',
			'/my/messages?n=a&f=d',
			'We have your message.'
		],
		['/my/add', '/my/add', 'more', '/my?n=a&f=d', 'We have added it. We will read it.']
	] as const;
	const kept = async (complaintId: string) => {
		const held = await asActor(service.db, 'system', (trx) =>
			findAttachedFiles(trx, [complaintId])
		);
		return held.get(complaintId) ?? [];
	};

	it.each(PAGES)('is kept, and the next page says of the other: %s', async (...sent) => {
		const [, action, name, leadsTo, notice] = sent;
		const told = await tell('child');
		const cookie = await cookieOf(told.words);
		const form = { [name]: 'Listen to this', id: crypto.randomUUID() };
		const turned = await site.ask(action, { cookie, form, files: [VOICE, BAD] });
		expect([turned.status, turned.headers.get('location')]).toEqual([303, leadsTo]);
		expect((await kept(told.complaintId)).map(({ sort }) => sort)).toEqual(['sound']);
		const { text } = await site.ask(leadsTo, { cookie });
		expect(text).toContain(notice);
		expect(text).toContain('A file did not come with it. We could not open that file.');
	});

	it('is kept after a quarter of an hour too, and the page of the six words says of the other', async () => {
		const told = await tell('child');
		const cookie = await cookieOf(told.words);
		service.pass(16 * 60_000);
		const form = { words: '', id: crypto.randomUUID() };
		const turned = await site.ask('/my/messages?/send', { cookie, form, files: [BAD, VOICE] });
		expect(turned.headers.get('location')).toBe('/back?kept&f=d');
		expect(await kept(told.complaintId)).toHaveLength(1);
		const { text } = await site.ask('/back?kept&f=d');
		expect(text).toContain('We have what you wrote.');
		expect(text).toContain('A file did not come with it. We could not open that file.');
	});

	it('keeps words typed for a quarter of an hour where only the other went with them', async () => {
		const told = await tell('child');
		const cookie = await cookieOf(told.words);
		service.pass(16 * 60_000);
		const form = { more: 'It took me long to say', id: crypto.randomUUID() };
		const turned = await site.ask('/my/add', { cookie, form, files: [BAD] });
		expect(turned.headers.get('location')).toBe('/back?kept&f=d');
		const own = await readOwnCase(service, told.complaintId);
		expect(own?.texts.map(({ words }) => words)).toContain('It took me long to say');
	});

	it.each(PAGES)('is asked for again where the words are too long: %s', async (...sent) => {
		const [, action, name] = sent;
		const told = await tell('child');
		const cookie = await cookieOf(told.words);
		const form = { [name]: 'a'.repeat(100_001), id: crypto.randomUUID() };
		const turned = await site.ask(action, { cookie, form, files: [VOICE] });
		expect(turned.status).toBe(400);
		const said = turned.text.replaceAll(/a{9,}/g, '');
		expect(said).toContain('Make it shorter.');
		expect(said).toContain('We do not have your recording or files yet. Add them again.');
		expect(await kept(told.complaintId)).toEqual([]);
	});

	it.each(PAGES)(
		'is not there where only the other was sent, which is told: %s',
		async (...sent) => {
			const [, action, name] = sent;
			const told = await tell('child');
			const cookie = await cookieOf(told.words);
			const form = { [name]: 'Listen to this', id: crypto.randomUUID() };
			const turned = await site.ask(action, { cookie, form, files: [BAD] });
			expect(turned.status).toBe(400);
			expect(turned.text).toContain('We could not open that file.');
			expect(turned.text).toContain('Listen to this');
			expect(turned.text).not.toContain('Add them again.');
		}
	);
});
