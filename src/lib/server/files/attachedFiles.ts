import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import type { CheckedFile } from '#lib/server/files/checkFile.ts';
import { FILE_KINDS } from '#lib/server/files/fileKind.ts';
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
		part: 'happened',
		partId: null
	});
}

/** Keeps a file of a case. Says its id. */
export function keepCaseFile(
	work: Work,
	complaintId: string,
	{ file, ...part }: FilePart & { file: CheckedFile }
): Promise<string> {
	const fileId = randomUUID();
	return keep(work, file, {
		fileId,
		owner: { ownerId: complaintId, ownerKind: 'complaint' },
		...part
	});
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
	const found = new Map<string, PulledFile[]>(complaintIds.map((id) => [id, []]));
	if (complaintIds.length === 0) return found;
	const rows = await trx
		.selectFrom('attached_file')
		.select(['file_id', 'complaint_id', 'part', 'part_id', 'kind'])
		.select(['byte_size', 'seconds', 'scan', 'added_at'])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('position')
		.execute();
	for (const row of rows) {
		found.get(row.complaint_id ?? '')?.push({
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
	{ trx, keys }: Work,
	{ ownerId, fileId }: { ownerId: string; fileId: string }
): Promise<KeptFile | null> {
	const row = await trx
		.selectFrom('attached_file')
		.select(['kind', 'sealed'])
		.where('file_id', '=', fileId)
		.where(({ or, eb }) => or([eb('complaint_id', '=', ownerId), eb('draft_id', '=', ownerId)]))
		.where('scan', 'in', ['none', 'clean'])
		.executeTakeFirst();
	const key = row && (await openFor(trx, keys, ownerId));
	const bytes = key?.openBytes(placeOf(fileId), row?.sealed ?? null) ?? null;
	return row && bytes ? { stem: 'file', fileId, kind: row.kind, bytes } : null;
}

async function keep(
	work: Work,
	file: CheckedFile,
	{ fileId, owner, part, partId }: FilePart & { fileId: string; owner: KeyOwner }
): Promise<string> {
	const key = await sealFor(work.trx, work.keys, owner);
	await work.trx
		.insertInto('attached_file')
		.values({
			file_id: fileId,
			draft_id: owner.ownerKind === 'draft' ? owner.ownerId : null,
			complaint_id: owner.ownerKind === 'complaint' ? owner.ownerId : null,
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
