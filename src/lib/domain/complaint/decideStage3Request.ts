import { mustDecideAboutChild } from '#lib/domain/beside/decideTelling.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Known } from '#lib/domain/calendar/known.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { CountingContext, RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { isLate } from '#lib/domain/complaint/stage1Dates.ts';
import { stage3RequestUntil } from '#lib/domain/complaint/stage2Dates.ts';
import { isLateUndecided } from '#lib/domain/complaint/stage3State.ts';
import type { Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * A review panel was asked for, by any means. There is no panel before stage 2 was answered, and
 * no test of merit. After 20 working days the request is taken all the same, marked as late: it
 * is decided with a reason, never refused by itself.
 *
 * Source: SI 2006/1738 reg 18; Getting the Best from Complaints 3.9; Ombudsman 20-003-273.
 */
export function decideStage3Request(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'requestStage3'>,
	context: RuleContext
): Decision {
	const { type, strandId, requestedOn, channel, pointsTextId } = command;
	const { closed, stage3, stage, procedure } = strand;
	if (procedure !== 'statutory') return refuse({ code: 'corporateCannotDoThis', command: type });
	if (closed?.reason === 'withdrawn') {
		return refuse({ code: 'wrongStage', stage: 'withdrawn', command: type });
	}
	const isReviewed = stage3 !== null && stage3.respondedOn !== null;
	if (strand.stage2.respondedOn === null || isReviewed) {
		return refuse({ code: 'wrongStage', stage, command: type });
	}
	const bad = findBadDate(requestedOn, context, {
		date: strand.stage2.respondedOn,
		because: 'stage2Answered'
	});
	if (bad) return refuse(bad);
	const late = isRequestLate(strand, requestedOn, context);
	if (!late.known) return refuse(late.refusal);
	return accept({
		type: 'stage3Requested',
		strandId,
		requestedOn,
		channel,
		pointsTextId,
		isLate: late.value
	});
}

/**
 * Whether the request came after the 20 working days. Never where it went to the Ombudsman early
 * by agreement and comes back: the complainant did not let the time go by.
 */
export function isRequestLate(
	strand: Strand,
	requestedOn: PlainDate,
	context: CountingContext
): Known<boolean> {
	if (strand.earlyReferral !== null) return { known: true, value: false };
	const askBy = stage3RequestUntil(strand, context);
	return askBy.known ? isLate(requestedOn, askBy.value, context) : askBy;
}

/**
 * A late request is taken or refused, for a reason that is written down. A refusal tells the
 * complainant how to reach the Ombudsman, and ends the procedure; whether the child hears the
 * outcome of an adult's complaint is decided before.
 *
 * Source: SI 2006/1738 reg 18; Ombudsman 20-003-273 (discretion, not a rule); CA 1989 s.26(7).
 */
export function decideLateRequest(
	{ complaint, strand }: StrandOfComplaint,
	command: CommandOf<'decideLateStage3'>,
	context: RuleContext
): Decision {
	const { strandId, accepted, decidedOn, reasonTextId, ombudsmanToldOn } = command;
	const { stage3 } = strand;
	if (!stage3 || !isLateUndecided(stage3)) return refuse({ code: 'requestNotLate' });
	const asked = { date: stage3.requestedOn, because: 'stage3Requested' } as const;
	if (!accepted && ombudsmanToldOn === null) return refuse({ code: 'ombudsmanNotTold' });
	const bad =
		findBadDate(decidedOn, context, asked) ??
		(ombudsmanToldOn === null ? null : findBadDate(ombudsmanToldOn, context, asked));
	if (bad) return refuse(bad);
	if (!accepted && mustDecideAboutChild(complaint, strand, 'stage3RefusedLate')) {
		return refuse({ code: 'childNotDecided' });
	}
	return accept({
		type: 'lateStage3Decided',
		strandId,
		accepted,
		decidedOn,
		reasonTextId,
		ombudsmanToldOn
	});
}

/** The complainant was told that we have the request; once only (guidance 3.13). */
export function decideStage3Acknowledgement(
	{ strand }: StrandOfComplaint,
	{ strandId, acknowledgedOn }: CommandOf<'acknowledgeStage3'>,
	context: RuleContext
): Decision {
	const before = strand.stage3?.acknowledgedOn ?? null;
	if (before !== null) return refuse({ code: 'alreadyAcknowledged', acknowledgedOn: before });
	const bad = findBadDate(acknowledgedOn, context, {
		date: strand.stage3?.requestedOn ?? null,
		because: 'stage3Requested'
	});
	if (bad) return refuse(bad);
	return accept({ type: 'stage3Acknowledged', strandId, acknowledgedOn });
}
