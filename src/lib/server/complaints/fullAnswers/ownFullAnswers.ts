import type { StrandId } from '#lib/domain/complaint/codes.ts';
import {
	openFullAnswer,
	type SentFullAnswer
} from '#lib/server/complaints/fullAnswers/fullAnswerRows.ts';
import { openDocument } from '#lib/server/papers/documents.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';

/** The full answer of one strand at stage 2 or 3, as its complainant reads it. */
export interface OwnFullAnswer extends SentFullAnswer {
	strandId: StrandId;
	stage: 2 | 3;
}

/** The full answers that were sent in this case, the first sent first. Erased ones are left out. */
export async function findOwnFullAnswers(
	work: Work,
	complaintId: string
): Promise<OwnFullAnswer[]> {
	const rows = await work.trx
		.selectFrom('full_answer')
		.select(['full_answer_id', 'complaint_id', 'strand_id', 'stage', 'sealed'])
		.where('complaint_id', '=', complaintId)
		.where('state', '=', 'sent')
		.orderBy('sent_at')
		.execute();
	const answers: OwnFullAnswer[] = [];
	for (const row of rows) {
		const sent = (await openFullAnswer(work, row))?.sent;
		if (sent) answers.push({ ...sent, strandId: row.strand_id, stage: row.stage });
	}
	return answers;
}

/** They have opened the answer of that stage. The first time counts. */
export function markFullAnswerOpened(
	service: Service,
	{ complaintId, stage }: { complaintId: string; stage: 2 | 3 }
): Promise<void> {
	return inTransaction(service, { kind: 'complainant', complaintId }, async (work) => {
		await work.trx
			.updateTable('full_answer')
			.set({ opened_at: instantOf(work) })
			.where('complaint_id', '=', complaintId)
			.where('stage', '=', stage)
			.where('state', '=', 'sent')
			.where('opened_at', 'is', null)
			.execute();
	});
}

/**
 * One document that was sent with an answer, for its complainant to take away; null for any
 * other: the database shows them none that was not sent.
 */
export function takeOwnPaper(
	service: Service,
	paper: { complaintId: string; documentId: string }
): Promise<KeptFile | null> {
	return inTransaction(service, { kind: 'complainant', complaintId: paper.complaintId }, (work) =>
		openDocument(work, paper)
	);
}
