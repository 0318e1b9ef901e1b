import type { Carried } from '#lib/server/complaints/receipts.ts';
import type { FileRow } from '#lib/server/sync/files/fileRows.ts';
import { writeActor, type Work } from '#lib/server/work.ts';

/** Where a file belongs: the case that its order began, or the concern that is none yet. */
export type FileHome =
	{ is: 'case'; complaintId: string } | { is: 'concern'; concernId: string; childId: string };

/** Orders that a file may come with; `unread` is one that a device left unopened. */
const WITH_FILES: readonly string[] = ['logContact', 'recordConcern', 'unread'];

/** The receipt of the order that a file goes with, of the same author; null where it has not come. */
export async function findOrderOf(
	{ trx }: Work,
	{ commandId, complaintId, staffId }: { commandId: string; complaintId: string; staffId: string }
): Promise<{ mayHaveFiles: boolean; isDone: boolean } | null> {
	const receipt = await trx
		.selectFrom('command_receipt')
		.select(['type', 'outcome', 'result'])
		.where('command_id', '=', commandId)
		.where('complaint_id', '=', complaintId)
		.where('actor', '=', writeActor({ kind: 'staff', staffId }))
		.executeTakeFirst();
	if (!receipt) return null;
	const { outcome, result, type } = receipt;
	const isDone = outcome === null ? (result as Carried).done : outcome === 'applied';
	return { mayHaveFiles: WITH_FILES.includes(type), isDone };
}

/**
 * Where a file belongs by now; null while its order waits for a person, and for good where they put it
 * away. An order whose id was somebody else's case was never carried out: nothing of it goes there.
 */
export async function findHome(work: Work, row: FileRow): Promise<FileHome | null> {
	const { command_id: commandId, complaint_id: complaintId, author_id: staffId } = row;
	const order = await findOrderOf(work, { commandId, complaintId, staffId });
	if (!order?.isDone && !(await wasSettledSo(work, commandId))) return null;
	const concern = await work.trx
		.selectFrom('concern')
		.select(['child_id', 'became_complaint'])
		.where('concern_id', '=', complaintId)
		.forUpdate()
		.executeTakeFirst();
	if (concern && !concern.became_complaint) {
		return { is: 'concern', concernId: complaintId, childId: concern.child_id };
	}
	const found = await work.trx
		.selectFrom('complaint')
		.select('complaint_id')
		.where('complaint_id', '=', complaintId)
		.executeTakeFirst();
	return found ? { is: 'case', complaintId } : null;
}

/** Somebody who decided on it has carried it out. */
async function wasSettledSo({ trx }: Work, commandId: string): Promise<boolean> {
	const row = await trx
		.selectFrom('set_aside_order')
		.select('set_aside_id')
		.where('command_id', '=', commandId)
		.where('settled_command_id', 'is not', null)
		.executeTakeFirst();
	return row !== undefined;
}
