import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { StrandId } from '#lib/domain/complaint/codes.ts';
import { openAnswer } from '#lib/server/complaints/answers/answerRows.ts';
import type { Work } from '#lib/server/work.ts';
import type { AnsweredElement } from '#lib/wire/stage1Answer.ts';
import type { PulledAnswer } from '#lib/wire/sync.ts';

/** The answer of one strand, as its complainant reads it. */
export interface OwnAnswer {
	strandId: StrandId;
	sentAt: string;
	/** When they first opened it; null while it waits for them. */
	openedAt: string | null;
	notUnderstoodAt: string | null;
	reply: PulledAnswer['reply'];
	/** In the order it was written; without what is for the file only. */
	parts: readonly OwnPart[];
}

/** One part, and of each thing that was promised the day it was done; null where it is not. */
export interface OwnPart extends Omit<AnsweredElement, 'found' | 'spokenFirst' | 'actions'> {
	actions: readonly (AnsweredElement['actions'][number] & { doneOn: PlainDate | null })[];
}

/** The answers that were sent in this case, the first sent first. Erased ones are left out. */
export async function findOwnAnswers(work: Work, complaintId: string): Promise<OwnAnswer[]> {
	const rows = await work.trx
		.selectFrom('stage1_answer')
		.select([
			'answer_id',
			'complaint_id',
			'strand_id',
			'sealed',
			'sent_at',
			'opened_at',
			'not_understood_at',
			'reply'
		])
		.where('complaint_id', '=', complaintId)
		.where('state', '=', 'sent')
		.orderBy('sent_at')
		.execute();
	const doneOn = await findDays(work, complaintId);
	const answers: OwnAnswer[] = [];
	for (const row of rows) {
		const content = (await openAnswer(work, row))?.content;
		if (!content || row.sent_at === null) continue;
		answers.push({
			strandId: row.strand_id,
			sentAt: row.sent_at,
			openedAt: row.opened_at,
			notUnderstoodAt: row.not_understood_at,
			reply: row.reply,
			parts: content.parts.map(({ elementId, told, outcome, sorry, actions }) => ({
				elementId,
				told,
				outcome,
				sorry,
				actions: actions.map((action) => ({
					...action,
					doneOn: doneOn.get(action.actionId) ?? null
				}))
			}))
		});
	}
	return answers;
}

/** On which day each promise of this case was done, by its id. */
async function findDays(
	{ trx }: Work,
	complaintId: string
): Promise<ReadonlyMap<string, PlainDate>> {
	const rows = await trx
		.selectFrom('promise')
		.select(['promise_id', 'done_on'])
		.where('complaint_id', '=', complaintId)
		.where('done_on', 'is not', null)
		.execute();
	return new Map(rows.map((row) => [row.promise_id, row.done_on as PlainDate]));
}
