import { checkFile, type CheckedFile, type FileChecked } from '#lib/server/files/checkFile.ts';
import { keepCaseFile, keepConcernFile } from '#lib/server/files/attachedFiles.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { isKeyDestroyed } from '#lib/server/keys/sealing.ts';
import type { Service } from '#lib/server/service.ts';
import { endFile, lockFile, replyOf, type FileRow } from '#lib/server/sync/files/fileRows.ts';
import { findHome, type FileHome } from '#lib/server/sync/files/findHome.ts';
import { openFile } from '#lib/server/sync/files/openFile.ts';
import { inTransaction, instantOf, type Work } from '#lib/server/work.ts';
import type { FileReply } from '#lib/wire/deviceFile.ts';

const SYSTEM = { kind: 'system' } as const;

/**
 * Looks into a file that is all here and keeps it with what its order began, by the way that every
 * upload goes: by its content, scanned, written anew. Where its order waits for a person the file waits
 * too, sealed as it came, and nobody has looked into it. Once, however often it is asked.
 */
export function fileIt(service: Service, fileId: string): Promise<FileReply> {
	return inTurn(() => fileInTurn(service, fileId));
}

/**
 * Has the files of an order looked into that waited with it: somebody has decided. Those that are coming
 * too: one of them may be found to wait in this very moment, by somebody who does not see the decision.
 */
export async function fileLater(work: Work, commandId: string): Promise<void> {
	const rows = await work.trx
		.selectFrom('device_file')
		.select('file_id')
		.where('command_id', '=', commandId)
		.where('state', 'in', ['coming', 'held'])
		.execute();
	for (const { file_id: fileId } of rows) {
		await enqueue(work.trx, { kind: 'fileIt', data: { fileId }, runAt: instantOf(work) });
	}
}

async function fileInTurn(service: Service, fileId: string): Promise<FileReply> {
	const found = await inTransaction(service, SYSTEM, (work) => openIfHome(work, fileId));
	if ('kind' in found) return found;
	const { bytes } = found;
	const checked: FileChecked | null =
		bytes &&
		(await checkFile(
			{ name: '', bytes },
			{ takes: ['picture', 'sound'], scan: service.scan ?? null }
		));
	return inTransaction(service, SYSTEM, async (work) => {
		const row = await lockFile(work, fileId);
		if (!row) return { kind: 'unknown' };
		if (row.state === 'kept' || row.state === 'refused') return replyOf(work, row);
		if (!checked?.ok) {
			const refusal = checked?.refusal ?? 'unreadable';
			return replyOf(work, await endFile(work, row, { state: 'refused', refusal }));
		}
		return replyOf(work, await keep(work, row, checked.file));
	});
}

/** Its bytes where it has a home; else it is held, and that is the answer. */
async function openIfHome(
	work: Work,
	fileId: string
): Promise<FileReply | { bytes: Buffer | null }> {
	const row = await lockFile(work, fileId);
	if (!row) return { kind: 'unknown' };
	const isWhole = row.received === row.chunk_count;
	if (row.state === 'kept' || row.state === 'refused' || !isWhole) return replyOf(work, row);
	if (await findHome(work, row)) return { bytes: await openFile(work, row) };
	return replyOf(work, row.state === 'held' ? row : await endFile(work, row, { state: 'held' }));
}

/** In the case or the concern as it is in this moment, which may have become a complaint meanwhile. */
async function keep(work: Work, row: FileRow, file: CheckedFile): Promise<FileRow> {
	const home = await findHome(work, row);
	if (!home) return endFile(work, row, { state: 'held' });
	if (await isKeyDestroyed(work.trx, keyOwnerOf(home))) {
		return endFile(work, row, { state: 'refused', refusal: 'caseErased' });
	}
	const { file_id: fileId } = row;
	if (home.is === 'case') {
		const with_ = { part: 'happened', partId: null } as const;
		await keepCaseFile(work, home.complaintId, { file, fileId, ...with_ });
	} else {
		await keepConcernFile(work, { ...home, fileId }, file);
	}
	return endFile(work, row, { state: 'kept' });
}

function keyOwnerOf(home: FileHome): string {
	return home.is === 'case' ? home.complaintId : home.childId;
}

let last: Promise<unknown> = Promise.resolve();

/** One file at a time is open in memory, however many devices send at once. */
function inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
	const mine = last.then(act, act);
	last = mine.catch(() => undefined);
	return mine;
}
