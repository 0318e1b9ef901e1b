import type { Transaction } from 'kysely';
import type { Database, SealedTextKind } from '#lib/server/database/tables.ts';
import { openForAll, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import { authorOf } from '#lib/server/complaints/log.ts';
import { IdAlreadyUsed } from '#lib/server/complaints/idAlreadyUsed.ts';
import type { MasterKeys } from '#lib/server/service.ts';
import type { Work } from '#lib/server/work.ts';
import type { PulledText } from '#lib/wire/sync.ts';

/** Words of a case, as they were typed. */
export interface NewText {
	textId: string;
	kind: SealedTextKind;
	words: string;
}

/** Seals and keeps words of a case. Throws `IdAlreadyUsed`. */
export async function keepTexts(
	work: Work,
	complaintId: string,
	texts: readonly NewText[]
): Promise<void> {
	if (texts.length === 0) return;
	const key = await sealFor(work.trx, work.keys, { ownerId: complaintId, ownerKind: 'complaint' });
	const { actor_kind, actor_id } = authorOf(work);
	const kept = await work.trx
		.insertInto('sealed_text')
		.values(
			texts.map(({ textId, kind, words }) => ({
				text_id: textId,
				complaint_id: complaintId,
				kind,
				sealed: key.seal(placeOf(textId), words),
				author_kind: actor_kind,
				author_id: actor_id,
				written_at: new Date(work.now()).toISOString()
			}))
		)
		.onConflict((conflict) => conflict.column('text_id').doNothing())
		.executeTakeFirst();
	if (Number(kept.numInsertedOrUpdatedRows) !== texts.length) throw new IdAlreadyUsed('textId');
}

/** The words of these cases, oldest first; `words` is null once erased. */
export async function findTexts(
	trx: Transaction<Database>,
	keys: MasterKeys,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledText[]>> {
	const found = new Map<string, PulledText[]>(complaintIds.map((id) => [id, []]));
	if (complaintIds.length === 0) return found;
	const opened = await openForAll(trx, keys, complaintIds);
	const rows = await trx
		.selectFrom('sealed_text')
		.select(['text_id', 'complaint_id', 'kind', 'sealed', 'author_kind', 'author_id', 'written_at'])
		.select('with_advocate')
		.where('complaint_id', 'in', complaintIds)
		.orderBy('position')
		.execute();
	for (const row of rows) {
		found.get(row.complaint_id)?.push({
			textId: row.text_id,
			kind: row.kind,
			words: opened.get(row.complaint_id)?.open(placeOf(row.text_id), row.sealed) ?? null,
			authorKind: row.author_kind,
			authorId: row.author_id,
			writtenAt: row.written_at,
			...(row.with_advocate ? { withAdvocate: row.with_advocate } : {})
		});
	}
	return found;
}

function placeOf(textId: string): SealedPlace {
	return { table: 'sealed_text', column: 'sealed', rowId: textId };
}
