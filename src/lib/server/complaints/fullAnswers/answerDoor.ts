import { mayAct } from '#lib/domain/roles/acts.ts';
import {
	composeFullAnswer,
	findAnsweredStrand
} from '#lib/server/complaints/fullAnswers/composeFullAnswer.ts';
import {
	findFullAnswerRow,
	openFullAnswer,
	type FullAnswerOf,
	type FullAnswerRow
} from '#lib/server/complaints/fullAnswers/fullAnswerRows.ts';
import type { AnsweredStrand } from '#lib/server/complaints/fullAnswers/gatherPapers.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import { openDocument } from '#lib/server/papers/documents.ts';
import { findPaperCase, findPaperCases, type PaperCase } from '#lib/server/papers/listPapers.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves, inTransaction, seeingAs, type Work } from '#lib/server/work.ts';
import type { PaperRole } from '#lib/words/papers.ts';

/**
 * How somebody comes to a full answer: by the case, which they see; or by their papers, as the
 * adjudicating officer or the director who decides, and sees nothing else of the case.
 */
export type AnswerDoor = 'case' | 'papers';

/**
 * Does `act` at the door that is theirs. At the door of the papers the case is opened by the
 * server for this one answer, and what they may see of it is asked by `isTheirs`.
 */
export async function atAnswerDoor<Result>(
	work: Work,
	answer: FullAnswerOf,
	act: (work: Work, door: AnswerDoor) => Promise<Result>
): Promise<Result> {
	const seesCase = mayAct(await findHeldRoles(work), 'releaseLetter');
	if (seesCase || !(await decidesByPapers(work, answer))) return act(work, 'case');
	return asOurselves(work, (opened) => act(opened, 'papers'));
}

/**
 * Whether an answer is theirs who come by their papers: they still decide there, with the
 * promise signed, and it waits for them, went by them, or was sent back by them.
 */
export async function isTheirs(work: Work, answer: FullAnswerOf, row: FullAnswerRow | null) {
	if (row === null || work.actor.kind !== 'staff') return false;
	const { staffId } = work.actor;
	if (!(await seeingAs(work, work.actor, (own) => decidesByPapers(own, answer)))) return false;
	switch (row.state) {
		case 'waitingForRelease':
			return row.second_person_id === staffId;
		case 'sent':
			return row.released_by === staffId;
		case 'sentBack':
			return (await openFullAnswer(work, row))?.sentBack?.byStaffId === staffId;
	}
}

/** Whether the one whose eyes these are has papers to decide by, signed for or not yet. */
export async function hasPapersToDecide(
	work: Work,
	{ complaintId, strand: { strandId }, stage }: AnsweredStrand
): Promise<boolean> {
	return (await findPapersToDecide(work, { complaintId, strandId, stage })) !== null;
}

/** Which full answer somebody decides by these papers; null where they decide none. */
export function answerOfPapers({ complaintId, strandId, role }: PaperCase): FullAnswerOf | null {
	const stage = DECIDES_AT[role];
	return stage && strandId ? { complaintId, strandId, stage } : null;
}

const DECIDES_AT: Partial<Record<PaperRole, 2 | 3>> = { adjudicatingOfficer: 2, stage3Director: 3 };

/** The same for papers by their id; null where they are not theirs today. */
export function findAnswerOfPapers(
	service: Service,
	staffId: string,
	paperId: string
): Promise<{ answer: FullAnswerOf; reference: string; isSigned: boolean } | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const papers = await findPaperCase(work, paperId);
		const answer = papers && answerOfPapers(papers);
		return answer && { answer, reference: papers.reference, isSigned: papers.isSigned };
	});
}

/** By the papers of those who decide: whether an answer waits for them there, or was theirs. */
export function listOwnReleases(
	service: Service,
	staffId: string
): Promise<ReadonlyMap<string, 'waits' | 'was'>> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = new Map<string, 'waits' | 'was'>();
		for (const papers of await findPaperCases(work)) {
			const answer = answerOfPapers(papers);
			if (!answer) continue;
			const row = await asOurselves(work, ({ trx }) => findFullAnswerRow(trx, answer, false));
			if (row?.state === 'waitingForRelease' && row.second_person_id === staffId) {
				found.set(papers.paperId, 'waits');
			} else if (row?.released_by === staffId) found.set(papers.paperId, 'was');
		}
		return found;
	});
}

/** A document that goes with an answer of theirs, to take away; null for any other. */
export function takeAnswerPaper(
	work: Work,
	papers: PaperCase,
	documentId: string
): Promise<KeptFile | null> {
	const answer = answerOfPapers(papers);
	if (!answer) return Promise.resolve(null);
	return atAnswerDoor(work, answer, async (opened, door) => {
		const row = await findFullAnswerRow(opened.trx, answer, false);
		if (door !== 'papers' || !row || !(await isTheirs(opened, answer, row))) return null;
		const going = row.state === 'sent' ? row.document_ids : await findGoing(opened, answer, row);
		const { complaintId } = answer;
		return going.includes(documentId) ? openDocument(opened, { complaintId, documentId }) : null;
	});
}

async function findGoing(work: Work, answer: FullAnswerOf, row: FullAnswerRow): Promise<string[]> {
	const about = await findAnsweredStrand(work, answer);
	const content = (await openFullAnswer(work, row))?.content ?? null;
	const composed = about && (await composeFullAnswer(work, about, content));
	return composed?.goes.papers.flatMap(({ documentId }) => documentId ?? []) ?? [];
}

async function decidesByPapers(work: Work, answer: FullAnswerOf): Promise<boolean> {
	return (await findPapersToDecide(work, answer))?.isSigned ?? false;
}

/**
 * The database answers: appointed and not ended, their sign-in open, and nobody it is about or
 * who manages one it is about.
 */
async function findPapersToDecide(work: Work, answer: FullAnswerOf): Promise<PaperCase | null> {
	const found = (await findPaperCases(work)).find((papers) => {
		const decided = answerOfPapers(papers);
		return decided?.strandId === answer.strandId && decided.stage === answer.stage;
	});
	return found ?? null;
}
