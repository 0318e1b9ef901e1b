import { createHash } from 'node:crypto';
import type { Answers, FilesOf, KeptAnswerFile } from '#lib/intake/answers.ts';
import {
	keepDraftFile,
	openAttachedFile,
	removeDraftFile
} from '#lib/server/files/attachedFiles.ts';
import type { CheckedFile } from '#lib/server/files/checkFile.ts';
import { FILE_KINDS } from '#lib/server/files/fileKind.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import { findDraft, lockDraft, saveAnswers, type Draft } from '#lib/server/intake/draft.ts';
import { findVisit, markSeen } from '#lib/server/intake/visit.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { MOST_FILES, type FileRefusal } from '#lib/words/files.ts';

/** What a press on a page with files brought. */
export interface FilesSent {
	files: readonly CheckedFile[];
	/** One that is to be taken away again. */
	removeId: string | null;
	/** Made with the page: the same form sent twice adds nothing twice. */
	formId: string;
	/** Which of the answers they go to. */
	list: FilesOf;
	/** Puts what was typed beside them in, so that it is not lost whatever comes of the files. */
	record: (answers: Answers) => Answers;
}

/** What came of it. Not `kept`: there is no such form any more, or it was sent. */
export type FilesTaken =
	{ kind: 'kept'; answers: Answers; refusal: FileRefusal | null } | { kind: 'sent' | 'gone' };

/** Keeps files of the form that is being filled in, beside its answers, in one transaction. */
export function takeFiles(
	service: Service,
	cookie: string | undefined,
	sent: FilesSent
): Promise<FilesTaken> {
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		const draft = visit?.draftId ? await lockDraft(work, visit.draftId) : null;
		if (!visit || draft?.state !== 'open')
			return { kind: draft?.state === 'sent' ? 'sent' : 'gone' };
		const kept = await keepAll(work, draft, sent);
		await saveAnswers(work, draft, kept.answers);
		await markSeen(work, visit);
		return { kind: 'kept', ...kept };
	});
}

/** A recording of the form that this browser is filling in, to be heard; null for any other file. */
export function openOwnSound(
	service: Service,
	cookie: string | undefined,
	fileId: string
): Promise<KeptFile | null> {
	return inTransaction(service, { kind: 'public' }, async (work) => {
		const visit = await findVisit(work, cookie);
		const draft = visit?.draftId ? await findDraft(work, visit.draftId) : null;
		if (draft?.state !== 'open') return null;
		const file = await openAttachedFile(work, { ownerId: draft.draftId, fileId });
		return file && file.kind !== 'text' && FILE_KINDS[file.kind].sort === 'sound' ? file : null;
	});
}

/** How many files there is still room for. */
export function roomFor(answers: Answers, list: FilesOf): number {
	return Math.max(0, MOST_FILES - (answers[list]?.length ?? 0));
}

async function keepAll(work: Work, draft: Draft, sent: FilesSent) {
	const { draftId } = draft;
	let files = draft.answers[sent.list] ?? [];
	let refusal: FileRefusal | null = null;
	const removed = files.find(({ fileId }) => fileId === sent.removeId);
	if (removed) {
		await removeDraftFile(work, { draftId, fileId: removed.fileId });
		files = files.filter((one) => one !== removed);
	}
	for (const [index, file] of sent.files.entries()) {
		const fileId = idOf(draftId, `${sent.list}/${sent.formId}`, index);
		if (files.some((one) => one.fileId === fileId)) continue;
		if (files.length >= MOST_FILES) {
			refusal = 'tooMany';
			break;
		}
		await keepDraftFile(work, { draftId, fileId }, file);
		files = [...files, answerFile(fileId, file)];
	}
	return { answers: sent.record({ ...draft.answers, [sent.list]: files }), refusal };
}

function answerFile(fileId: string, { kind, seconds, scan }: CheckedFile): KeptAnswerFile {
	return {
		fileId,
		sort: FILE_KINDS[kind].sort,
		seconds: seconds === null ? null : Math.max(1, Math.round(seconds)),
		isWaiting: scan === 'waiting'
	};
}

/** The same for the same form: version 8, RFC 9562 5.8. */
function idOf(draftId: string, formId: string, index: number): string {
	const bytes = createHash('sha256').update(`${draftId}/${formId}/${index}`).digest();
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = bytes.toString('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20, 32)
	].join('-');
}
