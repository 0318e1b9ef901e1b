import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { rebuildConcern, type Concern, type ConcernAct } from '#lib/domain/reviews/concern.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { DataKey, SealedPlace } from '#lib/server/keys/sealing.ts';
import { sealForChild } from '#lib/server/reviews/reviewedChildren.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import type { PushedText } from '#lib/wire/sync.ts';

/** The row of a concern, and what its acts have made of it. */
export interface FoundConcern {
	row: ConcernRow;
	concern: Concern;
}

export type ConcernRow = Awaited<ReturnType<typeof readRow>> & object;

/** Why nobody may act here: an officer acts, or the server never gets this far. */
class NoOfficer extends Error {
	override name = 'NoOfficer';
}

/** The member of staff who acts. Throws `NoOfficer`. */
export function officerOf({ actor }: Pick<Work, 'actor'>): string {
	if (actor.kind !== 'staff') throw new NoOfficer(`${actor.kind} acts at no review`);
	return actor.staffId;
}

/** A concern that the one acting sees, locked until the transaction ends; null where there is none. */
export async function lockConcern(work: Work, concernId: string): Promise<FoundConcern | null> {
	const row = await readRow(work, concernId);
	if (!row) return null;
	const acts = await findActs(work, [concernId]);
	const concern = rebuildConcern((acts.get(concernId) ?? []).map(({ act }) => act));
	return concern && { row, concern };
}

function readRow({ trx }: Work, concernId: string) {
	return trx
		.selectFrom('concern')
		.selectAll()
		.where('concern_id', '=', concernId)
		.forUpdate()
		.executeTakeFirst();
}

/** One act as it was written down. */
export interface KeptAct {
	actId: string;
	act: ConcernAct;
	byStaffId: string;
	at: string;
	sealed: Buffer | null;
}

/** The acts of these concerns, at least one, the oldest first. */
export async function findActs(
	{ trx }: Work,
	concernIds: readonly string[]
): Promise<ReadonlyMap<string, readonly KeptAct[]>> {
	const found = new Map<string, KeptAct[]>();
	const rows = await trx
		.selectFrom('concern_act')
		.selectAll()
		.where('concern_id', 'in', concernIds)
		.orderBy('position')
		.execute();
	for (const row of rows) {
		const kept: KeptAct = {
			actId: row.act_id,
			act: actOf(row),
			byStaffId: row.done_by,
			at: row.done_at,
			sealed: row.sealed
		};
		found.set(row.concern_id, [...(found.get(row.concern_id) ?? []), kept]);
	}
	return found;
}

/** The column and the type agree: the database holds them to it. */
function actOf({
	type,
	on_day,
	step
}: Pick<Database['concern_act'], 'type' | 'on_day'> & { step: unknown }): ConcernAct {
	return { type, on: on_day as PlainDate, ...(step ? { step } : {}) } as ConcernAct;
}

/** Adds an act, with the words that it brings, under the child's key. */
export async function keepAct(
	work: Work,
	of: { concernId: string; childId: string },
	{ act, words = null }: { act: ConcernAct; words?: string | null }
): Promise<void> {
	const actId = crypto.randomUUID();
	const key = words === null ? null : await sealForChild(work, of.childId);
	await work.trx
		.insertInto('concern_act')
		.values({
			act_id: actId,
			concern_id: of.concernId,
			type: act.type,
			on_day: act.on,
			step: act.type === 'escalated' ? act.step : null,
			sealed: key && words !== null ? key.seal(wordsOfAct(actId), words) : null,
			done_by: officerOf(work),
			done_at: instantOf(work)
		})
		.execute();
}

/** Where the words of an act lie. */
export function wordsOfAct(actId: string): SealedPlace {
	return { table: 'concern_act', column: 'sealed', rowId: actId };
}

/** Where what the child said lies, as long as it is no complaint. */
export function wordsOfConcern(concernId: string): SealedPlace {
	return { table: 'concern', column: 'sealed', rowId: concernId };
}

/** What the child said and wants; nothing once it is a complaint, or was erased. */
export function saidIn(
	{ concern_id, sealed }: ConcernRow,
	key: DataKey | null
): readonly PushedText[] {
	const words = key?.open(wordsOfConcern(concern_id), sealed);
	return words ? (JSON.parse(words) as PushedText[]) : [];
}

/** The words that came with an order under that id; empty where none did. */
export function wordsIn(texts: readonly PushedText[], textId: string): string {
	return texts.find((text) => text.textId === textId)?.words.trim() ?? '';
}
