import {
	findAnswerRow,
	openAnswer,
	type SealedAnswer
} from '#lib/server/complaints/answers/answerRows.ts';
import { recordView } from '#lib/server/audit/views.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Stage1AnswerContent } from '#lib/wire/stage1Answer.ts';

/** A stage 1 answer as the page that writes or releases it needs it. */
export interface ReadAnswer {
	state: 'draft' | 'waitingForRelease' | 'sent';
	version: number;
	content: Stage1AnswerContent;
	sentBack: SealedAnswer['sentBack'];
	/** Everyone who has saved it: none of them may release it. */
	writers: readonly string[];
	writtenBy: string;
	savedAt: string;
	secondPersonId: string | null;
	releaseAskedAt: string | null;
}

/**
 * The answer of one strand, and the note that this person looked; null where nothing was saved
 * yet, it was erased, or it is not theirs to see.
 */
export async function readAnswer(
	service: Service,
	staffId: string,
	strand: { complaintId: string; strandId: string }
): Promise<ReadAnswer | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const row = await findAnswerRow(work.trx, strand, false);
		const sealed = row && (await openAnswer(work, row));
		if (!row || !sealed) return null;
		await recordView(work, strand.complaintId, 'answer');
		return {
			state: row.state,
			version: row.version,
			content: sealed.content,
			sentBack: sealed.sentBack,
			writers: row.writers,
			writtenBy: row.written_by,
			savedAt: row.saved_at,
			secondPersonId: row.second_person_id,
			releaseAskedAt: row.release_asked_at
		};
	});
}
