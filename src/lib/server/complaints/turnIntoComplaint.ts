import { isTriagedAsIdea } from '#lib/domain/complaint/decideTurning.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import { keepMessage } from '#lib/server/complaints/messages.ts';
import {
	carryOwn,
	giveOwn,
	ownDone,
	rebuildOwn,
	todayOf,
	type OwnAct
} from '#lib/server/complaints/ownAct.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import type { Service } from '#lib/server/service.ts';
import { findFacts } from '#lib/server/sync/caseParts.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import type { PulledFacts } from '#lib/wire/sync.ts';
import { TURN_MESSAGE } from '#lib/words/public/aside.ts';

/**
 * An idea or a question becomes a complaint: it waits for its route as new work, is no longer
 * counted as the one, and the team is told by a message. What was written, and the day it was
 * received, stay as they are. A second press changes nothing.
 *
 * Source: Getting the Best from Complaints 2 (a representation can be made a complaint at any time).
 */
export function turnIntoComplaint(service: Service, act: OwnAct): Promise<Carried> {
	return giveOwn(service, { type: 'turnIntoComplaint', ...act }, async (work) => {
		const { complaintId, actId } = act;
		const complaint = await rebuildOwn(work, complaintId);
		const facts = (await findFacts(work.trx, [complaintId])).get(complaintId) ?? null;
		if (!mayTurn(complaint, facts)) return ownDone(work, complaintId);
		const turnedOn = todayOf(work);
		const carried = await carryOwn(work, act, [{ type: 'turnIntoComplaint', turnedOn }]);
		if (!carried.done) return carried;
		await countAsComplaint(work, complaintId, facts);
		await keepMessage(work, complaintId, {
			messageId: actId,
			words: TURN_MESSAGE,
			direction: 'fromComplainant',
			state: 'sent',
			replyByOn: null
		});
		return carried;
	});
}

/** It came by the door for ideas, or an officer took it for one; and it is in no procedure. */
export function mayTurn(complaint: Complaint, facts: PulledFacts | null): boolean {
	const { phase, strands } = complaint;
	const isOpen = phase === 'received' || phase === 'triaged';
	const cameAsIdea = facts?.further?.['kind'] === 'representation';
	return (cameAsIdea && isOpen && strands.length === 0) || isTriagedAsIdea(complaint);
}

/** Only what came by one of the doors beside complaints says what it is. */
async function countAsComplaint(
	work: Work,
	complaintId: string,
	facts: PulledFacts | null
): Promise<void> {
	const was = facts?.further?.['kind'];
	if (was === undefined) return;
	const further = { ...facts?.further, kind: 'complaint', was };
	await asOurselves(work, ({ trx }) =>
		trx
			.updateTable('intake_fact')
			.set({ further: JSON.stringify(further) })
			.where('complaint_id', '=', complaintId)
			.execute()
	);
}
