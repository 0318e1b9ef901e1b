import type { Selectable, Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { openFor, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import type { Work } from '#lib/server/work.ts';
import type { Stage1AnswerContent } from '#lib/wire/stage1Answer.ts';

/** What is sealed in the row of an answer. */
export interface SealedAnswer {
	content: Stage1AnswerContent;
	/** Why the second person sent it back; null unless they did, until it is asked for again. */
	sentBack: { why: string; byStaffId: string; at: string } | null;
}

/** The row of one strand's answer. */
export type AnswerRow = Selectable<Database['stage1_answer']>;

/** The answer of a strand, locked for this transaction where it is to be changed. */
export async function findAnswerRow(
	trx: Transaction<Database>,
	strand: { complaintId: string; strandId: string },
	forUpdate: boolean
): Promise<AnswerRow | null> {
	const row = await trx
		.selectFrom('stage1_answer')
		.selectAll()
		.where('complaint_id', '=', strand.complaintId)
		.where('strand_id', '=', strand.strandId)
		.$if(forUpdate, (query) => query.forUpdate())
		.executeTakeFirst();
	return row ?? null;
}

/** The words of an answer; null once erased. */
export async function openAnswer(
	{ trx, keys }: Work,
	row: Pick<AnswerRow, 'answer_id' | 'complaint_id' | 'sealed'>
): Promise<SealedAnswer | null> {
	const key = await openFor(trx, keys, row.complaint_id);
	const words = key?.open(placeOf(row.answer_id), row.sealed) ?? null;
	return words === null ? null : (JSON.parse(words) as SealedAnswer);
}

/** The bytes of `stage1_answer.sealed`. */
export async function sealAnswer(
	{ trx, keys }: Work,
	row: Pick<AnswerRow, 'answer_id' | 'complaint_id'>,
	answer: SealedAnswer
): Promise<Buffer> {
	const key = await sealFor(trx, keys, { ownerId: row.complaint_id, ownerKind: 'complaint' });
	return key.seal(placeOf(row.answer_id), JSON.stringify(answer));
}

function placeOf(answerId: string): SealedPlace {
	return { table: 'stage1_answer', column: 'sealed', rowId: answerId };
}
