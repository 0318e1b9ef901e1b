import { keepMessage } from '#lib/server/complaints/messages.ts';
import { giveOwn, ownDone, type OwnAct } from '#lib/server/complaints/ownAct.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import type { Service } from '#lib/server/service.ts';
import { findFacts } from '#lib/server/sync/caseParts.ts';
import { asOurselves } from '#lib/server/work.ts';
import { TURN_MESSAGE } from '#lib/words/public/aside.ts';

/**
 * An idea or a question becomes a complaint: it is no longer counted as the one, and the team is
 * told by a message. What was written, and the day it was received, stay as they are; where a
 * route was decided already, an officer decides it again. A second press changes nothing.
 *
 * Source: Getting the Best from Complaints 2 (a representation can be made a complaint at any time).
 */
export function turnIntoComplaint(service: Service, act: OwnAct): Promise<Carried> {
	return giveOwn(service, { type: 'turnIntoComplaint', ...act }, async (work) => {
		const { complaintId, actId } = act;
		const facts = (await findFacts(work.trx, [complaintId])).get(complaintId);
		if (facts?.further?.['kind'] !== 'representation') return ownDone(work, complaintId);
		const further = { ...facts.further, kind: 'complaint', was: 'representation' };
		await asOurselves(work, ({ trx }) =>
			trx
				.updateTable('intake_fact')
				.set({ further: JSON.stringify(further) })
				.where('complaint_id', '=', complaintId)
				.execute()
		);
		await keepMessage(work, complaintId, {
			messageId: actId,
			words: TURN_MESSAGE,
			direction: 'fromComplainant',
			state: 'sent',
			replyByOn: null
		});
		return ownDone(work, complaintId);
	});
}
