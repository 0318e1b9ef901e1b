import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { isDay20NoticeDue } from '#lib/domain/clocks/notices.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import { carryOut, readRules } from '#lib/server/complaints/carryOut.ts';
import { findHistory, lockComplaint } from '#lib/server/complaints/log.ts';
import { keepMessage } from '#lib/server/complaints/messages.ts';
import { planDay20, strandsAwaitingDay20 } from '#lib/server/complaints/planDay20.ts';
import { notifyComplainant } from '#lib/server/people/notifyComplainant.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';
import { DAY_20_NOTICE } from '#lib/words/public/late.ts';

/** The rules refused the notice of day 20 that the clock says is due: a bug. */
class Day20Refused extends Error {
	override name = 'Day20Refused';
}

/**
 * On day 20 at 17:00, without an answer, tells the complainant that they may ask for stage 2
 * now: the event, the message, and "New message" by every safe way. Once a strand, however
 * often it is looked at.
 *
 * Source: SI 2006/1738 reg 14; Getting the Best from Complaints 3.5; rules 3.3.
 */
export async function tellDay20(service: Service, complaintId: string): Promise<void> {
	await inTransaction(service, { kind: 'system' }, async (work) => {
		if (!(await lockComplaint(work, complaintId))) return;
		const history = await findHistory(work.trx, complaintId);
		const complaint = rebuild(history.map(({ event }) => event));
		const awaiting = strandsAwaitingDay20(complaint, await readRules(work));
		const due = awaiting.filter(({ facts }) => isDay20NoticeDue(facts, work.now()));
		// Where a holiday was proclaimed meanwhile the day has moved, and nothing else plans anew.
		await planDay20(
			work,
			complaintId,
			awaiting.filter((strand) => !due.includes(strand))
		);
		if (due.length > 0) await tell(work, complaintId, { complaint, strands: due });
	});
}

async function tell(
	work: Work,
	complaintId: string,
	{ complaint, strands }: { complaint: Complaint; strands: readonly { strandId: string }[] }
): Promise<void> {
	const toldOn = dateInEngland(work.now());
	const carried = await carryOut(work, {
		complaintId,
		commandId: crypto.randomUUID(),
		givenAt: instantOf(work),
		commands: strands.map(({ strandId }) => ({ type: 'tellRightToStage2', strandId, toldOn }))
	});
	if (!carried.done) throw new Day20Refused(carried.refusal.code);
	await keepMessage(work, complaintId, {
		messageId: crypto.randomUUID(),
		words: DAY_20_NOTICE[complaint.madeBy === 'childOrYoungPerson' ? 'child' : 'adult'],
		direction: 'toComplainant',
		state: 'sent',
		replyByOn: null
	});
	await notifyComplainant(work, complaintId, 'newMessage');
}
