import { mayHaveAdvocate } from '#lib/domain/complaint/advocatePause.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate, type Earliest } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

/**
 * A child asks for an advocate, or an officer asks for the child. Stage 1 of the child's own
 * statutory strands then waits; an adult's complaint has no such right.
 *
 * Source: CA 1989 s.26A; SI 2006/1738 reg 14; SI 2004/719.
 */
export function decideAdvocateAsked(
	complaint: Complaint,
	{ askedOn, askedBy }: CommandOf<'askForAdvocate'>,
	context: RuleContext
): Decision {
	const { advocate } = complaint;
	if (!mayHaveAdvocate(complaint)) return refuse({ code: 'advocateNotForAdults' });
	if (advocate.isAwaited && advocate.askedOn !== null) {
		return refuse({ code: 'advocateAlreadyAsked', askedOn: advocate.askedOn });
	}
	// Waits do not overlap: a new one begins after the last one ended.
	const bad = findBadDate(
		askedOn,
		context,
		{ date: complaint.receivedOn, because: 'received' },
		{ date: advocate.askedOn, because: 'asked' },
		{ date: endOfLastWait(complaint), because: 'asked' }
	);
	if (bad) return refuse(bad);
	return accept({ type: 'advocateAskedFor', askedOn, askedBy });
}

/** An advocate was appointed, asked for or not. What waited goes on the day after. */
export function decideAdvocateAppointed(
	complaint: Complaint,
	{ appointedOn }: CommandOf<'recordAdvocateAppointed'>,
	context: RuleContext
): Decision {
	const bad = findBadDate(appointedOn, context, ...notBeforeAsking(complaint));
	if (bad) return refuse(bad);
	return accept({ type: 'advocateAppointed', appointedOn });
}

/** The child no longer wants the advocate they asked for. What waited goes on the day after. */
export function decideAdvocateDeclined(
	complaint: Complaint,
	{ declinedOn }: CommandOf<'recordAdvocateDeclined'>,
	context: RuleContext
): Decision {
	if (!complaint.advocate.isAwaited) return refuse({ code: 'advocateNotAsked' });
	const bad = findBadDate(declinedOn, context, ...notBeforeAsking(complaint));
	if (bad) return refuse(bad);
	return accept({ type: 'advocateDeclined', declinedOn });
}

function notBeforeAsking({ receivedOn, advocate }: Complaint): Earliest[] {
	const askedOn = advocate.isAwaited ? advocate.askedOn : null;
	return [
		{ date: receivedOn, because: 'received' },
		{ date: askedOn, because: 'asked' }
	];
}

function endOfLastWait({ strands }: Complaint) {
	const ends = strands.flatMap(({ pauses }) => pauses.map(({ to }) => to));
	return ends.reduce(
		(latest, to) => (to !== null && (latest === null || to > latest) ? to : latest),
		null
	);
}
