import { nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import type { ClockContext } from '#lib/domain/complaint/runningClocks.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import { carryOut } from '#lib/server/complaints/carryOut.ts';
import { sendNotice } from '#lib/server/letters/noticeWords.ts';
import { canReadOnline } from '#lib/server/people/safeContacts.ts';
import { instantOf, type Work } from '#lib/server/work.ts';

/** The rules refused the notice of day 66 that the clock says is due: a bug. */
class Day66Refused extends Error {
	override name = 'Day66Refused';
}

/**
 * On day 66 of stage 2 without the full answer, tells the complainant that it is late and that
 * the Ombudsman can look at the delay: the event, the letter on the site, and "New message" by
 * every safe way. Once a strand: not where an officer told it already, nor while an agreed wait
 * runs, nor who has no safe way to read it there. Says whether anything was told.
 *
 * Source: SI 2006/1738 reg 17(6); rules 3.3.
 */
export async function tellDay66(
	work: Work,
	complaintId: string,
	{ complaint, rules }: { complaint: Complaint; rules: ClockContext }
): Promise<boolean> {
	const strandIds = nextSteps(complaint, rules).flatMap(({ what, strandId }) =>
		what === 'tellStage2Delay' && strandId !== null ? [strandId] : []
	);
	if (strandIds.length === 0 || !(await canReadOnline(work, complaintId))) return false;
	const carried = await carryOut(work, {
		complaintId,
		commandId: crypto.randomUUID(),
		givenAt: instantOf(work),
		commands: strandIds.map((strandId) => ({
			type: 'tellStage2Delay' as const,
			strandId,
			toldOn: rules.today,
			expectedOn: null
		}))
	});
	if (!carried.done) throw new Day66Refused(carried.refusal.code);
	await sendNotice(work, complaintId, {
		letterKind: 'stage2Late',
		notices: strandIds.map((strandId) => ({ strandId, facts: {} }))
	});
	return true;
}
