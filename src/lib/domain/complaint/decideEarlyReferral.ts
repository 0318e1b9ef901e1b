import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { EARLY_REFERRAL_CONDITIONS } from '#lib/domain/complaint/stage3Codes.ts';
import type { StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * It goes to the Ombudsman in place of a panel: only where all five conditions that the council
 * answers for are met, something was upheld, and the complainant agrees. The way back to a panel
 * stays open.
 *
 * Source: Getting the Best from Complaints 3.19.
 */
export function decideEarlyReferral(
	{ strand }: StrandOfComplaint,
	{ type, strandId, referredOn, agreedOn, conditions }: CommandOf<'referEarly'>,
	context: RuleContext
): Decision {
	if (strand.procedure !== 'statutory') {
		return refuse({ code: 'corporateCannotDoThis', command: type });
	}
	const unmet = EARLY_REFERRAL_CONDITIONS.find((condition) => !conditions[condition]);
	if (unmet !== undefined) return refuse({ code: 'earlyReferralUnmet', condition: unmet });
	const isUpheld = Object.values(strand.stage2.outcomes).some(
		(outcome) => outcome === 'upheld' || outcome === 'partiallyUpheld'
	);
	if (!isUpheld) {
		return refuse({ code: 'earlyReferralUnmet', condition: 'significantPointsUpheld' });
	}
	if (agreedOn === null) return refuse({ code: 'earlyReferralNotAgreed' });
	const answered = { date: strand.stage2.respondedOn, because: 'stage2Answered' } as const;
	const bad =
		findBadDate(referredOn, context, answered) ?? findBadDate(agreedOn, context, answered);
	if (bad) return refuse(bad);
	if (agreedOn > referredOn) return refuse({ code: 'earlyReferralNotAgreed' });
	return accept({ type: 'referredEarly', strandId, referredOn, agreedOn, conditions });
}
