import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { isDay20NoticeDue } from '#lib/domain/clocks/notices.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { carryOut, readRules } from '#lib/server/complaints/carryOut.ts';
import { findHistory, lockComplaint } from '#lib/server/complaints/log.ts';
import {
	planDay20,
	strandsAwaitingDay20,
	type AwaitsDay20
} from '#lib/server/complaints/planDay20.ts';
import { sendNotice } from '#lib/server/letters/noticeWords.ts';
import { canReadOnline } from '#lib/server/people/safeContacts.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';

/** The rules refused the notice of day 20 that the clock says is due: a bug. */
class Day20Refused extends Error {
	override name = 'Day20Refused';
}

/**
 * On day 20 at 17:00, without an answer, tells the complainant that they may ask for stage 2
 * now: the event, the letter on the site, and "New message" by every safe way. Once a strand,
 * however often it is looked at. Who has no safe way to read it there is not told by the clock,
 * nor written down as told: the step stays with the officer.
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
		if (due.length === 0 || !(await canReadOnline(work, complaintId))) return;
		await tell(work, complaintId, due);
	});
}

async function tell(
	work: Work,
	complaintId: string,
	strands: readonly AwaitsDay20[]
): Promise<void> {
	const toldOn = dateInEngland(work.now());
	const carried = await carryOut(work, {
		complaintId,
		commandId: crypto.randomUUID(),
		givenAt: instantOf(work),
		commands: strands.map(({ strandId }) => ({ type: 'tellRightToStage2', strandId, toldOn }))
	});
	if (!carried.done) throw new Day20Refused(carried.refusal.code);
	await sendNotice(work, complaintId, {
		letterKind: 'rightToStage2',
		notices: strands.map(({ strandId, facts: { day20On, waitsUntilOn } }) => ({
			strandId,
			// Who agreed to wait was to have the answer by the end of that.
			facts: { day20On: waitsUntilOn !== null && waitsUntilOn > day20On ? waitsUntilOn : day20On }
		}))
	});
}
