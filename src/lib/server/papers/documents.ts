import { randomUUID } from 'node:crypto';
import { openFor, sealFor } from '#lib/server/keys/sealing.ts';
import type { CheckedFile, ScanState } from '#lib/server/files/checkFile.ts';
import { FILE_KINDS, kindOfType } from '#lib/server/files/fileKind.ts';
import { scanLater } from '#lib/server/files/scanAgain.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import type { PaperKind, PaperRole } from '#lib/words/papers.ts';

/** One paper of a case as lists show it. */
export interface CaseDocument {
	documentId: string;
	strandId: string;
	kind: PaperKind;
	state: 'draft' | 'handedIn' | 'recorded' | 'given';
	meantFor: readonly PaperRole[];
	/** The name of the file as it came; empty where words were typed. */
	fileName: string;
	/** What was typed; empty for a file alone. Null once erased. */
	words: string | null;
	hasFile: boolean;
	/** What the virus check said; a file that waits or was found bad is handed to nobody. */
	scan: ScanState;
	byteSize: number;
	addedBy: string;
	addedAt: string;
	handedInAt: string | null;
}

/** What a paper is to be. */
export interface NewDocument {
	complaintId: string;
	strandId: string;
	kind: PaperKind;
	state: 'draft' | 'handedIn' | 'given';
	meantFor: readonly PaperRole[];
	words: string;
	file: CheckedFile | null;
}

const TYPED = 'text/plain';

/** Seals a paper and keeps it, in place of the draft where one is named. Says its id. */
export async function keepDocument(
	work: Work,
	staffId: string,
	{ draftId, ...kept }: NewDocument & { draftId: string | null }
): Promise<string> {
	const documentId = draftId ?? randomUUID();
	const { complaintId, file, words } = kept;
	const key = await sealFor(work.trx, work.keys, { ownerId: complaintId, ownerKind: 'complaint' });
	const columns = {
		kind: kept.kind,
		state: kept.state,
		meant_for: [...kept.meantFor],
		content_type: file ? FILE_KINDS[file.kind].contentType : TYPED,
		byte_size: file?.bytes.byteLength ?? 0,
		sealed: file && key.sealBytes(fileAt(documentId), file.bytes),
		sealed_words: key.seal(wordsAt(documentId), JSON.stringify({ name: file?.name ?? '', words })),
		handed_in_at: kept.state === 'handedIn' ? instantOf(work) : null,
		scan: file?.scan ?? ('none' as const),
		scanned_at: file?.scan === 'clean' ? instantOf(work) : null
	};
	if (file?.scan === 'waiting')
		await scanLater(work, { table: 'case_document', fileId: documentId });
	if (draftId) {
		await work.trx
			.updateTable('case_document')
			.set({ ...columns, added_at: instantOf(work) })
			.where('document_id', '=', draftId)
			.execute();
		return draftId;
	}
	await work.trx
		.insertInto('case_document')
		.values({
			...columns,
			document_id: documentId,
			complaint_id: complaintId,
			strand_id: kept.strandId,
			added_by: staffId,
			added_at: instantOf(work)
		})
		.execute();
	return documentId;
}

/** The papers of a case that the one acting may see, in the order they came. */
export async function findDocuments(work: Work, complaintId: string): Promise<CaseDocument[]> {
	const key = await openFor(work.trx, work.keys, complaintId);
	const rows = await work.trx
		.selectFrom('case_document')
		.select(['document_id', 'strand_id', 'kind', 'state', 'meant_for', 'content_type'])
		.select(['byte_size', 'sealed_words', 'added_by', 'added_at', 'handed_in_at', 'scan'])
		.where('complaint_id', '=', complaintId)
		.orderBy('position')
		.execute();
	return rows.map((row) => {
		const opened = key?.open(wordsAt(row.document_id), row.sealed_words) ?? null;
		const told = opened === null ? null : (JSON.parse(opened) as { name: string; words: string });
		return {
			documentId: row.document_id,
			strandId: row.strand_id,
			kind: row.kind as PaperKind,
			state: row.state,
			meantFor: row.meant_for as PaperRole[],
			fileName: told?.name ?? '',
			words: told?.words ?? null,
			hasFile: row.content_type !== TYPED,
			scan: row.scan,
			byteSize: row.byte_size,
			addedBy: row.added_by,
			addedAt: row.added_at,
			handedInAt: row.handed_in_at
		};
	});
}

/**
 * The file of a paper, or the words that were typed; null where it is not theirs to see, waits for
 * the virus check, or was erased.
 */
export async function openDocument(
	work: Work,
	{ complaintId, documentId }: { complaintId: string; documentId: string }
): Promise<KeptFile | null> {
	const row = await work.trx
		.selectFrom('case_document')
		.select(['content_type', 'sealed', 'sealed_words', 'scan'])
		.where('complaint_id', '=', complaintId)
		.where('document_id', '=', documentId)
		.executeTakeFirst();
	const key = row && (await openFor(work.trx, work.keys, complaintId));
	if (!row || !key) return null;
	if (row.scan === 'waiting' || row.scan === 'found') return null;
	const kind = kindOfType(row.content_type);
	if (kind) {
		const bytes = key.openBytes(fileAt(documentId), row.sealed);
		return bytes && { stem: 'paper', fileId: documentId, kind, bytes };
	}
	const told = key.open(wordsAt(documentId), row.sealed_words);
	if (told === null) return null;
	const { words } = JSON.parse(told) as { words: string };
	return { stem: 'paper', fileId: documentId, kind: 'text', bytes: Buffer.from(words) };
}

function fileAt(documentId: string) {
	return { table: 'case_document', column: 'sealed', rowId: documentId } as const;
}

function wordsAt(documentId: string) {
	return { table: 'case_document', column: 'sealed_words', rowId: documentId } as const;
}
