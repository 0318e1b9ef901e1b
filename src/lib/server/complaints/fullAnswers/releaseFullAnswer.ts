import type { DelayReason } from '#lib/domain/complaint/codes.ts';
import { keepPromise } from '#lib/server/complaints/answers/promises.ts';
import { carryOut } from '#lib/server/complaints/carryOut.ts';
import { atAnswerDoor, type AnswerDoor } from '#lib/server/complaints/fullAnswers/answerDoor.ts';
import {
	findForFullAnswer,
	findUnreadyAnswer,
	orderOf,
	refuseFull,
	ROLE_AT,
	type FullAnswerActed,
	type FullAnswerRefusal,
	type SeenFullAnswer
} from '#lib/server/complaints/fullAnswers/askForFullRelease.ts';
import { composeFullAnswer } from '#lib/server/complaints/fullAnswers/composeFullAnswer.ts';
import {
	openFullAnswer,
	sealFullAnswer,
	type FullAnswerContent,
	type FullAnswerRow,
	type SentFullAnswer
} from '#lib/server/complaints/fullAnswers/fullAnswerRows.ts';
import { mayReleaseFull } from '#lib/domain/complaint/fullAnswerRelease.ts';
import type { AnsweredStrand } from '#lib/server/complaints/fullAnswers/gatherPapers.ts';
import { giveOnce, type Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import { notifyComplainant } from '#lib/server/people/notifyComplainant.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, type Work } from '#lib/server/work.ts';

/** A second person lets a full answer go. `commandId` is the same on every try. */
export interface FullRelease extends SeenFullAnswer {
	commandId: string;
	/** How many events the case had when they read what goes. */
	seenCase: number;
	/** Why it is late, where no reason was prepared; null otherwise. */
	delayReason: DelayReason | null;
	/** True where they read every document, and what may be an address or a number may go. */
	confirmsLook: boolean;
}

/**
 * Sends the full answer: in one transaction the event, what it promises to do, every word where
 * the complainant reads it, the documents for them to take away, and "New message" by every safe way. Once.
 *
 * Never by one who prepared any of it, and never where the case moved on since they read it.
 *
 * Source: SI 2006/1738 regs 17 and 20; Getting the Best from Complaints 3.8 and 3.18.
 */
export async function releaseFullAnswer(
	service: Service,
	staffId: string,
	release: FullRelease
): Promise<FullAnswerActed> {
	const stopped: { refusal: FullAnswerRefusal | null } = { refusal: null };
	const { commandId, complaintId, ...payload } = release;
	const carried = await giveOnce(
		service,
		{ kind: 'staff', staffId },
		{
			commandId,
			complaintId,
			type: 'releaseFullAnswer',
			payload,
			act: async (work) => {
				const sent = await atAnswerDoor(work, release, (opened, door) =>
					send(opened, door, { staffId, release })
				);
				if ('done' in sent) return sent;
				stopped.refusal = sent.refusal;
				return refuseAct({ code: 'nothingWaiting' });
			}
		}
	);
	if (carried.done) return { done: true };
	return refuseFull(stopped.refusal ?? carried.refusal);
}

async function send(
	work: Work,
	door: AnswerDoor,
	{ staffId, release }: { staffId: string; release: FullRelease }
): Promise<Carried | { refusal: FullAnswerRefusal }> {
	const found = await findForFullAnswer(work, release, { act: 'releaseLetter', door });
	if ('refusal' in found) return found;
	const { about, row } = found;
	const content = await findReleasable(work, { about, row, staffId, release, door });
	if ('refusal' in content) return content;
	const composed = await composeFullAnswer(work, about, content.prepared);
	if (!composed || !row) return { refusal: { code: 'nothingWaiting' } };
	const { goes } = composed;

	const { command, reasons } = orderOf(work, about, { content: content.prepared, staffId });
	await keepTexts(
		work,
		release.complaintId,
		reasons.map((reason) => ({ ...reason, kind: 'reason' as const }))
	);
	const carried = await carryOut(work, {
		complaintId: release.complaintId,
		commandId: release.commandId,
		givenAt: instantOf(work),
		commands: [command],
		...(ROLE_AT[door] ? { inRole: ROLE_AT[door] } : {})
	});
	if (!carried.done) return carried;
	for (const { elementId, promise } of content.prepared.points ?? []) {
		if (promise) await keepPromise(work, release.complaintId, { ...promise, elementId });
	}
	await markSent(work, row, { staffId, goes, content: content.prepared });
	await notifyComplainant(work, release.complaintId, 'newAnswer');
	return carried;
}

/** What was prepared, where this person may let it go as it stands. */
async function findReleasable(
	work: Work,
	{
		about,
		row,
		staffId,
		release,
		door
	}: {
		about: AnsweredStrand;
		row: FullAnswerRow | null;
		staffId: string;
		release: FullRelease;
		door: AnswerDoor;
	}
): Promise<{ prepared: FullAnswerContent } | { refusal: FullAnswerRefusal }> {
	if (row?.state !== 'waitingForRelease') return { refusal: { code: 'nothingWaiting' } };
	if (row.writers.includes(staffId)) return { refusal: { code: 'secondPersonIsWriter' } };
	const roles = await findHeldRoles(work);
	if (!mayReleaseFull(about, { staffId, roles })) {
		return { refusal: { code: 'mayNotAct', act: 'releaseLetter' } };
	}
	const { version } = about.complaint;
	if (version !== release.seenCase) return { refusal: { code: 'changedMeanwhile', version } };
	const writer = await work.trx
		.selectFrom('complaint_subject')
		.select('staff_id')
		.where('complaint_id', '=', row.complaint_id)
		.where('staff_id', 'in', row.writers)
		.executeTakeFirst();
	if (writer) return { refusal: { code: 'complainedAbout', staffId: writer.staff_id } };
	const sealed = await openFullAnswer(work, row);
	if (!sealed) return { refusal: { code: 'nothingWaiting' } };
	const prepared = {
		...sealed.content,
		delayReason: release.delayReason ?? sealed.content.delayReason
	};
	const unready = await findUnreadyAnswer(work, about, { content: prepared, door });
	if (unready) return { refusal: unready };
	return release.confirmsLook ? { prepared } : { refusal: { code: 'needsLook' } };
}

async function markSent(
	work: Work,
	row: FullAnswerRow,
	{ staffId, goes, content }: { staffId: string; goes: SentFullAnswer; content: FullAnswerContent }
): Promise<void> {
	await work.trx
		.updateTable('full_answer')
		.set({
			state: 'sent',
			sealed: await sealFullAnswer(work, row, { content, sentBack: null, sent: goes }),
			document_ids: goes.papers.flatMap(({ documentId }) => documentId ?? []),
			released_by: staffId,
			look_confirmed: true,
			sent_at: instantOf(work)
		})
		.where('full_answer_id', '=', row.full_answer_id)
		.execute();
}
