import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { findBadOutcome, findBadPromiseDate } from '#lib/domain/complaint/decideStage1.ts';
import { reasonForStage2Delay } from '#lib/domain/complaint/decideStage2Time.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * The complainant was told that we have their request. Once: a second letter changes nothing.
 *
 * Source: Complaint Handling Code, stage 2: within 5 working days.
 */
export function decideCorporateAcknowledgement(
	{ strand }: StrandOfComplaint,
	{ strandId, acknowledgedOn }: CommandOf<'acknowledgeCorporateStage2'>,
	context: RuleContext
): Decision {
	if (strand.procedure !== 'corporate') return refuse({ code: 'statutoryNeedsInvestigation' });
	const already = strand.stage2.acknowledgedOn;
	if (already !== null) {
		return refuse({ code: 'alreadyAcknowledged', acknowledgedOn: already });
	}
	const requested = { date: strand.stage2RequestedOn, because: 'requested' } as const;
	const bad = findBadDate(acknowledgedOn, context, requested);
	return bad
		? refuse(bad)
		: accept({ type: 'corporateStage2Acknowledged', strandId, acknowledgedOn });
}

/**
 * The last answer of the corporate procedure was sent: an outcome for each element, a reason when
 * it is late, the way to the Ombudsman, and a second person who released it unless it went on
 * paper. A statutory strand is never ended so: it has its investigation, and its panel.
 *
 * Source: Complaint Handling Code, stage 2; the council's own complaints policy.
 */
export function decideCorporateStage2(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'respondCorporateStage2'>,
	context: RuleContext
): Decision {
	if (strand.procedure !== 'corporate') return refuse({ code: 'statutoryNeedsInvestigation' });
	const { strandId, sentOn, outcomes, ombudsmanToldOn, releasedByStaffId } = command;
	const sentOnPaper = command.sentOnPaper ?? false;
	if (releasedByStaffId === null && !sentOnPaper) return refuse({ code: 'needsTwoPeople' });
	const requested = { date: strand.stage2RequestedOn, because: 'requested' } as const;
	const bad =
		findBadDate(sentOn, context, requested) ??
		findBadOutcome(strand, outcomes) ??
		findBadDate(ombudsmanToldOn, context, { date: sentOn, because: 'responded' }) ??
		findBadPromiseDate(command.promised, sentOn, context);
	if (bad) return refuse(bad);
	const delay = reasonForStage2Delay(
		{ strand, doneOn: sentOn, given: command.delayReason },
		context
	);
	if ('code' in delay) return refuse(delay);
	return accept({
		type: 'corporateStage2Responded',
		strandId,
		sentOn,
		outcomes,
		ombudsmanToldOn,
		delayReason: delay.reason,
		releasedByStaffId,
		...(sentOnPaper ? { sentOnPaper } : {})
	});
}
