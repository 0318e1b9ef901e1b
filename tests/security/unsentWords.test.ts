import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { comeBack } from '#lib/server/intake/comeBack.ts';
import { forgetExpired } from '#lib/server/intake/forgetExpired.ts';
import { findUnsent, keepUnsent, type UnsentPage } from '#lib/server/intake/my/unsentWords.ts';
import { inTransaction } from '#lib/server/work.ts';
import { SITUATIONS, type Holder, type Situation } from '../support/childSituations.ts';
import { latestCase } from '../support/officeAtPage.ts';
import { openSiteInProcess, type SiteInProcess } from '../support/siteInProcess.ts';
import { createTestDatabase } from '../support/testDatabase.ts';
import { createTestService } from '../support/visitor.ts';

// What a child typed on a page that was hidden, on a phone that somebody else may pick up.

const test = await createTestDatabase();
const service = createTestService(test, '2026-06-01T10:00:00Z');
let site: SiteInProcess;
beforeAll(async () => {
	site = await openSiteInProcess(service);
}, 300_000);
afterAll(async () => {
	await site.close();
	await test.close();
});

const MINUTE = 60_000;
const WORDS = 'Please do not tell Dad';

async function child(situation: Situation) {
	service.pass(MINUTE);
	const holder = await SITUATIONS[situation](service);
	const { complaintId } = await latestCase(service);
	const pages = await Promise.all(['/my', '/my/helped'].map((path) => textOn(path, holder)));
	const [, whose = ''] = /data-whose="([^"]+)"/.exec(pages.join('')) ?? [];
	return { ...holder, complaintId, whose };
}

const cookie = ({ cookie }: Pick<Holder, 'cookie'>) => `__Host-visit=${cookie}`;

/** Comes back with the six words, as the child does and nobody else can. */
async function back({ words }: Pick<Holder, 'words'>) {
	const opened = await comeBack(service, words, { cookie: null, address: '::1' });
	if (!opened.opened) throw new Error(opened.why);
	return { cookie: opened.newCookie };
}

async function unsent(complaintId: string, page: UnsentPage) {
	return findUnsent(service, { complaintId, holder: 'complainant', page });
}

const textOn = async (path: string, holder: { cookie: string }) =>
	(await site.ask(path, { cookie: cookie(holder) })).text;

describe('what is sent after a quarter of an hour', () => {
	it.each([
		['/my/next', 'answered', { next: 'stage2', part: WORDS }],
		['/my/stop', 'lookedInto', { stop: 'some', which: WORDS }],
		['/my/agree', 'helpedChild', { agree: 'some', parts: WORDS }],
		['/my/reach/10d', 'sent', { to: WORDS, whoCanSee: 'justMe' }]
	] as const)(
		'on %s does nothing, and stands there again behind the words',
		async (path, situation, form) => {
			const holder = await child(situation);
			const page = path.replace('/my/', '') as UnsentPage;
			service.pass(16 * MINUTE);
			const answer = await site.ask(path, { cookie: cookie(holder), form });
			expect(answer.headers.get('location')).toBe('/back?held');
			expect(await textOn('/back?held', holder)).toContain('We kept what you wrote.');
			// Whoever holds the phone now sees none of it.
			expect(await textOn(path, holder)).not.toContain(WORDS);

			const opened = await back(holder);
			expect(await textOn('/my', opened)).toContain(`href="${path}"`);
			expect(await textOn(path, opened)).toContain(WORDS);
			await site.ask(path, { cookie: cookie(opened), form });
			expect(await unsent(holder.complaintId, page)).toEqual({});
			expect(await textOn('/my', opened)).not.toContain('Carry on with it');
		}
	);

	it('is kept whole where it is too long for one message', async () => {
		const holder = await child('lookedInto');
		const words = 'a'.repeat(100_001);
		service.pass(16 * MINUTE);
		const form = { words };
		const answer = await site.ask('/my/messages?/send', { cookie: cookie(holder), form });
		expect(answer.headers.get('location')).toBe('/back?held');
		expect((await unsent(holder.complaintId, 'messages'))['words']).toBe(words);
	});
});

describe('what somebody says of how we did after a quarter of an hour', () => {
	it('is kept whole with what they chose where it is too long, and stands there again', async () => {
		const holder = await child('answered');
		const words = `${WORDS} ${'a'.repeat(100_001)}`;
		const form = { words, overall: 'good' };
		service.pass(16 * MINUTE);
		const answer = await site.ask('/my/how', { cookie: cookie(holder), form });
		expect(answer.headers.get('location')).toBe('/back?held');

		const opened = await back(holder);
		expect(await textOn('/my', opened)).toContain('href="/my/how"');
		const page = await textOn('/my/how', opened);
		expect(page).toContain(`>${words}</textarea>`);
		expect(page).toMatch(/value="good" checked/);
		await site.ask('/my/how', { cookie: cookie(opened), form: { ...form, words: WORDS } });
		expect(await unsent(holder.complaintId, 'how')).toEqual({});
		expect(await textOn('/my/how', opened)).toContain(`>${WORDS}</textarea>`);
	});
});

describe('which part they named before they chose to stop all of it', () => {
	it('is asked about with it, and goes as a message, once', async () => {
		const holder = await child('lookedInto');
		const [id, id2] = [crypto.randomUUID(), crypto.randomUUID()];
		const all = { id, id2, stop: 'all', which: WORDS };
		const sure = await site.ask('/my/stop', { cookie: cookie(holder), form: all });
		expect(sure.text).toContain(`name="which" value="${WORDS}"`);
		const form = { ...all, confirm: 'yes' };
		for (let press = 0; press < 2; press += 1) {
			await site.ask('/my/stop', { cookie: cookie(holder), form });
		}
		const own = await readOwnCase(service, holder.complaintId);
		expect(own?.messages.filter(({ words }) => words === WORDS)).toHaveLength(1);
		expect(await textOn('/my', holder)).toContain('You asked us to stop');
	});
});

describe('what can no longer be sent where it was typed', () => {
	it.each([
		['/my/agree', 'helpedChild', { agree: 'all' }, { parts: WORDS }],
		['/my/next', 'answered', { next: 'stage2' }, { part: WORDS }],
		['/my/stop', 'lookedInto', { stop: 'all', confirm: 'yes' }, { which: WORDS }]
	] as const)(
		'stands with the messages: on %s, done in another way meanwhile',
		async (path, situation, done, typed) => {
			const holder = await child(situation);
			const { complaintId } = holder;
			await site.ask(path, { cookie: cookie(holder), form: done });
			const typing = { complaintId, holder: 'complainant' as const };
			const page = path.replace('/my/', '') as UnsentPage;
			const fieldsOf = (told: object) => {
				const fields = new FormData();
				for (const [name, words] of Object.entries(told)) fields.set(name, String(words));
				return fields;
			};
			const before = { ...typing, page: 'messages' as const };
			await keepUnsent(service, before, fieldsOf({ words: 'Hello Sam' }));
			await keepUnsent(service, { ...typing, page }, fieldsOf(typed));

			const answer = await site.ask(path, { cookie: cookie(holder) });
			expect(answer.headers.get('location')).toBe('/my/messages');
			expect(await textOn('/my/messages', holder)).toContain(`Hello Sam\n\n${WORDS}</textarea>`);
			expect(await textOn('/my', holder)).toContain('href="/my/messages"');
			expect(await unsent(complaintId, page)).toEqual({});
			expect((await site.ask(path, { cookie: cookie(holder) })).headers.get('location')).not.toBe(
				'/my/messages'
			);
		}
	);
});

describe('what the script sends as it hides a page', () => {
	/** As the script does: with the mark that stands on the page which is hidden. */
	const keep = (holder: { cookie: string; whose: string }, form: Record<string, string>) =>
		site.ask('/my/keep', { cookie: cookie(holder), form: { ...form, whose: holder.whose } });

	it('is kept, sends nothing to anybody, and ends the visit with the page', async () => {
		const holder = await child('lookedInto');
		service.pass(15 * MINUTE);
		expect((await keep(holder, { page: 'messages', words: WORDS })).status).toBe(204);
		const opened = await back(holder);
		const text = await textOn('/my/messages', opened);
		expect(text).toContain(`>${WORDS}</textarea>`);
		expect(text.split(WORDS)).toHaveLength(2);
		expect((await site.ask('/my', { cookie: cookie(holder) })).status).toBe(303);
	});

	it('of a page that somebody else left open on the same phone is not kept with theirs', async () => {
		const sister = await child('lookedInto');
		const brother = await child('lookedInto');
		const page = { page: 'messages', words: WORDS };
		const { cookie } = brother;
		expect((await keep({ ...sister, cookie }, page)).status).toBe(404);
		expect(await unsent(brother.complaintId, 'messages')).toEqual({});
		expect((await keep(sister, page)).status).toBe(204);
	});

	it('is kept of what may be told after sending, too', async () => {
		const holder = await child('lookedInto');
		expect((await keep(holder, { page: 'more/you', age: '14' })).status).toBe(404);
		expect((await keep(holder, { page: 'more/help', more: WORDS })).status).toBe(204);
		expect(await textOn('/my', holder)).toContain('href="/more/help"');
		expect(await textOn('/more/help', holder)).toContain(`>${WORDS}</textarea>`);
		await site.ask('/more/help', { cookie: cookie(holder), form: { more: WORDS } });
		expect(await unsent(holder.complaintId, 'more/help')).toEqual({});
	});

	it('leaves a visit alone that goes on in another window', async () => {
		const holder = await child('lookedInto');
		service.pass(15 * MINUTE - 2 * MINUTE);
		await keep(holder, { page: 'add', more: WORDS });
		expect((await site.ask('/my', { cookie: cookie(holder) })).status).toBe(200);
	});

	it('is not the six words, nor anything on a page where nobody types', async () => {
		const holder = await child('lookedInto');
		expect((await keep(holder, { page: 'words', words: holder.words })).status).toBe(404);
		expect((await keep(holder, { page: 'toString', words: WORDS })).status).toBe(404);
		expect((await keep({ ...holder, cookie: 'nobody' }, { page: 'add', more: WORDS })).status).toBe(
			404
		);
	});

	it('of whoever told us for a child is kept apart from what the child typed', async () => {
		const holder = await child('helpersSent');
		expect((await keep(holder, { page: 'messages', words: WORDS })).status).toBe(404);
		expect((await keep(holder, { page: 'helped', words: WORDS })).status).toBe(204);
		expect(await textOn('/my/helped', holder)).toContain(WORDS);
		expect(await unsent(holder.complaintId, 'helped')).toEqual({});
	});

	it('goes where they say so, and after 14 days', async () => {
		const holder = await child('lookedInto');
		await keep(holder, { page: 'add', more: WORDS });
		await site.ask('/my?/drop', { cookie: cookie(holder), form: {} });
		expect(await unsent(holder.complaintId, 'add')).toEqual({});
		await keep(holder, { page: 'add', more: WORDS });
		service.pass(14 * 24 * 60 * MINUTE);
		expect(await unsent(holder.complaintId, 'add')).toEqual({});
		await forgetExpired(service);
		const rows = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx.selectFrom('unsent_words').select('page').execute()
		);
		expect(rows).toEqual([]);
	});
});
