import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import type { CheckedFile } from '#lib/server/files/checkFile.ts';
import { findChildOf } from '#lib/server/files/concernOf.ts';
import { FILE_KINDS, type FileKind } from '#lib/server/files/fileKind.ts';
import { scanLater } from '#lib/server/files/scanAgain.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import { openFor, sealFor, type KeyOwner, type SealedPlace } from '#lib/server/keys/sealing.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import type { PulledFile } from '#lib/wire/sync.ts';

/** With what a file came. */
export type FilePart = Pick<PulledFile, 'part' | 'partId'>;

/** A file of a form that goes along into the case, and with what it came. */
export interface MovedFile {
	fileId: string;
	part: Exclude<PulledFile['part'], 'added' | 'message' | 'mandate'>;
}

/** Keeps a file of a form that is not sent yet, sealed by the form's own key, under an id of the caller's. */
export async function keepDraftFile(
	work: Work,
	{ draftId, fileId }: { draftId: string; fileId: string },
	file: CheckedFile
): Promise<void> {
	await keep(work, file, {
		fileId,
		owner: { ownerId: draftId, ownerKind: 'draft' },
		of: { draft_id: draftId },
		part: 'happened',
		partId: null
	});
}

/** Keeps a file of a case, under an id of the caller's where it has one. Says its id. */
export function keepCaseFile(
	work: Work,
	complaintId: string,
	{ file, fileId = randomUUID(), ...part }: FilePart & { file: CheckedFile; fileId?: string }
): Promise<string> {
	return keep(work, file, {
		fileId,
		owner: { ownerId: complaintId, ownerKind: 'complaint' },
		of: { complaint_id: complaintId },
		...part
	});
}

/** Keeps a file of a concern that is no complaint, sealed by the key of its child as its words are. */
export async function keepConcernFile(
	work: Work,
	{ concernId, childId, fileId }: { concernId: string; childId: string; fileId: string },
	file: CheckedFile
): Promise<void> {
	await keep(work, file, {
		fileId,
		owner: { ownerId: childId, ownerKind: 'reviewedChild' },
		of: { concern_id: concernId },
		part: 'happened',
		partId: null
	});
}

/** Gives the files of a concern to the complaint that it becomes, and they are nowhere else. As ourselves. */
export async function moveConcernFiles(
	work: Work,
	{ concernId, childId }: { concernId: string; childId: string }
): Promise<void> {
	const rows = await work.trx
		.selectFrom('attached_file')
		.select('file_id')
		.where('concern_id', '=', concernId)
		.execute();
	if (rows.length === 0) return;
	const from = await openFor(work.trx, work.keys, childId);
	const to = await sealFor(work.trx, work.keys, { ownerId: concernId, ownerKind: 'complaint' });
	for (const { file_id: fileId } of rows) {
		// One at a time, so that no more than one is open in memory.
		const { sealed } = await work.trx
			.selectFrom('attached_file')
			.select('sealed')
			.where('file_id', '=', fileId)
			.executeTakeFirstOrThrow();
		const bytes = from?.openBytes(placeOf(fileId), sealed) ?? null;
		await work.trx
			.updateTable('attached_file')
			.set({
				concern_id: null,
				complaint_id: concernId,
				sealed: bytes && to.sealBytes(placeOf(fileId), bytes)
			})
			.where('file_id', '=', fileId)
			.execute();
	}
}

/** Takes one file of a form away again. */
export async function removeDraftFile(
	{ trx }: Work,
	{ draftId, fileId }: { draftId: string; fileId: string }
): Promise<void> {
	await trx
		.deleteFrom('attached_file')
		.where('draft_id', '=', draftId)
		.where('file_id', '=', fileId)
		.execute();
}

/** Takes every file of a form away: it was deleted, or nobody came back to it. */
export async function removeDraftFiles({ trx }: Work, draftId: string): Promise<void> {
	await trx.deleteFrom('attached_file').where('draft_id', '=', draftId).execute();
}

/**
 * Gives the files of a form that is being sent to the case it becomes, sealed anew by the key of
 * the case: the form's own key is about to be destroyed. To be called as ourselves. Only those of
 * `files` go along; the others stay where `keepsRest`, and are gone otherwise.
 */
export async function moveDraftFiles(
	work: Work,
	{
		draftId,
		complaintId,
		files,
		keepsRest = false
	}: {
		draftId: string;
		complaintId: string;
		files: readonly MovedFile[];
		keepsRest?: boolean;
	}
): Promise<void> {
	const from = await openFor(work.trx, work.keys, draftId);
	if (!from) return;
	const to = await sealFor(work.trx, work.keys, { ownerId: complaintId, ownerKind: 'complaint' });
	for (const { fileId, part } of files) {
		// One at a time, so that no more than one is open in memory.
		const row = await work.trx
			.selectFrom('attached_file')
			.select('sealed')
			.where('draft_id', '=', draftId)
			.where('file_id', '=', fileId)
			.executeTakeFirst();
		if (!row) continue;
		const bytes = from.openBytes(placeOf(fileId), row.sealed);
		await work.trx
			.updateTable('attached_file')
			.set({
				draft_id: null,
				complaint_id: complaintId,
				part,
				sealed: bytes && to.sealBytes(placeOf(fileId), bytes)
			})
			.where('file_id', '=', fileId)
			.execute();
	}
	if (!keepsRest) await removeDraftFiles(work, draftId);
}

/** The files of these cases that the one acting may see, in the order they came. */
export async function findAttachedFiles(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledFile[]>> {
	return findFilesOf(trx, 'complaint_id', complaintIds);
}

/** The files of a concern that is no complaint, which the one acting may see, in the order they came. */
export async function findConcernFiles(
	trx: Transaction<Database>,
	concernId: string
): Promise<readonly PulledFile[]> {
	return (await findFilesOf(trx, 'concern_id', [concernId])).get(concernId) ?? [];
}

async function findFilesOf(
	trx: Transaction<Database>,
	column: 'complaint_id' | 'concern_id',
	ids: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledFile[]>> {
	const found = new Map<string, PulledFile[]>(ids.map((id) => [id, []]));
	if (ids.length === 0) return found;
	const rows = await trx
		.selectFrom('attached_file')
		.select(['file_id', column, 'part', 'part_id', 'kind'])
		.select(['byte_size', 'seconds', 'scan', 'added_at'])
		.where(column, 'in', ids)
		.orderBy('position')
		.execute();
	for (const row of rows) {
		found.get(row[column] ?? '')?.push({
			fileId: row.file_id,
			part: row.part,
			partId: row.part_id,
			sort: FILE_KINDS[row.kind].sort,
			byteSize: row.byte_size,
			seconds: row.seconds,
			scan: row.scan,
			addedAt: row.added_at
		});
	}
	return found;
}

/**
 * One file, opened; null where it is not theirs to see, waits for the virus check, or was erased.
 * `ownerId` is the case, or the form that is not sent yet.
 */
export async function openAttachedFile(
	work: Work,
	{ ownerId, fileId }: { ownerId: string; fileId: string }
): Promise<KeptFile | null> {
	const row = await findOpenable(work, fileId);
	const isTheirs = row?.complaint_id === ownerId || row?.draft_id === ownerId;
	return row && isTheirs ? openFile(work, { ...row, fileId, keyOwnerId: ownerId }) : null;
}

/** The same of a concern that is no complaint; once it is one, its files are the case's. */
export async function openConcernFile(
	work: Work,
	{ concernId, fileId }: { concernId: string; fileId: string }
): Promise<KeptFile | null> {
	const row = await findOpenable(work, fileId);
	if (row?.concern_id !== concernId) return null;
	const keyOwnerId = await findChildOf(work.trx, concernId);
	return keyOwnerId === null ? null : openFile(work, { ...row, fileId, keyOwnerId });
}

function findOpenable({ trx }: Work, fileId: string) {
	return trx
		.selectFrom('attached_file')
		.select(['kind', 'sealed', 'complaint_id', 'draft_id', 'concern_id'])
		.where('file_id', '=', fileId)
		.where('scan', 'in', ['none', 'clean'])
		.executeTakeFirst();
}

async function openFile(
	{ trx, keys }: Work,
	{
		fileId,
		kind,
		sealed,
		keyOwnerId
	}: { fileId: string; kind: FileKind; sealed: Buffer | null; keyOwnerId: string }
): Promise<KeptFile | null> {
	const key = await openFor(trx, keys, keyOwnerId);
	const bytes = key?.openBytes(placeOf(fileId), sealed) ?? null;
	return bytes ? { stem: 'file', fileId, kind, bytes } : null;
}

/** What a file is of: one of these columns. */
type FileOf = { draft_id: string } | { complaint_id: string } | { concern_id: string };

async function keep(
	work: Work,
	file: CheckedFile,
	{ fileId, owner, of, part, partId }: FilePart & { fileId: string; owner: KeyOwner; of: FileOf }
): Promise<string> {
	const key = await sealFor(work.trx, work.keys, owner);
	await work.trx
		.insertInto('attached_file')
		.values({
			file_id: fileId,
			...of,
			part,
			part_id: partId,
			kind: file.kind,
			byte_size: file.bytes.byteLength,
			seconds: file.seconds === null ? null : Math.max(1, Math.round(file.seconds)),
			sealed: key.sealBytes(placeOf(fileId), file.bytes),
			scan: file.scan,
			scanned_at: file.scan === 'clean' ? instantOf(work) : null,
			added_at: instantOf(work)
		})
		.execute();
	if (file.scan === 'waiting') await scanLater(work, { table: 'attached_file', fileId });
	return fileId;
}

function placeOf(fileId: string): SealedPlace {
	return { table: 'attached_file', column: 'sealed', rowId: fileId };
}
