import type { Command } from '#lib/domain/complaint/commands.ts';
import { bringOwnAdvocate } from '#lib/server/advocacy/bringOwnAdvocate.ts';
import { requestAdvocate } from '#lib/server/complaints/advocateRequest.ts';
import { createComplaint } from '#lib/server/complaints/createComplaint.ts';
import type {
	IntakeComplaint,
	IntakeFacts,
	ReceivedComplaint
} from '#lib/server/complaints/intakeComplaint.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import { moveDraftFiles } from '#lib/server/files/attachedFiles.ts';
import { keepPeople } from '#lib/server/people/people.ts';
import { keepSafeContacts } from '#lib/server/people/safeContacts.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';

/** The rules refused a finished form. The form must not let that happen, so it is a bug. */
class IntakeRefused extends Error {
	override name = 'IntakeRefused';
}

/**
 * Makes a complaint of a finished form, in the caller's transaction: the log, the words as they
 * were typed, the people, the safe ways of getting back, and the request for an advocate.
 *
 * A second time with the same `complaintId` changes nothing and gives the same answer.
 */
export async function receiveFromIntake(
	work: Work,
	intake: IntakeComplaint
): Promise<ReceivedComplaint> {
	return asOurselves(work, async (ours) => {
		const { complaintId } = intake;
		const before = await findReference(ours, complaintId);
		if (before) return { complaintId, reference: before };
		const carried = await createComplaint(ours, {
			complaintId,
			commandId: crypto.randomUUID(),
			givenAt: instantOf(ours),
			received: {
				type: 'receiveComplaint',
				receivedOn: intake.receivedOn,
				channel: intake.channel,
				madeOrally: intake.madeOrally,
				madeBy: intake.madeBy
			},
			then: findFurtherOrders(intake)
		});
		if (!carried.done) throw new IntakeRefused(carried.refusal.code);
		await keepAllThatWasSaid(ours, intake);
		return { complaintId, reference: (await findReference(ours, complaintId)) ?? '' };
	});
}

async function keepAllThatWasSaid(work: Work, intake: IntakeComplaint): Promise<void> {
	const { complaintId, draftId, receivedOn, advocate, partnerId } = intake;
	await keepTexts(work, complaintId, intake.texts);
	await keepPeople(work, complaintId, intake.people);
	await keepSafeContacts(work, complaintId, intake.safeContacts);
	await keepFacts(work, complaintId, intake.facts);
	if (draftId) {
		const { files = [], isBeside = false } = intake;
		if (!isBeside) await tieAlerts(work, draftId, complaintId);
		await moveDraftFiles(work, { draftId, complaintId, files, keepsRest: isBeside });
	}
	if (advocate) {
		await requestAdvocate(work, { complaintId, toldOn: receivedOn, mayKnow: advocate.mayKnow });
	}
	if (partnerId) await bringOwnAdvocate(work, { complaintId, staffId: partnerId });
}

function findFurtherOrders({ advocate, partnerId, receivedOn }: IntakeComplaint): Command[] {
	return advocate || partnerId
		? [{ type: 'askForAdvocate', askedOn: receivedOn, askedBy: 'complainant' }]
		: [];
}

async function findReference({ trx }: Work, complaintId: string): Promise<string | null> {
	const row = await trx
		.selectFrom('complaint')
		.select('reference')
		.where('complaint_id', '=', complaintId)
		.executeTakeFirst();
	return row?.reference ?? null;
}

async function keepFacts({ trx }: Work, complaintId: string, facts: IntakeFacts): Promise<void> {
	await trx
		.insertInto('intake_fact')
		.values({
			complaint_id: complaintId,
			picked_subjects: [...facts.pickedSubjects],
			wishes: [...facts.wishes],
			told_how: facts.toldHow,
			safety_answer: facts.safetyAnswer,
			wants_advocate: facts.wantsAdvocate,
			advocate_may_know: facts.advocateMayKnow,
			changes_coming: [...facts.changesComing],
			promise_version: facts.promiseVersion,
			further: JSON.stringify(facts.further)
		})
		.execute();
}

/** An alert that the form raised before it was sent now belongs to the case as well. */
async function tieAlerts({ trx }: Work, draftId: string, complaintId: string): Promise<void> {
	await trx
		.updateTable('safety_alert')
		.set({ complaint_id: complaintId })
		.where('draft_id', '=', draftId)
		.execute();
}
