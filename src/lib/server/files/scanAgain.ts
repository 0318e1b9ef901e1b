import { scanIt, type ScanState } from '#lib/server/files/checkFile.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { findChildOf } from '#lib/server/files/concernOf.ts';
import { openFor } from '#lib/server/keys/sealing.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves, instantOf, inTransaction, type Work } from '#lib/server/work.ts';

/** One kept file, by where it lies. */
export interface FilePlace {
	table: 'attached_file' | 'case_document';
	fileId: string;
}

/** The scanner still gives no answer: the job comes again, ten seconds later, then twenty … */
class ScannerAway extends Error {
	override name = 'ScannerAway';
}

/** Has a file that waits for the virus check looked at again, until there is an answer. */
export function scanLater(work: Work, { table, fileId }: FilePlace): Promise<void> {
	return asOurselves(work, ({ trx }) =>
		enqueue(trx, {
			kind: 'scanFile',
			data: { table, fileId },
			runAt: instantOf(work),
			uniqueKey: `scanFile:${fileId}:${instantOf(work)}`
		})
	);
}

/**
 * Looks at a waiting file again. A virus erases its bytes; what it was and when it came stays.
 * Throws `ScannerAway` where there is still no answer. Without a scanner any more it waits on.
 */
export async function scanAgain(service: Service, place: FilePlace): Promise<void> {
	const bytes = await inTransaction(service, { kind: 'system' }, (work) => open(work, place));
	if (bytes === null) return;
	if (!service.scan) throw new ScannerAway('No scanner is set up');
	const scan = await scanIt(bytes, service.scan);
	if (scan === 'waiting') throw new ScannerAway('The scanner gave no answer');
	await inTransaction(service, { kind: 'system' }, (work) => keep(work, place, scan));
}

/** The bytes of a file that still waits; null where it was looked at, sent away or erased. */
async function open({ trx, keys }: Work, { table, fileId }: FilePlace): Promise<Buffer | null> {
	const row =
		table === 'attached_file'
			? await trx
					.selectFrom('attached_file')
					.select(['complaint_id', 'draft_id', 'concern_id', 'sealed'])
					.where('file_id', '=', fileId)
					.where('scan', '=', 'waiting')
					.executeTakeFirst()
			: await trx
					.selectFrom('case_document')
					.select(['complaint_id', 'sealed'])
					.where('document_id', '=', fileId)
					.where('scan', '=', 'waiting')
					.executeTakeFirst();
	if (!row?.sealed) return null;
	const owner = row.complaint_id ?? ('draft_id' in row ? await findOwner(trx, row) : null);
	const key = owner === null ? null : await openFor(trx, keys, owner);
	return key?.openBytes({ table, column: 'sealed', rowId: fileId }, row.sealed) ?? null;
}

/** A form that is not sent, or the child of a concern that is no complaint. */
async function findOwner(
	trx: Work['trx'],
	{ draft_id, concern_id }: { draft_id: string | null; concern_id: string | null }
): Promise<string | null> {
	return concern_id === null ? draft_id : findChildOf(trx, concern_id);
}

async function keep(work: Work, { table, fileId }: FilePlace, scan: ScanState): Promise<void> {
	const erased = scan === 'found' ? { sealed: null, erased_at: instantOf(work) } : {};
	const told = { scan, scanned_at: instantOf(work), ...erased };
	if (table === 'attached_file') {
		await work.trx
			.updateTable('attached_file')
			.set(told)
			.where('file_id', '=', fileId)
			.where('scan', '=', 'waiting')
			.execute();
	} else {
		await work.trx
			.updateTable('case_document')
			.set(told)
			.where('document_id', '=', fileId)
			.where('scan', '=', 'waiting')
			.execute();
	}
}
