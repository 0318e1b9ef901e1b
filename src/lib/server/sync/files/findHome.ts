import type { Carried } from '#lib/server/complaints/receipts.ts';
import type { FileRow } from '#lib/server/sync/files/fileRows.ts';
import { writeActor, type Work } from '#lib/server/work.ts';

/** Where a file belongs: the case that its order began, or the concern that is none yet. */
export type FileHome =
	{ is: 'case'; complaintId: string } | { is: 'concern'; concernId: string; childId: string };

/** Orders that a file may come with; `unread` is one that a device left unopened. */
const WITH_FILES: readonly string[] = ['logContact', 'recordConcern', 'unread'];

/**
 * The receipt of the order that a file goes with, of the same author. Null where it has not come, and where
 * it was refused for good: one that was given with a signal is not kept for anybody to decide on, so that
 * its files stay on their device, for what is written next.
 */
export async function findOrderOf(
	work: Work,
	{ commandId, complaintId, staffId }: { commandId: string; complaintId: string; staffId: string }
): Promise<{ mayHaveFiles: boolean; isDone: boolean } | null> {
	const receipt = await work.trx
		.selectFrom('command_receipt')
		.select(['type', 'outcome', 'result'])
		.where('command_id', '=', commandId)
		.where('complaint_id', '=', complaintId)
		.where('actor', '=', writeActor({ kind: 'staff', staffId }))
		.executeTakeFirst();
	if (!receipt) return null;
	const { outcome, result, type } = receipt;
	const isDone = outcome === null ? (result as Carried).done : outcome === 'applied';
	if (!isDone && outcome === null && !(await isSetAside(work, commandId))) return null;
	return { mayHaveFiles: WITH_FILES.includes(type), isDone };
}

/**
 * Where a file belongs by now; null while its order waits for a person, and for good where they put it
 * away. An order whose id was somebody else's case was never carried out: nothing of it goes there.
 */
export async function findHome(work: Work, row: FileRow): Promise<FileHome | null> {
	const { command_id: commandId, complaint_id: complaintId, author_id: staffId } = row;
	const order = await findOrderOf(work, { commandId, complaintId, staffId });
	const settledBy = order?.isDone ? null : await findSettled(work, commandId);
	if (!order?.isDone && settledBy === null) return null;
	const concern = await work.trx
		.selectFrom('concern')
		.select(['child_id', 'became_complaint', 'recorded_by'])
		.where('concern_id', '=', complaintId)
		.forUpdate()
		.executeTakeFirst();
	if (concern && concern.recorded_by !== staffId) return null;
	if (concern && !concern.became_complaint) {
		return { is: 'concern', concernId: complaintId, childId: concern.child_id };
	}
	const begun = await work.trx
		.selectFrom('complaint_event')
		.select('command_id')
		.where('complaint_id', '=', complaintId)
		.where('version', '=', 1)
		.executeTakeFirst();
	// What a device left unopened may have been any order: a note brings no file into a case.
	const isOther = !concern && settledBy !== null && begun?.command_id !== settledBy;
	return begun && !isOther ? { is: 'case', complaintId } : null;
}

/** Whether an order of that id waits for a person, or did. */
async function isSetAside({ trx }: Work, commandId: string): Promise<boolean> {
	const row = await trx
		.selectFrom('set_aside_order')
		.select('set_aside_id')
		.where('command_id', '=', commandId)
		.executeTakeFirst();
	return row !== undefined;
}

/** By which order somebody who decided on it has carried it out; null where nobody has. */
async function findSettled({ trx }: Work, commandId: string): Promise<string | null> {
	const row = await trx
		.selectFrom('set_aside_order')
		.select('settled_command_id')
		.where('command_id', '=', commandId)
		.where('settled_command_id', 'is not', null)
		.executeTakeFirst();
	return row?.settled_command_id ?? null;
}
