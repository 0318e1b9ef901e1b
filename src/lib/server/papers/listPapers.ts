import { sql } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { PaperRole } from '#lib/words/papers.ts';

/** One case whose papers somebody may see today, and in which part. */
export interface PaperCase {
	/** The appointment, or the child's agreement. */
	paperId: string;
	complaintId: string;
	reference: string;
	/** Null where the papers of every strand are meant. */
	strandId: string | null;
	role: PaperRole;
	sinceOn: PlainDate;
	/** They have promised to keep these papers to themselves. */
	isSigned: boolean;
}

/** The cases whose papers this person sees today; the newest first. No word of any case. */
export function listPapers(service: Service, staffId: string): Promise<PaperCase[]> {
	return inTransaction(service, { kind: 'staff', staffId }, findPaperCases);
}

/** The same inside a transaction. The database answers for the one acting alone. */
export async function findPaperCases({ trx }: Work): Promise<PaperCase[]> {
	const { rows } = await sql<{
		paper_id: string;
		complaint_id: string;
		reference: string;
		strand_id: string | null;
		role: PaperRole;
		since_on: PlainDate;
		is_signed: boolean;
	}>`select * from papers_of_actor() order by since_on desc, reference`.execute(trx);
	return rows.map((row) => ({
		paperId: row.paper_id,
		complaintId: row.complaint_id,
		reference: row.reference,
		strandId: row.strand_id,
		role: row.role,
		sinceOn: row.since_on,
		isSigned: row.is_signed
	}));
}

/** One of them; null where it is not theirs today. */
export async function findPaperCase(work: Work, paperId: string): Promise<PaperCase | null> {
	return (await findPaperCases(work)).find((one) => one.paperId === paperId) ?? null;
}
