import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { Command } from '#lib/domain/complaint/commands.ts';
import type { DelayReason } from '#lib/domain/complaint/codes.ts';
import type { SeenAnswer } from '#lib/server/complaints/answers/answerOutcome.ts';
import { openAnswer, type AnswerRow } from '#lib/server/complaints/answers/answerRows.ts';
import { keepPromises } from '#lib/server/complaints/answers/promises.ts';
import { findUnready, holdsAddress } from '#lib/server/complaints/answers/readiness.ts';
import { findForWriting } from '#lib/server/complaints/answers/writeAnswer.ts';
import { carryOut } from '#lib/server/complaints/carryOut.ts';
import { giveOnce, type Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { notifyComplainant } from '#lib/server/people/notifyComplainant.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import type { Stage1AnswerContent } from '#lib/wire/stage1Answer.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';

/** A second person lets an answer go. `commandId` is the same on every try. */
export interface Release extends SeenAnswer {
	commandId: string;
	/** Why it is late, where the writer gave no reason; null otherwise. */
	delayReason: DelayReason | null;
	/** True where they looked at what may be an address or a number, and it may go. */
	confirmsAddresses: boolean;
}

/**
 * Sends the answer: in one transaction the event, the promises, the answer where the
 * complainant reads it, and "New message" by every safe way.
 *
 * Never by one who wrote any of it. The checks of its words are made again.
 */
export function releaseAnswer(
	service: Service,
	staffId: string,
	release: Release
): Promise<Carried> {
	const { commandId, complaintId, ...payload } = release;
	return giveOnce(
		service,
		{ kind: 'staff', staffId },
		{
			commandId,
			complaintId,
			type: 'releaseAnswer',
			payload,
			act: (work) => send(work, staffId, release)
		}
	);
}

async function send(work: Work, staffId: string, release: Release): Promise<Carried> {
	const found = await findForWriting(work, release, 'releaseAnswer');
	if ('refusal' in found) return refuseAct(found.refusal);
	const { row, strand } = found;
	const objection = await findObjection(work, row, { staffId, release });
	if (objection || !row) return refuseAct(objection ?? { code: 'nothingWaiting' });

	const { complaintId } = release;
	const content = (await openAnswer(work, row))?.content;
	if (!content) return refuseAct({ code: 'nothingWaiting' });
	const unready =
		(await findUnready(work, complaintId, { content, elementIds: strand.elementIds })) ??
		(!release.confirmsAddresses && (await holdsAddress(work, complaintId, content))
			? ({ code: 'addressNeedsSecondPerson' } as const)
			: null);
	if (unready) return refuseAct(unready);

	const carried = await carryOut(work, {
		complaintId,
		commandId: release.commandId,
		givenAt: instantOf(work),
		commands: [respond(work, { release, content, staffId })]
	});
	if (!carried.done) return carried;
	await markSent(work, row, { staffId, release });
	await keepPromises(work, complaintId, content);
	await notifyComplainant(work, complaintId, 'newAnswer');
	return carried;
}

/** Why this person may not let this answer go. */
async function findObjection(
	{ trx }: Work,
	row: AnswerRow | null,
	{ staffId, release }: { staffId: string; release: Release }
): Promise<ActRefusal | null> {
	if (row?.state === 'sent') return { code: 'alreadySent' };
	if (row?.state !== 'waitingForRelease') return { code: 'nothingWaiting' };
	if (row.writers.includes(staffId)) return { code: 'secondPersonIsWriter' };
	if (row.version !== release.seenVersion) {
		return { code: 'changedMeanwhile', version: row.version };
	}
	const writer = await trx
		.selectFrom('complaint_subject')
		.select('staff_id')
		.where('complaint_id', '=', row.complaint_id)
		.where('staff_id', 'in', row.writers)
		.executeTakeFirst();
	return writer ? { code: 'complainedAbout', staffId: writer.staff_id } : null;
}

function respond(
	work: Work,
	{ release, content, staffId }: { release: Release; content: Stage1AnswerContent; staffId: string }
): Command {
	return {
		type: 'respondStage1',
		strandId: release.strandId,
		sentOn: dateInEngland(work.now()),
		outcomes: content.parts.flatMap(({ elementId, outcome }) =>
			outcome === null ? [] : [{ elementId, outcome }]
		),
		delayReason: release.delayReason ?? content.delayReason,
		releasedByStaffId: staffId
	};
}

async function markSent(
	work: Work,
	row: AnswerRow,
	{ staffId, release }: { staffId: string; release: Release }
): Promise<void> {
	await work.trx
		.updateTable('stage1_answer')
		.set({
			state: 'sent',
			released_by: staffId,
			addresses_confirmed: release.confirmsAddresses,
			sent_at: instantOf(work)
		})
		.where('answer_id', '=', row.answer_id)
		.execute();
}
