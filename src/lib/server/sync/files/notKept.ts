import { findCalledName, findPeople } from '#lib/server/people/people.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import type { NotKeptFile } from '#lib/wire/needsYou.ts';

/**
 * The files from devices that were refused after their device had heard that they are here, and of which
 * this person has yet to be told: its author, or whoever decided on their order where they have left.
 */
export async function findNotKept(work: Work, staffId: string): Promise<NotKeptFile[]> {
	const rows = await findRows(work, staffId);
	if (rows.length === 0) return [];
	const ids = rows.map((row) => row.complaint_id);
	// Through their own eyes: the case may be none of theirs.
	const cases = await work.trx
		.selectFrom('complaint')
		.select(['complaint_id', 'reference'])
		.where('complaint_id', 'in', ids)
		.execute();
	const references = new Map(cases.map((one) => [one.complaint_id, one.reference]));
	const people = await findPeople(work.trx, work.keys, [...references.keys()]);
	return rows.flatMap(({ file_id, complaint_id, refusal, began_at }) => {
		if (refusal === null) return [];
		const reference = references.get(complaint_id) ?? null;
		const calledName = reference && findCalledName(people.get(complaint_id) ?? []);
		const complaintId = complaint_id;
		return {
			fileId: file_id,
			complaintId,
			reference,
			calledName,
			because: refusal,
			beganAt: began_at
		};
	});
}

/** They have read it. Of a file that is not theirs to hear of nothing changes. */
export async function markTold(work: Work, staffId: string, fileId: string): Promise<void> {
	const theirs = await findRows(work, staffId);
	if (!theirs.some(({ file_id }) => file_id === fileId)) return;
	await asOurselves(work, ({ trx }) =>
		trx.updateTable('device_file').set({ is_untold: false }).where('file_id', '=', fileId).execute()
	);
}

function findRows(work: Work, staffId: string) {
	return asOurselves(work, ({ trx }) =>
		trx
			.selectFrom('device_file')
			.innerJoin('staff', 'staff.staff_id', 'author_id')
			.select(['file_id', 'complaint_id', 'refusal', 'began_at'])
			.where('is_untold', '=', true)
			.where(({ and, eb, exists, or, selectFrom }) =>
				or([
					and([eb('is_active', '=', true), eb('author_id', '=', staffId)]),
					and([
						eb('is_active', '=', false),
						exists(
							selectFrom('set_aside_order')
								.select('set_aside_id')
								.whereRef('set_aside_order.command_id', '=', 'device_file.command_id')
								.where('settled_by', '=', staffId)
						)
					])
				])
			)
			.orderBy('began_at')
			.orderBy('file_id')
			.execute()
	);
}
