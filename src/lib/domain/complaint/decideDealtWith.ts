import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

/**
 * An idea, a question or a thank-you was dealt with outside our messages: answered by letter, by
 * telephone or face to face, or passed on to those it was for. What is in a procedure is answered
 * by the procedure's own orders. The day is that of receipt, or a
 * later one up to today.
 *
 * Source: journeys 2.7; Getting the Best from Complaints 2 (representations are not only complaints).
 */
export function decideDealtWith(
	complaint: Complaint,
	{ dealtWithOn, how }: CommandOf<'recordDealtWith'>,
	context: RuleContext
): Decision {
	const [first] = complaint.elements;
	if (first && !isAside(complaint)) {
		return refuse({ code: 'elementInProcedure', elementId: first.elementId });
	}
	const bad = findBadDate(dealtWithOn, context, {
		date: complaint.receivedOn,
		because: 'received'
	});
	return bad ? refuse(bad) : accept({ type: 'contactDealtWith', dealtWithOn, how });
}

/** Whether some of it is an idea, a question or a thank-you, in no procedure. */
export function isAside({ phase, elements }: Complaint): boolean {
	return phase === 'triaged' && elements.some(({ strandId }) => strandId === null);
}

/** Whether some of it is a thank-you that nobody has passed on yet. */
export function isToBePassedOn(complaint: Complaint): boolean {
	const isThanks = complaint.elements.some(({ routes }) => routes.includes('COMPLIMENT'));
	const isPassedOn = complaint.dealtWith.some(({ how }) => how === 'passedOn');
	return complaint.phase === 'triaged' && isThanks && !isPassedOn;
}
