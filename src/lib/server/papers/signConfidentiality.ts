import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { noteAct } from '#lib/server/audit/auditEntries.ts';
import { findPaperCase } from '#lib/server/papers/listPapers.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction } from '#lib/server/work.ts';
import { CONFIDENTIALITY } from '#lib/words/papers.ts';

/**
 * Writes down that somebody promised to keep the papers of a case to themselves; false where the
 * papers are not theirs today. A second time changes nothing.
 *
 * Source: rules 6.3 DP-14.
 */
export function signConfidentiality(
	service: Service,
	staffId: string,
	paperId: string
): Promise<boolean> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = await findPaperCase(work, paperId);
		if (!found) return false;
		if (found.isSigned) return true;
		const { complaintId } = found;
		await work.trx
			.insertInto('confidentiality_signature')
			.values({
				paper_id: paperId,
				complaint_id: complaintId,
				staff_id: staffId,
				statement_version: CONFIDENTIALITY.version,
				signed_on: dateInEngland(work.now()),
				signed_at: instantOf(work)
			})
			.onConflict((conflict) => conflict.column('paper_id').doNothing())
			.execute();
		await noteAct(work, { action: 'confidentialitySigned', complaintId, data: { paperId } });
		return true;
	});
}
