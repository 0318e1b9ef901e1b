import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '#lib/intake/answers.ts';
import { besideRows } from '#lib/intake/besideSent.ts';
import { checkFile } from '#lib/server/files/checkFile.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { takeFiles } from '#lib/server/intake/draftFiles.ts';
import { answersOf, openForm } from '#lib/server/intake/openForm.ts';
import { leaveOutBeside } from '#lib/server/intake/sendBeside.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { sentPage } from '#lib/server/intake/stepPage.ts';
import { inTransaction } from '#lib/server/work.ts';
import { aSound } from '../support/mediaFiles.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

let test: TestDatabase;
let service: TestService;
let child: Visitor;

beforeAll(async () => {
	test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => {
	service = createTestService(test, '2026-06-01T10:00:00Z');
	child = new Visitor(service);
});

const answers = async () => answersOf(await openForm(service, child.cookie));

async function record(list: 'files' | 'goodFiles') {
	const checked = await checkFile(
		{ name: 'voice.ogg', bytes: await aSound('ogg') },
		{ takes: ['sound'], scan: null }
	);
	if (!checked.ok) throw new Error(checked.refusal);
	await takeFiles(service, child.cookie, {
		files: [checked.file],
		removeId: null,
		formId: crypto.randomUUID(),
		list,
		record: (held) => held
	});
}

/** Sends it, twice as a double tap does, and opens every case that is new. */
async function send() {
	const before = await cases();
	await Promise.all([sendDraft(service, child.cookie), sendDraft(service, child.cookie)]);
	const form = await openForm(service, child.cookie);
	if (form.kind !== 'sent') throw new Error('not sent');
	const made = (await cases()).filter((id) => !before.includes(id));
	const opened = await Promise.all(made.map((id) => readOwnCase(service, id)));
	return {
		sent: form.sent,
		told: opened.find((one) => one?.complaintId === form.sent.complaintId)!,
		beside: opened.filter((one) => one?.complaintId !== form.sent.complaintId)
	};
}

const cases = () =>
	inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		const rows = await trx.selectFrom('complaint').select('complaint_id').execute();
		return rows.map(({ complaint_id }) => complaint_id);
	});

describe('a thank-you that was typed before a complaint in the same browser', () => {
	beforeEach(async () => {
		await child.press('41', { good: 'Joan is lovely' });
	});

	it('stands on the check page, and holds nobody up', async () => {
		await child.fillIn();
		expect(besideRows(await answers())).toMatchObject([
			{ kind: 'thanks', question: 'Who or what was good', answer: ['Joan is lovely'] }
		]);
	});

	it('is sent with it, once, as a record of its own, and they are told so', async () => {
		await record('goodFiles');
		await child.fillIn();
		const { sent, told, beside } = await send();
		expect(beside).toHaveLength(1);
		expect(beside[0]?.texts.map(({ words }) => words)).toEqual(['Joan is lovely']);
		expect(beside[0]?.files).toHaveLength(1);
		expect(told.texts.map(({ words }) => words).join(' ')).not.toContain('Joan');
		expect(told.files).toEqual([]);
		expect((await sentPage(service, sent)).beside).toEqual([
			'We have your thank-you too. We will pass it on.'
		]);
	});

	it('names nobody and promises no reply, as nobody was asked', async () => {
		await child.fillIn();
		const [thanks] = (await send()).beside;
		expect(thanks?.facts?.further).toMatchObject({
			kind: 'compliment',
			mayTell: 'no',
			wantsReply: 'no'
		});
		expect([thanks?.ownName, thanks?.safeContact]).toEqual([null, []]);
	});

	it('keeps what they allowed, where they got as far as that', async () => {
		await child.press('42', { mayTell: 'yes' });
		await child.fillIn();
		expect((await send()).beside[0]?.facts?.further?.['mayTell']).toBe('yes');
	});

	it('is left out where they say so, with what they recorded', async () => {
		await record('goodFiles');
		await child.fillIn();
		await leaveOutBeside(service, child.cookie, 'thanks');
		expect(besideRows(await answers())).toEqual([]);
		const { beside, sent } = await send();
		expect(beside).toEqual([]);
		expect((await sentPage(service, sent)).beside).toEqual([]);
	});

	it('leaves the alert with the complaint', async () => {
		await child.press('1');
		await child.press('2', { who: 'child' });
		await child.press('3', { safe: 'no' });
		await child.fillIn({ '3': { safe: 'no' } });
		const { told } = await send();
		const alerts = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx.selectFrom('safety_alert').select('complaint_id').execute()
		);
		expect(alerts.at(-1)?.complaint_id).toBe(told.complaintId);
	});
});

describe('an idea that was begun beside', () => {
	it('goes along with a thank-you as well', async () => {
		await child.press('51', { idea: 'A bike shed' });
		await child.press('52', { forWhom: 'everyone' });
		await child.press('41', { good: 'Mo listened' });
		await child.press('42', { mayTell: 'noName' });
		await child.press('43', { wantsReply: 'no' });
		const { beside, sent } = await send();
		expect(beside[0]?.facts?.further).toMatchObject({
			kind: 'representation',
			forWhom: 'everyone',
			wantsAnswer: 'no'
		});
		expect((await sentPage(service, sent)).beside).toEqual([
			'We have your idea or question too. We will read it.'
		]);
	});

	it('is none where nothing was typed', () => {
		expect(besideRows({ ...NO_ANSWERS, door: 'wrong', idea: ' ', good: '' })).toEqual([]);
	});
});
