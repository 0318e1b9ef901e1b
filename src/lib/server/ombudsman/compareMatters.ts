import { sql } from 'kysely';
import { ombudsmanRows } from '#lib/domain/beside/besideRows.ts';
import { compareOmbudsman, type RowDifference } from '#lib/server/complaints/rebuildRows.ts';
import { findMatterColumns, ombudsmanColumns } from '#lib/server/complaints/ombudsmanRows.ts';
import { findEvents, rebuildMatter } from '#lib/server/ombudsman/ownMatters.ts';
import type { Work } from '#lib/server/work.ts';

/**
 * As `compareRowsWithLog`, for the matters at the Ombudsman's that have no complaint here, and how
 * many there are.
 */
export async function compareMattersWithLog(
	work: Work
): Promise<{ matters: number; differences: RowDifference[] }> {
	const { rows } = await sql<{ id: string }>`
		select ombudsman_case_id as id from ombudsman_case where complaint_id is null
		union select ombudsman_case_id from ombudsman_event order by id`.execute(work.trx);
	const differences: RowDifference[] = [];
	for (const { id } of rows) {
		const due = ombudsmanColumns(ombudsmanRows(rebuildMatter(await findEvents(work, id))));
		const found = compareOmbudsman(due, await findMatterColumns(work.trx, id));
		differences.push(...found.map((difference) => ({ complaintId: null, ...difference })));
	}
	return { matters: rows.length, differences };
}
