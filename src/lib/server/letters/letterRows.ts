import type { Selectable } from 'kysely';
import type { LetterFacts } from '#lib/letters/fields.ts';
import { openFor, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { Work } from '#lib/server/work.ts';

/** What is sealed in the row of a letter. */
export interface SealedLetter {
	/** What the writer filled in, over what the case knows; a day is 'YYYY-MM-DD'. */
	facts: LetterFacts;
	/** The letter as it was written over by hand; null while it follows its template. */
	text: string | null;
	/** Why the second person sent it back; null unless they did, until it is asked for again. */
	sentBack: { why: string; byStaffId: string; at: string } | null;
}

export type LetterRow = Selectable<Database['letter']>;

/** One letter of a case, locked for this transaction where it is to be changed. */
export async function findLetterRow(
	{ trx }: Work,
	letter: { complaintId: string; letterId: string },
	forUpdate: boolean
): Promise<LetterRow | null> {
	const row = await trx
		.selectFrom('letter')
		.selectAll()
		.where('complaint_id', '=', letter.complaintId)
		.where('letter_id', '=', letter.letterId)
		.$if(forUpdate, (query) => query.forUpdate())
		.executeTakeFirst();
	return row ?? null;
}

/** The words of a letter; null once erased. */
export async function openLetter(
	{ trx, keys }: Work,
	row: Pick<LetterRow, 'letter_id' | 'complaint_id' | 'sealed'>
): Promise<SealedLetter | null> {
	const key = await openFor(trx, keys, row.complaint_id);
	const words = key?.open(placeOf(row.letter_id), row.sealed) ?? null;
	return words === null ? null : (JSON.parse(words) as SealedLetter);
}

/** The bytes of `letter.sealed`. */
export async function sealLetter(
	{ trx, keys }: Work,
	row: Pick<LetterRow, 'letter_id' | 'complaint_id'>,
	letter: SealedLetter
): Promise<Buffer> {
	const key = await sealFor(trx, keys, { ownerId: row.complaint_id, ownerKind: 'complaint' });
	return key.seal(placeOf(row.letter_id), JSON.stringify(letter));
}

function placeOf(letterId: string): SealedPlace {
	return { table: 'letter', column: 'sealed', rowId: letterId };
}
