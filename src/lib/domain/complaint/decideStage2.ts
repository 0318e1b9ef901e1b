import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate, findUncountableDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { isLate, stage1Dates } from '#lib/domain/complaint/stage1Dates.ts';
import type { Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * Stage 2 was asked for, by any means. No test of merit, no time limit, no refusal for being
 * late. While stage 1 still has time it takes both sides: an officer who writes it down then
 * agrees for the council.
 *
 * Source: SI 2006/1738 reg 17(1); Getting the Best from Complaints 3.5.8, 3.6.1.
 */
export function decideStage2Request(
	{ complaint, strand }: StrandOfComplaint,
	{ type, strandId, requestedOn, channel }: CommandOf<'requestStage2'>,
	context: RuleContext
): Decision {
	const ended = strand.closed?.reason;
	if (ended === 'withdrawn' || ended === 'resubmitted' || ended === 'notResubmitted') {
		const stage = ended === 'withdrawn' ? 'withdrawn' : 'closed';
		return refuse({ code: 'wrongStage', stage, command: type });
	}
	if (strand.stage2RequestedOn !== null) {
		return refuse({ code: 'stage2AlreadyAsked', requestedOn: strand.stage2RequestedOn });
	}
	const bad = findBadDate(requestedOn, context, {
		date: complaint.receivedOn,
		because: 'received'
	});
	if (bad) return refuse(bad);

	const event = { type: 'stage2Requested' as const, strandId, requestedOn, channel };
	const early = findStage1StillRunning(strand, requestedOn, context);
	if (early === null) return accept(event);
	if (early.code === 'stage2NeedsAgreement' && mayAgree(context)) {
		return accept({ ...event, byAgreement: true });
	}
	return refuse(early);
}

/**
 * On day 20 the complainant is told that they may go to stage 2 now. Not before that day, and
 * not while they have agreed to wait. The hour, 17:00, is for the job that sends it.
 *
 * Source: SI 2006/1738 reg 14; Getting the Best from Complaints 3.5.
 */
export function decideRightToStage2Told(
	{ strand }: StrandOfComplaint,
	{ type, strandId, toldOn }: CommandOf<'tellRightToStage2'>,
	context: RuleContext
): Decision {
	if (strand.procedure === 'corporate') {
		return refuse({ code: 'corporateCannotDoThis', command: type });
	}
	const bad = findBadDate(toldOn, context);
	if (bad) return refuse(bad);

	const dates = stage1Dates(strand, context);
	if (!dates.known) return refuse(dates.refusal);
	const { lastLimitOn } = dates.value;
	const { waitsUntilOn } = strand;
	if (lastLimitOn !== null && toldOn < lastLimitOn) {
		return refuse({ code: 'tooSoonForDay20Notice', day20On: lastLimitOn });
	}
	if (waitsUntilOn !== null && toldOn < waitsUntilOn) {
		return refuse({ code: 'agreedToWait', waitsUntilOn });
	}
	return accept({ type: 'rightToStage2Told', strandId, toldOn });
}

/**
 * The complainant agrees to wait for the stage 1 answer past day 20. They may still ask for
 * stage 2 while they wait.
 *
 * Source: Getting the Best from Complaints 3.5.
 */
export function decideWait(
	{ complaint, strand }: StrandOfComplaint,
	{ strandId, agreedOn, waitsUntilOn }: CommandOf<'agreeToWait'>,
	context: RuleContext
): Decision {
	const bad =
		findBadDate(agreedOn, context, { date: complaint.receivedOn, because: 'received' }) ??
		findUncountableDate(waitsUntilOn, context);
	if (bad) return refuse(bad);

	const dates = stage1Dates(strand, context);
	if (!dates.known) return refuse(dates.refusal);
	const limitOn = dates.value.lastLimitOn ?? strand.stage1DayZeroOn;
	const after =
		strand.waitsUntilOn !== null && strand.waitsUntilOn > limitOn ? strand.waitsUntilOn : limitOn;
	if (waitsUntilOn <= after || waitsUntilOn <= agreedOn) {
		return refuse({ code: 'waitNotLater', waitsUntilOn, limitOn: after });
	}
	return accept({ type: 'waitAgreed', strandId, agreedOn, waitsUntilOn });
}

/** Why stage 1 is not over on `requestedOn`; null where it is. */
function findStage1StillRunning(
	strand: Strand,
	requestedOn: CommandOf<'requestStage2'>['requestedOn'],
	context: RuleContext
): Refusal | null {
	if (strand.stage !== 'stage1Open' && strand.stage !== 'stage1Paused') return null;
	const dates = stage1Dates(strand, context);
	if (!dates.known) return dates.refusal;
	const { dueOn } = dates.value;
	const late = isLate(requestedOn, dueOn, context);
	if (!late.known) return late.refusal;
	return late.value ? null : { code: 'stage2NeedsAgreement', dueOn };
}

function mayAgree({ role }: RuleContext): boolean {
	return role === 'complaintsOfficer' || role === 'complaintsManager';
}
