import { instantOf, writeActor, type Work } from '#lib/server/work.ts';

/** Ids, counts and codes: no word that somebody typed. */
type Noted = Readonly<Record<string, string | number | boolean | null>>;

/** What somebody did that stands in no log of a case. */
export interface AuditEntry {
	action: string;
	/** What sort of thing it was done to, and which one; left out where it is none by itself. */
	entity: string;
	entityId?: string;
	data?: Noted;
}

/** An act on a case that is no event of its log: who holds it, who was named. */
export interface CaseAct {
	action: string;
	complaintId: string;
	data: Noted;
}

/** Writes down who did what, and when. The app may add to this and read it, never change it. */
export async function noteEntry(
	work: Work,
	{ action, entity, entityId, data }: AuditEntry
): Promise<void> {
	await work.trx
		.insertInto('audit_entry')
		.values({
			...{ at: instantOf(work), actor: writeActor(work.actor), action, entity },
			...(entityId === undefined ? {} : { entity_id: entityId }),
			...(data === undefined ? {} : { data: JSON.stringify(data) })
		})
		.execute();
}

/** The same of a case. */
export function noteAct(work: Work, { action, complaintId, data }: CaseAct): Promise<void> {
	return noteEntry(work, { action, entity: 'complaint', entityId: complaintId, data });
}
