import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { DelayReason } from '#lib/domain/complaint/codes.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import {
	findBadDate,
	findToldAfterAnswer,
	findUncountableDate
} from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { isLate } from '#lib/domain/complaint/stage1Dates.ts';
import { stage2Dates } from '#lib/domain/complaint/stage2Dates.ts';
import type { Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * More time at stage 2, told in writing with the reason and the new date, at most to day 65, or
 * under the corporate procedure as far as the council allows itself. Told after the limit that
 * held it counts, and is written down as a late notice, which is a breach.
 * Agreement is sought and recorded, and is no condition.
 *
 * Source: SI 2006/1738 reg 17(6); Getting the Best from Complaints 3.6.7-8; rules 8, C-6;
 * Complaint Handling Code, stage 2.
 */
export function decideStage2Extension(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'extendStage2'>,
	context: RuleContext
): Decision {
	const judged = judgeStage2Extension(strand, command, context);
	if ('code' in judged) return refuse(judged);
	return accept({ ...command, type: 'stage2Extended', toldLate: judged.toldLate });
}

/**
 * Whether that notice of more time, after those that the strand has, was told late; a refusal
 * where it cannot be.
 */
export function judgeStage2Extension(
	strand: Strand,
	{ toldOn, newDueOn }: { toldOn: PlainDate; newDueOn: PlainDate },
	context: RuleContext
): { toldLate: boolean } | Refusal {
	const bad =
		findBadDate(
			toldOn,
			context,
			{ date: strand.stage2RequestedOn, because: 'requested' },
			{ date: strand.stage2.extensions.at(-1)?.toldOn ?? null, because: 'extensionTold' }
		) ??
		findToldAfterAnswer(toldOn, strand.stage2.respondedOn) ??
		findUncountableDate(newDueOn, context);
	if (bad) return bad;
	const dates = stage2Dates(strand, context);
	if (!dates.known) return dates.refusal;
	const { dueOn, lastLimitOn } = dates.value;
	if (lastLimitOn !== null && toldOn > lastLimitOn) {
		return { code: 'stage2LimitPassed', limitOn: lastLimitOn };
	}
	if (lastLimitOn !== null && newDueOn > lastLimitOn) {
		return { code: 'stage2ExtensionTooLong', newDueOn, limitOn: lastLimitOn };
	}
	const after = dueOn !== null && dueOn > toldOn ? dueOn : toldOn;
	if (newDueOn <= after) return { code: 'stage2ExtensionNotLater', newDueOn, after };
	const late = isLate(toldOn, dueOn, context);
	return late.known ? { toldLate: late.value } : late.refusal;
}

/**
 * The complainant is told that day 65 is missed: an apology, a new date and the way to the
 * Ombudsman. By itself the clock tells it once, from day 66; an officer may as soon as they know.
 *
 * Source: SI 2006/1738 reg 17(6); rules 3.2 and 3.3.
 */
export function decideStage2DelayTold(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'tellStage2Delay'>,
	context: RuleContext
): Decision {
	const { type, toldOn, expectedOn } = command;
	if (strand.procedure === 'corporate') {
		return refuse({ code: 'corporateCannotDoThis', command: type });
	}
	const bad =
		findBadDate(toldOn, context, { date: strand.stage2RequestedOn, because: 'requested' }) ??
		(expectedOn === null ? null : findUncountableDate(expectedOn, context));
	if (bad) return refuse(bad);
	if (expectedOn !== null && expectedOn < toldOn) {
		return refuse({ code: 'expectedInPast', expectedOn, toldOn });
	}
	if (context.role === 'system') {
		const tooEarly = findTooEarly(strand, toldOn, context);
		if (tooEarly) return refuse(tooEarly);
	}
	return accept({ ...command, type: 'stage2DelayTold' });
}

/**
 * The reason for a delay at stage 2 to write down: the one given where `doneOn` is late, null
 * where it is in time, a refusal where it is late and none was given.
 */
export function reasonForStage2Delay(
	answer: { strand: Strand; doneOn: PlainDate; given: DelayReason | null },
	context: RuleContext
): { reason: DelayReason | null } | Refusal {
	const dates = stage2Dates(answer.strand, context);
	if (!dates.known) return dates.refusal;
	const { dueOn } = dates.value;
	const late = isLate(answer.doneOn, dueOn, context);
	if (!late.known) return late.refusal;
	if (!late.value || dueOn === null) return { reason: null };
	return answer.given === null ? { code: 'delayReasonMissing', dueOn } : { reason: answer.given };
}

function findTooEarly(strand: Strand, toldOn: PlainDate, context: RuleContext): Refusal | null {
	const told = strand.stage2.delayTold.at(-1);
	if (told) return { code: 'delayAlreadyTold', toldOn: told.toldOn };
	const dates = stage2Dates(strand, context);
	if (!dates.known) return dates.refusal;
	const { lastLimitOn } = dates.value;
	if (lastLimitOn === null) return null;
	const late = isLate(toldOn, lastLimitOn, context);
	if (!late.known) return late.refusal;
	return late.value ? null : { code: 'tooSoonForDelayLetter', limitOn: lastLimitOn };
}
