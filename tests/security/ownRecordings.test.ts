import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
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
		expect(shown.text).not.toContain('recording,');
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
