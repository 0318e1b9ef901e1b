import { noteAct } from '#lib/server/audit/auditEntries.ts';
import { tellTeam } from '#lib/server/complaints/tellManagers.ts';
import type { CheckedFile } from '#lib/server/files/checkFile.ts';
import { keepDocument } from '#lib/server/papers/documents.ts';
import { findPaperCase, type PaperCase } from '#lib/server/papers/listPapers.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { HANDS_IN, type PaperRole } from '#lib/words/papers.ts';

/** What somebody typed or attached. */
export interface WrittenPaper {
	paperId: string;
	words: string;
	file: CheckedFile | null;
}

/** What it came to: whether it was kept, or why not. */
export type HandedIn =
	{ done: true; documentId: string } | { done: false; because: 'notTheirs' | 'tooMany' };

/** The most papers that one appointed person hands in on one case. */
const MOST_PAPERS = 20;

/** Keeps what somebody has typed so far. Nobody else sees it until it is handed in. */
export function savePaperDraft(
	service: Service,
	staffId: string,
	{ paperId, words }: { paperId: string; words: string }
): Promise<HandedIn> {
	return inTransaction(service, { kind: 'staff', staffId }, (work) =>
		keep(work, staffId, { paperId, words, file: null, state: 'draft' })
	);
}

/**
 * Hands a report in: the complaints team is told, and records it as received. It can no longer
 * be changed; a better one is handed in after it.
 */
export function handIn(service: Service, staffId: string, paper: WrittenPaper): Promise<HandedIn> {
	return inTransaction(service, { kind: 'staff', staffId }, (work) =>
		keep(work, staffId, { ...paper, state: 'handedIn' })
	);
}

async function keep(
	work: Work,
	staffId: string,
	{ state, ...paper }: WrittenPaper & { state: 'draft' | 'handedIn' }
): Promise<HandedIn> {
	const paperCase = await findPaperCase(work, paper.paperId);
	const kind = paperCase && HANDS_IN[paperCase.role];
	if (!paperCase?.isSigned || !kind || paperCase.strandId === null) {
		return { done: false, because: 'notTheirs' };
	}
	const { complaintId, strandId } = paperCase;
	const own = await findOwn(work, paperCase, staffId);
	if (own.count >= MOST_PAPERS) return { done: false, because: 'tooMany' };
	const documentId = await keepDocument(work, staffId, {
		complaintId,
		strandId,
		kind,
		state,
		meantFor: readersOf(paperCase.role),
		words: paper.words,
		file: paper.file,
		draftId: own.draftId
	});
	if (state === 'handedIn') {
		await noteAct(work, { action: 'paperHandedIn', complaintId, data: { documentId, kind } });
		await tellTeam(work, complaintId, 'paperHandedIn');
	}
	return { done: true, documentId };
}

/**
 * Who else sees what is handed in, before anybody gives it to them: the adjudicating officer
 * decides on both reports; the director answers the panel's.
 */
function readersOf(role: PaperRole): readonly PaperRole[] {
	switch (role) {
		case 'investigatingOfficer':
		case 'independentPerson':
			return ['adjudicatingOfficer'];
		case 'panelChair':
			return ['stage3Director'];
		case 'adjudicatingOfficer':
		case 'panelMember':
		case 'stage3Director':
		case 'childrensRightsOfficer':
			return [];
	}
}

async function findOwn({ trx }: Work, { complaintId, strandId }: PaperCase, staffId: string) {
	const rows = await trx
		.selectFrom('case_document')
		.select(['document_id', 'state'])
		.where('complaint_id', '=', complaintId)
		.where('strand_id', '=', strandId)
		.where('added_by', '=', staffId)
		.execute();
	const draft = rows.find(({ state }) => state === 'draft');
	return { draftId: draft?.document_id ?? null, count: rows.length - (draft ? 1 : 0) };
}
