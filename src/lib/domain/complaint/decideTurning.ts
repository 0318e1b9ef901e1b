import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

/**
 * The complainant makes what was an idea or a question a complaint. A route that was decided is
 * decided again, as for anything new. Its day 0 stays the day it was first received: the law
 * counts from the representation, of whatever kind. What is in a procedure is a complaint already.
 *
 * Source: SI 2006/1738 reg 14; Getting the Best from Complaints 2; rules 3.2, S1-10.
 */
export function decideTurning(
	complaint: Complaint,
	{ turnedOn }: CommandOf<'turnIntoComplaint'>,
	context: RuleContext
): Decision {
	const inProcedure = complaint.elements.find(({ strandId }) => strandId !== null);
	if (inProcedure) {
		return refuse({ code: 'elementInProcedure', elementId: inProcedure.elementId });
	}
	const bad = findBadDate(
		turnedOn,
		context,
		{ date: complaint.receivedOn, because: 'received' },
		{ date: complaint.triagedOn, because: 'triaged' }
	);
	return bad ? refuse(bad) : accept({ type: 'turnedIntoComplaint', turnedOn });
}

/** Triaged as an idea or a question: answered, and in no procedure. */
export function isTriagedAsIdea({ phase, strands, elements }: Complaint): boolean {
	return (
		phase === 'triaged' &&
		strands.length === 0 &&
		elements.some(({ routes }) => routes.includes('REPRESENTATION'))
	);
}
