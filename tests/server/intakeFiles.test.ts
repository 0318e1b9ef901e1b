import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FilesOf } from '#lib/intake/answers.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { findAttachedFiles, openAttachedFile } from '#lib/server/files/attachedFiles.ts';
import { checkFile, type CheckedFile, type Taken } from '#lib/server/files/checkFile.ts';
import { takeFiles } from '#lib/server/intake/draftFiles.ts';
import { everythingPage } from '#lib/server/intake/my/everythingPage.ts';
import { openOwnRecording } from '#lib/server/intake/my/ownFiles.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { aSound } from '../support/mediaFiles.ts';
import { aPdf } from '../support/paperFiles.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

const ADULT: readonly Taken[] = ['picture', 'sound', 'pdf'];
const voice = await aSound('ogg');
const letter = aPdf();
const SAFE = { whoCanSee: 'justMe', voicemail: null, goodTimes: [] };

let test: TestDatabase;
let service: TestService;
let visitor: Visitor;

beforeAll(async () => {
	test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => {
	service = createTestService(test, '2026-06-01T10:00:00Z');
	visitor = new Visitor(service);
});

const asSystem = <Result>(act: (work: Work) => Promise<Result>) =>
	inTransaction(service, { kind: 'system' }, act);

async function checked(bytes: Buffer): Promise<CheckedFile> {
	const file = await checkFile({ name: 'a', bytes }, { takes: ADULT, scan: null });
	if (!file.ok) throw new Error(file.refusal);
	return file.file;
}

/** Adds files on a page of the form, before it is sent. */
async function add(list: FilesOf, files: readonly Buffer[], removeId: string | null = null) {
	const taken = await takeFiles(service, visitor.cookie, {
		files: await Promise.all(files.map(checked)),
		removeId,
		formId: crypto.randomUUID(),
		list,
		record: (answers) => answers
	});
	if (taken.kind !== 'kept') throw new Error(taken.kind);
	return taken;
}

async function send(): Promise<string> {
	const sending = await sendDraft(service, visitor.cookie);
	if (sending.kind !== 'sent') throw new Error(sending.kind);
	if (sending.newCookie) visitor.cookie = sending.newCookie;
	const form = await openForm(service, visitor.cookie);
	if (form.kind !== 'sent') throw new Error('not sent');
	return form.sent.complaintId;
}

const filesOf = (complaintId: string) =>
	asSystem(async ({ trx }) => (await findAttachedFiles(trx, [complaintId])).get(complaintId) ?? []);

describe('what a helper sends with the form', () => {
	it('stands apart: what the child recorded is the child’s, the rest the helper’s', async () => {
		await visitor.fillIn({ '2': { who: 'helper' } });
		await add('childsFiles', [voice]);
		await add('accountFiles', [voice, letter]);
		const files = await filesOf(await send());
		expect(files.map(({ part, sort }) => [part, sort])).toEqual([
			['happened', 'sound'],
			['helpersAccount', 'sound'],
			['helpersAccount', 'paper']
		]);
	});

	it('is named to the child, who hears their own recording and not that of the helper', async () => {
		await visitor.fillIn({ '2': { who: 'helper' } });
		await add('childsFiles', [voice]);
		await add('accountFiles', [voice]);
		const complaintId = await send();
		const [childs, helpers] = await filesOf(complaintId);
		const heard = (file: typeof childs) => openOwnRecording(service, complaintId, file!.fileId);
		expect((await heard(childs))?.kind).toBe('ogg');
		expect(await heard(helpers)).toBeNull();
		const page = everythingPage((await readOwnCase(service, complaintId))!);
		const row = (words: string) =>
			page.rows.find(({ answer }) => answer.some((line) => line.includes(words)));
		expect(row('my dog')).toMatchObject({
			answer: ['i want to see my dog. nobody asks me', 'A recording, 1 second'],
			sounds: [`/my/file/${childs!.fileId}`]
		});
		expect(row('since May')?.answer).toContain('A recording, 1 second');
		expect(row('since May')?.sounds).toEqual([]);
	});

	it('is enough without a word typed', async () => {
		await visitor.fillIn({ '2': { who: 'helper' }, '25': {} });
		await visitor.press('27', { helpersAccount: '' });
		expect(await sendDraft(service, visitor.cookie)).toMatchObject({ step: '27' });
		await add('accountFiles', [voice]);
		expect(await filesOf(await send())).toHaveLength(1);
	});
});

describe('what was told before a call was asked for', () => {
	it.each([
		['child', '4', { how: 'call' }, 'files', 'happened', 'I got moved on Friday'],
		['helper', '26b', { helpersHow: 'call' }, 'accountFiles', 'helpersAccount', 'since May'],
		['adult', '34b', { theirHow: 'call' }, 'accountFiles', 'happened', 'Nobody told me']
	] as const)('is sent in words and by recording: a %s', async (...told) => {
		const [who, step, call, list, part, words] = told;
		await visitor.fillIn({ '2': { who } });
		await add(list, [voice]);
		await visitor.press(step, call);
		await visitor.press('10b', { ...SAFE, to: '07700 900 333' });
		const complaintId = await send();
		expect((await filesOf(complaintId)).map((file) => file.part)).toEqual([part]);
		const own = (await readOwnCase(service, complaintId))!;
		expect(own.texts.some((text) => text.words?.includes(words))).toBe(true);
		expect(own.facts?.toldHow).toBe('call');
		expect(own.complaint.madeOrally).toBe(true);
		const { rows } = everythingPage(own);
		expect(rows.map(({ question, answer }) => [question, answer])).toContainEqual([
			'How you want to tell us',
			['Please call me']
		]);
		const row = rows.find(({ answer }) => answer.some((line) => line.includes(words)));
		expect(row?.answer).toContain('A recording, 1 second');
	});
});

describe('what an adult sends with a complaint of their own', () => {
	it('is theirs, and a PDF is kept as it was given', async () => {
		await visitor.fillIn({ '2': { who: 'adult' } });
		await add('accountFiles', [letter, voice]);
		const complaintId = await send();
		const [paper, sound] = await filesOf(complaintId);
		expect([paper?.part, sound?.part]).toEqual(['happened', 'happened']);
		const kept = await asSystem((work) =>
			openAttachedFile(work, { ownerId: complaintId, fileId: paper!.fileId })
		);
		expect(kept?.bytes.equals(letter)).toBe(true);
		const page = everythingPage((await readOwnCase(service, complaintId))!);
		const told = page.rows.find(({ answer }) => answer.includes('A PDF'));
		expect(told?.sounds).toEqual([`/my/file/${sound!.fileId}`]);
	});

	it('does not go along where they chose another way in the end', async () => {
		await visitor.fillIn({ '2': { who: 'adult' } });
		await add('accountFiles', [letter]);
		await visitor.fillIn();
		expect(await filesOf(await send())).toEqual([]);
	});
});

describe('the lists of files', () => {
	it('have room for three each, and take away only what is theirs', async () => {
		await visitor.fillIn({ '2': { who: 'helper' } });
		const { answers } = await add('childsFiles', [voice]);
		const { fileId } = answers.childsFiles![0]!;
		const other = await add('accountFiles', [letter, letter, letter, letter], fileId);
		expect(other.refusal).toBe('tooMany');
		expect(other.answers.accountFiles).toHaveLength(3);
		expect(other.answers.childsFiles).toHaveLength(1);
		expect((await add('childsFiles', [], fileId)).answers.childsFiles).toEqual([]);
	});
});

describe('a PDF', () => {
	it('is refused where a child tells us, as is any other paper from an adult', async () => {
		const childs = { takes: ['picture', 'sound'], scan: null } as const;
		expect(await checkFile({ name: 'a.pdf', bytes: letter }, childs)).toMatchObject({
			refusal: 'wrongKind'
		});
		const script = aPdf('/OpenAction << /S /JavaScript >>');
		for (const bytes of [script, Buffer.from('PK not a letter')]) {
			expect(await checkFile({ name: 'a.pdf', bytes }, { takes: ADULT, scan: null })).toMatchObject(
				{ ok: false }
			);
		}
	});
});
