import { findVersion } from '#lib/server/complaints/log.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import type { Work } from '#lib/server/work.ts';
import type { PushedCommand } from '#lib/wire/sync.ts';

/** Adds a note to a case. Notes are only ever added: nothing to resolve, nothing overwritten. */
export async function addNote(
	work: Work,
	{ complaintId, texts }: Pick<PushedCommand, 'complaintId' | 'texts'>
): Promise<Carried> {
	await keepTexts(work, complaintId, texts);
	return { done: true, version: await findVersion(work, complaintId) };
}
