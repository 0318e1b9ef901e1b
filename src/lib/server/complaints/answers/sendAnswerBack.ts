import {
	refuseAnswer,
	type AnswerActed,
	type SeenAnswer
} from '#lib/server/complaints/answers/answerOutcome.ts';
import { openAnswer, sealAnswer } from '#lib/server/complaints/answers/answerRows.ts';
import { findClash, findForWriting } from '#lib/server/complaints/answers/writeAnswer.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction } from '#lib/server/work.ts';

/** The second person sends an answer back to its writer, and says why. It is a draft again. */
export async function sendAnswerBack(
	service: Service,
	staffId: string,
	{ why, ...seen }: SeenAnswer & { why: string }
): Promise<AnswerActed> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = await findForWriting(work, seen, 'releaseAnswer');
		if ('refusal' in found) return refuseAnswer(found.refusal);
		const { row } = found;
		if (row?.state !== 'waitingForRelease') return refuseAnswer({ code: 'nothingWaiting' });
		const clash = await findClash(work, row, seen.seenVersion);
		if (clash) return { done: false, clash };
		const content = (await openAnswer(work, row))?.content;
		if (!content) return refuseAnswer({ code: 'nothingWaiting' });
		const sentBack = { why, byStaffId: staffId, at: instantOf(work) };
		await work.trx
			.updateTable('stage1_answer')
			.set({
				state: 'draft',
				release_asked_at: null,
				second_person_id: null,
				sealed: await sealAnswer(work, row, { content, sentBack })
			})
			.where('answer_id', '=', row.answer_id)
			.execute();
		return { done: true, version: row.version };
	});
}
