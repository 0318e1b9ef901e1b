import type { ClosingReason } from '#lib/domain/complaint/codes.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * The complainant takes the complaint back before it was divided into strands, by any means.
 *
 * Source: SI 2006/1738 reg 7; Getting the Best from Complaints 3.4.
 */
export function decideComplaintWithdrawal(
	{ receivedOn }: Complaint,
	{ withdrawnOn, channel }: CommandOf<'withdrawComplaint'>,
	context: RuleContext
): Decision {
	const bad = findBadDate(withdrawnOn, context, { date: receivedOn, because: 'received' });
	if (bad) return refuse(bad);
	return accept({ type: 'complaintWithdrawn', withdrawnOn, channel });
}

/** The complainant takes it up again. No clock has stopped meanwhile (guidance 3.4). */
export function decideComplaintReinstatement(
	complaint: Complaint,
	{ reinstatedOn }: CommandOf<'reinstateComplaint'>,
	context: RuleContext
): Decision {
	const bad = findBadDate(reinstatedOn, context, {
		date: complaint.withdrawnOn,
		because: 'withdrawn'
	});
	if (bad) return refuse(bad);
	return accept({ type: 'complaintReinstated', reinstatedOn });
}

/** The complainant takes back one strand, at any stage, by any means (reg 7). */
export function decideWithdrawal(
	{ complaint }: StrandOfComplaint,
	{ strandId, withdrawnOn, channel }: CommandOf<'withdrawStrand'>,
	context: RuleContext
): Decision {
	const bad = findBadDate(withdrawnOn, context, {
		date: complaint.receivedOn,
		because: 'received'
	});
	if (bad) return refuse(bad);
	return accept({ type: 'strandWithdrawn', strandId, withdrawnOn, channel });
}

/** Ends that are no answer: the strand goes on where it stood. */
const MAY_BE_TAKEN_UP: readonly ClosingReason[] = ['withdrawn', 'notPursued', 'scopeNotAgreed'];

/**
 * A strand that was withdrawn, or closed because nobody could be reached or the scope could not
 * be agreed, is taken up again where it stood. No clock has stopped meanwhile. An answered one goes on by stage 2 instead.
 */
export function decideReinstatement(
	{ strand }: StrandOfComplaint,
	{ type, strandId, reinstatedOn }: CommandOf<'reinstateStrand'>,
	context: RuleContext
): Decision {
	const reason = strand.closed?.reason ?? null;
	if (strand.stage === 'closed' && (reason === null || !MAY_BE_TAKEN_UP.includes(reason))) {
		return refuse({ code: 'wrongStage', stage: strand.stage, command: type });
	}
	const bad = findBadDate(
		reinstatedOn,
		context,
		{ date: strand.withdrawnOn, because: 'withdrawn' },
		{ date: strand.closed?.on ?? null, because: 'closed' }
	);
	if (bad) return refuse(bad);
	return accept({ type: 'strandReinstated', strandId, reinstatedOn });
}
