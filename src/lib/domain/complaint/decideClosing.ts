import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { lastDayToResubmit } from '#lib/domain/beside/decideSuspension.ts';
import { mustDecideAboutChild } from '#lib/domain/beside/decideTelling.ts';
import type { ClosingReason } from '#lib/domain/complaint/codes.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate, type Earliest } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { stage3RequestUntil } from '#lib/domain/complaint/stage2Dates.ts';
import { explainStage2Advice } from '#lib/domain/complaint/stage2Clocks.ts';
import type { Strand, StrandOfComplaint, StrandStage } from '#lib/domain/complaint/state.ts';

/**
 * Why a strand may be closed, by where it stands. A strand at stage 2 is not closed before it
 * is answered, and closing never takes away the right to ask for stage 2.
 *
 * Source: rules 3.3, "no further stages"; Getting the Best from Complaints 3.5.
 */
export const CLOSING_REASONS_BY_STAGE = {
	stage1Open: ['notPursued'],
	stage1Paused: ['notPursued'],
	stage1Overdue: ['notPursued'],
	stage1Responded: ['answeredAndContent', 'answeredNoReply'],
	stage1Resolved: ['resolved'],
	stage2Requested: [],
	stage2Scoping: [],
	stage2Investigating: [],
	stage2Reported: [],
	stage2Adjudicated: ['answeredAndContent', 'stage2AnsweredNoReply'],
	corporateAnswered: ['answeredAndContent', 'corporateAnswered'],
	stage3Requested: [],
	stage3Convening: [],
	stage3PanelHeld: [],
	stage3Reported: [],
	stage3Responded: ['answeredAndContent', 'stage3Answered'],
	referredEarly: ['referredEarly'],
	suspended: ['notResubmitted'],
	withdrawn: ['withdrawn'],
	closed: [],
	imported: []
} as const satisfies Record<StrandStage, readonly ClosingReason[]>;

/**
 * A strand is closed. The complainant can only say that they are content; the rest is for an
 * officer. "No reply" waits until the 20 working days that are advised, or given for a panel, have
 * gone by.
 */
export function decideClosing(
	{ complaint, strand }: StrandOfComplaint,
	{ type, strandId, closedOn, reason }: CommandOf<'closeStrand'>,
	context: RuleContext
): Decision {
	if (context.role === 'complainant' && reason !== 'answeredAndContent') {
		return refuse({ code: 'notPermitted', role: context.role, command: type });
	}
	const fitting: readonly ClosingReason[] = CLOSING_REASONS_BY_STAGE[strand.stage];
	if (!fitting.includes(reason)) {
		return refuse({ code: 'closingReasonDoesNotFit', stage: strand.stage, reason });
	}
	const bad = findBadDate(
		closedOn,
		context,
		{ date: complaint.receivedOn, because: 'received' },
		...earliestOf(strand)
	);
	if (bad) return refuse(bad);
	if (reason === 'answeredNoReply') {
		const advice = explainStage2Advice(strand, context);
		if (!advice.known) return refuse(advice.refusal);
		const until = advice.value?.limitOn ?? null;
		if (until !== null && closedOn <= until) return refuse({ code: 'stillTimeToAsk', until });
	}
	const early = reason === 'notResubmitted' ? findTimeToResubmit(strand, closedOn) : null;
	if (early) return refuse(early);
	if (mustDecideAboutChild(complaint, strand, reason)) return refuse({ code: 'childNotDecided' });
	if (reason === 'stage2AnsweredNoReply') {
		const until = stage3RequestUntil(strand, context);
		if (!until.known) return refuse(until.refusal);
		if (until.value !== null && closedOn <= until.value) {
			return refuse({ code: 'stillTimeForPanel', until: until.value });
		}
	}
	return accept({ type: 'strandClosed', strandId, closedOn, reason });
}

/** A suspended strand ends only after the year to bring it back (reg 8). */
function findTimeToResubmit({ beside }: Strand, closedOn: PlainDate): Refusal | null {
	const { suspension } = beside;
	if (!suspension) return { code: 'proceedingsNotNamed' };
	const until = lastDayToResubmit(suspension);
	if (until === null) return { code: 'proceedingsGoOn' };
	return closedOn <= until ? { code: 'stillTimeToResubmit', until } : null;
}

function earliestOf(strand: Strand): Earliest[] {
	return [
		{ date: strand.respondedOn, because: 'responded' },
		{ date: strand.resolvedOn, because: 'resolved' },
		{ date: strand.stage2.respondedOn, because: 'responded' },
		{ date: strand.withdrawnOn, because: 'withdrawn' },
		{ date: strand.stage3?.respondedOn ?? null, because: 'responded' }
	];
}
