import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { mayAct, type PlainAct } from '#lib/domain/roles/acts.ts';
import {
	refuseAnswer,
	type AnswerActed,
	type AnswerClash,
	type SeenAnswer
} from '#lib/server/complaints/answers/answerOutcome.ts';
import {
	findAnswerRow,
	openAnswer,
	sealAnswer,
	type AnswerRow
} from '#lib/server/complaints/answers/answerRows.ts';
import { findUnready } from '#lib/server/complaints/answers/readiness.ts';
import { tellSecondPerson } from '#lib/server/complaints/answers/tellSecondPerson.ts';
import { findHistory, lockComplaint } from '#lib/server/complaints/log.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';
import type { Stage1AnswerContent } from '#lib/wire/stage1Answer.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';

/**
 * Saves the draft of a stage 1 answer, unless somebody else saved it since `seenVersion`: then
 * theirs is given back and nothing is overwritten. A draft that waited for release waits no more.
 */
export async function saveAnswer(
	service: Service,
	staffId: string,
	draft: SeenAnswer & { content: Stage1AnswerContent }
): Promise<AnswerActed> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = await findForWriting(work, draft, 'writeAnswer');
		if ('refusal' in found) return refuseAnswer(found.refusal);
		if (!isOpenForAnswer(found.strand)) return refuseAnswer({ code: 'alreadyAnswered' });
		const clash = await findClash(work, found.row, draft.seenVersion);
		if (clash) return { done: false, clash };
		return found.row
			? changeRow(work, found.row, { staffId, content: draft.content })
			: insertRow(work, draft, { staffId, content: draft.content });
	});
}

/** Asks a second person to look at the answer and let it go. */
export async function askForRelease(
	service: Service,
	staffId: string,
	asked: SeenAnswer & { secondPersonId: string | null }
): Promise<AnswerActed> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const found = await findForWriting(work, asked, 'writeAnswer');
		if ('refusal' in found) return refuseAnswer(found.refusal);
		const { row, strand } = found;
		if (!row) return refuseAnswer({ code: 'nothingWaiting' });
		if (row.state === 'sent') return refuseAnswer({ code: 'alreadySent' });
		const clash = await findClash(work, row, asked.seenVersion);
		if (clash) return { done: false, clash };

		const sealed = await openAnswer(work, row);
		if (!sealed) return refuseAnswer({ code: 'nothingWaiting' });
		const { content } = sealed;
		const { complaintId, secondPersonId } = asked;
		const refusal =
			(await findUnready(work, complaintId, { content, elementIds: strand.elementIds })) ??
			(secondPersonId
				? await tellSecondPerson(work, { ...row, act: 'releaseAnswer' }, secondPersonId)
				: null);
		if (refusal) return refuseAnswer(refusal);
		await work.trx
			.updateTable('stage1_answer')
			.set({
				state: 'waitingForRelease',
				release_asked_at: instantOf(work),
				second_person_id: secondPersonId,
				sealed: await sealAnswer(work, row, { content, sentBack: null })
			})
			.where('answer_id', '=', row.answer_id)
			.execute();
		return { done: true, version: row.version };
	});
}

/** The strand and its answer, locked, where this person may do that with it. */
export async function findForWriting(
	work: Work,
	{ complaintId, strandId }: SeenAnswer,
	act: PlainAct
): Promise<{ strand: Strand; row: AnswerRow | null } | { refusal: ActRefusal }> {
	if (!(await lockComplaint(work, complaintId))) return { refusal: { code: 'notYours' } };
	if (!mayAct(await findHeldRoles(work), act)) return { refusal: { code: 'mayNotAct', act } };
	const history = await findHistory(work.trx, complaintId);
	const complaint = rebuild(history.map(({ event }) => event));
	const strand = complaint.strands.find((one) => one.strandId === strandId);
	if (!strand) return { refusal: { code: 'notYours' } };
	return { strand, row: await findAnswerRow(work.trx, { complaintId, strandId }, true) };
}

/** What somebody else has saved since; null where nobody has. */
export async function findClash(
	work: Work,
	row: AnswerRow | null,
	seenVersion: number
): Promise<AnswerClash | null> {
	if (!row || row.version === seenVersion) return null;
	return {
		version: row.version,
		savedBy: row.written_by,
		savedAt: row.saved_at,
		content: (await openAnswer(work, row))?.content ?? null
	};
}

function isOpenForAnswer({ respondedOn, resolvedOn, procedure }: Strand): boolean {
	return respondedOn === null && resolvedOn === null && procedure !== 'none';
}

async function insertRow(
	work: Work,
	{ complaintId, strandId }: SeenAnswer,
	{ staffId, content }: { staffId: string; content: Stage1AnswerContent }
): Promise<AnswerActed> {
	const ids = { answer_id: crypto.randomUUID(), complaint_id: complaintId };
	await work.trx
		.insertInto('stage1_answer')
		.values({
			...ids,
			strand_id: strandId,
			state: 'draft',
			sealed: await sealAnswer(work, ids, { content, sentBack: null }),
			written_by: staffId,
			writers: [staffId],
			saved_at: instantOf(work)
		})
		.execute();
	return { done: true, version: 1 };
}

async function changeRow(
	work: Work,
	row: AnswerRow,
	{ staffId, content }: { staffId: string; content: Stage1AnswerContent }
): Promise<AnswerActed> {
	if (row.state === 'sent') return refuseAnswer({ code: 'alreadySent' });
	const sentBack = (await openAnswer(work, row))?.sentBack ?? null;
	const version = row.version + 1;
	await work.trx
		.updateTable('stage1_answer')
		.set({
			state: 'draft',
			version,
			sealed: await sealAnswer(work, row, { content, sentBack }),
			written_by: staffId,
			writers: [...new Set([...row.writers, staffId])],
			saved_at: instantOf(work),
			release_asked_at: null,
			second_person_id: null
		})
		.where('answer_id', '=', row.answer_id)
		.execute();
	return { done: true, version };
}
