import { noteEntry } from '#lib/server/audit/auditEntries.ts';
import { recordView } from '#lib/server/audit/views.ts';
import { openAttachedFile, openConcernFile } from '#lib/server/files/attachedFiles.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';

/**
 * A recording or a picture of a case, opened for a member of staff; null where it is not theirs to
 * see, or not to be had. That they did is written down.
 */
export function takeCaseFile(
	service: Service,
	staffId: string,
	{ complaintId, fileId }: { complaintId: string; fileId: string }
): Promise<KeptFile | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const file = await openAttachedFile(work, { ownerId: complaintId, fileId });
		if (file) await recordView(work, complaintId, 'file');
		return file;
	});
}

/** The same of a concern that is no complaint. */
export function takeConcernFile(
	service: Service,
	staffId: string,
	{ concernId, fileId }: { concernId: string; fileId: string }
): Promise<KeptFile | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const file = await openConcernFile(work, { concernId, fileId });
		if (file) {
			await noteEntry(work, {
				...{ action: 'concernFileOpened', entity: 'concern', entityId: concernId }
			});
		}
		return file;
	});
}
