import { instantOf, writeActor, type Work } from '#lib/server/work.ts';

/** An act on a case that is no event of its log: who holds it, who was named. Ids and codes only. */
export interface CaseAct {
	action: string;
	complaintId: string;
	data: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes down who did what, and when. The app may add to this and read it, never change it. */
export async function noteAct(work: Work, { action, complaintId, data }: CaseAct): Promise<void> {
	await work.trx
		.insertInto('audit_entry')
		.values({
			at: instantOf(work),
			actor: writeActor(work.actor),
			action,
			entity: 'complaint',
			entity_id: complaintId,
			data: JSON.stringify(data)
		})
		.execute();
}
