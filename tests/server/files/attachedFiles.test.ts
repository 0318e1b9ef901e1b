import type { Kysely } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_ANSWERS } from '#lib/intake/answers.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { asActor } from '#lib/server/database/connect.ts';
import {
	findAttachedFiles,
	keepCaseFile,
	keepDraftFile,
	moveDraftFiles,
	openAttachedFile,
	removeDraftFile
} from '#lib/server/files/attachedFiles.ts';
import { checkFile, type CheckedFile } from '#lib/server/files/checkFile.ts';
import { clamdScanner } from '#lib/server/files/clamd.ts';
import { scanAgain } from '#lib/server/files/scanAgain.ts';
import { createDraft, eraseDraft, saveAnswers } from '#lib/server/intake/draft.ts';
import { forgetExpired } from '#lib/server/intake/forgetExpired.ts';
import { jobHandlers } from '#lib/server/jobs/handlers.ts';
import { runDueJobs } from '#lib/server/jobs/run.ts';
import { destroyKey } from '#lib/server/keys/sealing.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { startFakeClamd } from '../../support/fakeClamd.ts';
import { aSound } from '../../support/mediaFiles.ts';
import { createTestService } from '../../support/testService.ts';

const START = '2026-11-26T10:00:00Z';
const service = await createTestService(START);
const office = openOffice(service.db, service.keys);
const clamd = await startFakeClamd();
const scan = clamdScanner(clamd);
const voice = await aSound('ogg');
beforeEach(() => {
	service.setNow(START);
	clamd.play('honest');
});
afterAll(async () => {
	await service.close();
	await clamd.close();
});

async function recorded(): Promise<CheckedFile> {
	const checked = await checkFile({ name: 'voice.ogg', bytes: voice }, { takes: ['sound'], scan });
	if (!checked.ok) throw new Error(checked.refusal);
	return checked.file;
}

function asVisitor<Result>(act: (work: Work) => Promise<Result>): Promise<Result> {
	return inTransaction(service, { kind: 'public' }, act);
}

function asSystem<Result>(act: (work: Work) => Promise<Result>): Promise<Result> {
	return inTransaction(service, { kind: 'system' }, act);
}

/** A form with one recording. */
async function aForm(): Promise<{ draftId: string; fileId: string }> {
	const file = await recorded();
	return asVisitor(async (work) => {
		const draftId = await createDraft(work);
		await saveAnswers(work, { draftId, hasCode: false }, NO_ANSWERS);
		const fileId = crypto.randomUUID();
		await keepDraftFile(work, { draftId, fileId }, file);
		return { draftId, fileId };
	});
}

async function countRows(fileId: string): Promise<number> {
	const rows = await asSystem(({ trx }) =>
		trx.selectFrom('attached_file').select('file_id').where('file_id', '=', fileId).execute()
	);
	return rows.length;
}

function runJobs(): Promise<number> {
	return runDueJobs({ ...service, scan }, jobHandlers([]), () => undefined);
}

describe('a recording in a form that is not sent', () => {
	it('can be heard, and is gone once it is taken away', async () => {
		const { draftId, fileId } = await aForm();
		const heard = await asVisitor((work) => openAttachedFile(work, { ownerId: draftId, fileId }));
		expect(heard?.kind).toBe('ogg');
		await asVisitor((work) => removeDraftFile(work, { draftId, fileId }));
		expect(await countRows(fileId)).toBe(0);
	});

	it('is gone with the form, when that is deleted', async () => {
		const { draftId, fileId } = await aForm();
		await asVisitor((work) => eraseDraft(work, draftId));
		expect(await countRows(fileId)).toBe(0);
	});

	it('is gone with the form, when nobody came back to that', async () => {
		const { fileId } = await aForm();
		service.setNow('2026-11-27T10:00:01Z');
		await forgetExpired(service);
		expect(await countRows(fileId)).toBe(0);
	});

	it('is nothing that staff can read', async () => {
		const sam = await office.hire('Sam', ['complaintsManager']);
		const { draftId, fileId } = await aForm();
		const read = inTransaction(service, { kind: 'staff', staffId: sam }, (work) =>
			openAttachedFile(work, { ownerId: draftId, fileId })
		);
		expect(await read).toBeNull();
	});
});

describe('a recording of a case', () => {
	it('is sealed anew by the key of the case when the form is sent', async () => {
		const { complaintId } = await office.receive();
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const { draftId, fileId } = await aForm();
		await asSystem(async (work) => {
			await moveDraftFiles(work, { draftId, complaintId, files: [{ fileId, part: 'happened' }] });
			await destroyKey(work.trx, draftId);
		});

		const heard = await inTransaction(service, { kind: 'staff', staffId: sam }, (work) =>
			openAttachedFile(work, { ownerId: complaintId, fileId })
		);
		expect(heard?.bytes.length).toBeGreaterThan(100);
		const listed = await asActor(service.db, `staff:${sam}`, (trx) =>
			findAttachedFiles(trx as never, [complaintId])
		);
		expect(listed.get(complaintId)).toMatchObject([
			{ fileId, part: 'happened', partId: null, sort: 'sound', seconds: 1, scan: 'clean' }
		]);
	});

	it('leaves behind what was taken out of the form', async () => {
		const { complaintId } = await office.receive();
		const { draftId, fileId } = await aForm();
		await asSystem((work) => moveDraftFiles(work, { draftId, complaintId, files: [] }));
		expect(await countRows(fileId)).toBe(0);
	});

	it('is hidden from the person complained about, and from the complainant of another case', async () => {
		const { complaintId } = await office.receive();
		const { complaintId: other } = await office.receive();
		const file = await recorded();
		const fileId = await asSystem((work) =>
			keepCaseFile(work, complaintId, { file, part: 'added', partId: crypto.randomUUID() })
		);
		const ownerId = complaintId;
		const theirs = await inTransaction(
			service,
			{ kind: 'complainant', complaintId: other },
			(work) => openAttachedFile(work, { ownerId, fileId })
		);
		expect(theirs).toBeNull();
	});
});

describe('whoever speaks for a child', () => {
	it('neither hears nor sees what the child recorded or drew', async () => {
		const { complaintId } = await office.receive();
		const file = await recorded();
		await asSystem((work) =>
			keepCaseFile(work, complaintId, { file, part: 'happened', partId: null })
		);
		expect((await readOwnCase(service, complaintId))?.files).toHaveLength(1);
		expect((await readOwnCase(service, complaintId, 'helper'))?.files).toEqual([]);
	});
});

describe('a file that the scanner could not look at', () => {
	async function waiting(bytes = voice): Promise<{ complaintId: string; fileId: string }> {
		clamd.play('close');
		const { complaintId } = await office.receive();
		const checked = await checkFile({ name: 'a', bytes }, { takes: ['sound'], scan });
		if (!checked.ok) throw new Error(checked.refusal);
		const { file } = checked;
		expect(file.scan).toBe('waiting');
		const part = { part: 'added', partId: null } as const;
		const fileId = await asSystem((work) => keepCaseFile(work, complaintId, { file, ...part }));
		return { complaintId, fileId };
	}

	const open = ({ complaintId, fileId }: { complaintId: string; fileId: string }) =>
		asSystem((work) => openAttachedFile(work, { ownerId: complaintId, fileId }));

	it('is handed to nobody until the scanner is back and finds nothing', async () => {
		const file = await waiting();
		expect(await open(file)).toBeNull();
		await runJobs();
		expect(await open(file)).toBeNull();
		clamd.play('honest');
		service.setNow('2026-11-26T10:00:11Z');
		expect(await runJobs()).toBeGreaterThan(0);
		expect(await open(file)).not.toBeNull();
	});

	it('loses its bytes when the scanner finds a virus; that it came stays', async () => {
		const file = await waiting();
		const found = () => Promise.resolve({ scan: 'found' as const, name: 'Eicar-Signature' });
		await scanAgain({ ...service, scan: found }, { table: 'attached_file', fileId: file.fileId });
		expect(await open(file)).toBeNull();
		const row = await (service.database.owner as unknown as Kysely<never>)
			.selectFrom('attached_file' as never)
			.select(['scan', 'sealed'] as never)
			.where('file_id' as never, '=', file.fileId as never)
			.executeTakeFirst();
		expect(row).toEqual({ scan: 'found', sealed: null });
	});

	it('is looked at once, however often the job runs', async () => {
		const file = await waiting();
		clamd.play('honest');
		const before = clamd.seen.length;
		const place = { table: 'attached_file', fileId: file.fileId } as const;
		await scanAgain({ ...service, scan }, place);
		await scanAgain({ ...service, scan }, place);
		expect(clamd.seen.length).toBe(before + 1);
	});
});
