import type { KeptAnswerFile } from '#lib/intake/answers.ts';
import { fileWords } from '#lib/intake/fileWords.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { findAttachedFiles, openAttachedFile } from '#lib/server/files/attachedFiles.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { PulledFile } from '#lib/wire/sync.ts';

/** One file they sent, in words; a recording can be heard again, a picture is never shown. */
export interface OwnFile {
	id: string;
	words: string;
	href: string | null;
}

/** What they sent with what happened, with words they added, or with a message. */
export function ownFilesOf(
	{ files }: Pick<OwnCase, 'files'>,
	part: PulledFile['part'],
	partId: string | null = null
): OwnFile[] {
	return files
		.filter((file) => file.part === part && file.partId === partId)
		.map((file) => ({
			id: file.fileId,
			words: fileWords(asAnswer(file)),
			href: isHeard(file) ? `/my/file/${file.fileId}` : null
		}));
}

/** The files of what happened, or of what a helper says of it, as the form would have them. */
export function answerFilesOf(
	{ files }: Pick<OwnCase, 'files'>,
	told: 'happened' | 'helpersAccount'
): KeptAnswerFile[] {
	return files.filter(({ part }) => part === told).map(asAnswer);
}

/**
 * A recording of theirs, to be heard again; null for any other file, and for anybody else's. How
 * their helper sounds is the helper's.
 */
export function openOwnRecording(
	service: Service,
	complaintId: string,
	fileId: string
): Promise<KeptFile | null> {
	return inTransaction(service, { kind: 'complainant', complaintId }, async (work) => {
		const files = (await findAttachedFiles(work.trx, [complaintId])).get(complaintId) ?? [];
		const found = files.find((file) => file.fileId === fileId && isHeard(file));
		if (!found || (await isHelpers(work, found))) return null;
		return openAttachedFile(work, { ownerId: complaintId, fileId });
	});
}

/** Whether it came with a message of whoever speaks for them. */
async function isHelpers({ trx }: Work, { part, partId }: PulledFile): Promise<boolean> {
	if (part !== 'message' || partId === null) return false;
	const message = await trx
		.selectFrom('message')
		.select('party')
		.where('message_id', '=', partId)
		.executeTakeFirst();
	return message?.party !== 'complainant';
}

function asAnswer({ fileId, sort, seconds, scan }: PulledFile): KeptAnswerFile {
	return { fileId, sort, seconds, isWaiting: scan === 'waiting' };
}

function isHeard({ part, sort, scan }: PulledFile): boolean {
	return part !== 'helpersAccount' && sort === 'sound' && scan !== 'waiting' && scan !== 'found';
}
