import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { DelayReason } from '#lib/domain/complaint/codes.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate, findUncountableDate } from '#lib/domain/complaint/dateGuards.ts';
import type { ElementOutcome } from '#lib/domain/complaint/events.ts';
import type { PaperPromise } from '#lib/domain/complaint/promises.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { isLate, stage1Dates } from '#lib/domain/complaint/stage1Dates.ts';
import type { Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * The stage 1 answer was sent: an outcome for each element, a reason when it is late, and a
 * second person who released it. Only a letter recorded as sent on paper has no release.
 *
 * Source: SI 2006/1738 regs 13(2), 14 and 15.
 */
export function decideResponse(
	{ complaint, strand }: StrandOfComplaint,
	command: CommandOf<'respondStage1'>,
	context: RuleContext
): Decision {
	const { strandId, sentOn, outcomes, releasedByStaffId } = command;
	const sentOnPaper = command.sentOnPaper ?? false;
	if (releasedByStaffId === null && !sentOnPaper) return refuse({ code: 'needsTwoPeople' });
	const bad =
		findBadDate(sentOn, context, { date: complaint.receivedOn, because: 'received' }) ??
		findBadOutcome(strand, outcomes) ??
		findBadPromiseDate(command.promised, sentOn, context);
	if (bad) return refuse(bad);
	const delay = reasonForDelay({ strand, doneOn: sentOn, given: command.delayReason }, context);
	if ('code' in delay) return refuse(delay);
	return accept({
		type: 'stage1Responded',
		strandId,
		sentOn,
		outcomes,
		delayReason: delay.reason,
		releasedByStaffId,
		...(sentOnPaper ? { sentOnPaper } : {})
	});
}

/**
 * It was settled, and the terms were written down. The right to stage 2 stays.
 *
 * Source: SI 2006/1738 reg 15; Getting the Best from Complaints 3.5.7.
 */
export function decideResolution(
	{ complaint, strand }: StrandOfComplaint,
	command: CommandOf<'resolveStage1'>,
	context: RuleContext
): Decision {
	const { strandId, resolvedOn, termsTextId, outcomes } = command;
	const bad =
		findBadDate(resolvedOn, context, { date: complaint.receivedOn, because: 'received' }) ??
		findBadTermsDate(command, context) ??
		findBadOutcome(strand, outcomes);
	if (bad) return refuse(bad);
	const delay = reasonForDelay({ strand, doneOn: resolvedOn, given: command.delayReason }, context);
	if ('code' in delay) return refuse(delay);
	return accept({
		type: 'stage1Resolved',
		strandId,
		resolvedOn,
		termsTextId,
		outcomes,
		delayReason: delay.reason,
		...(command.termsDueOn ? { termsDueOn: command.termsDueOn } : {})
	});
}

/** What was agreed cannot be due before it was agreed. It may be due any day after. */
function findBadTermsDate(
	{ resolvedOn, termsDueOn }: CommandOf<'resolveStage1'>,
	context: RuleContext
): Refusal | null {
	if (!termsDueOn) return null;
	return findBadDueDate(termsDueOn, { date: resolvedOn, because: 'resolved' }, context);
}

/** What an answer promised cannot be due before it was sent. It may be due any day after. */
export function findBadPromiseDate(
	promised: PaperPromise | null | undefined,
	sentOn: PlainDate,
	context: RuleContext
): Refusal | null {
	if (!promised) return null;
	return findBadDueDate(promised.dueOn, { date: sentOn, because: 'responded' }, context);
}

function findBadDueDate(
	dueOn: PlainDate,
	since: { date: PlainDate; because: 'resolved' | 'responded' },
	context: RuleContext
): Refusal | null {
	const bad = findUncountableDate(dueOn, context);
	if (bad) return bad;
	return dueOn < since.date
		? { code: 'dateBefore', date: dueOn, earliest: since.date, because: since.because }
		: null;
}

/**
 * The reason for a delay to write down: the one given where `doneOn` is late, null where it is
 * in time, a refusal where it is late and none was given. An agreement to wait is no excuse here.
 */
export function reasonForDelay(
	answer: { strand: Strand; doneOn: PlainDate; given: DelayReason | null },
	context: RuleContext
): { reason: DelayReason | null } | Refusal {
	const dates = stage1Dates(answer.strand, context);
	if (!dates.known) return dates.refusal;
	const { dueOn } = dates.value;
	const late = isLate(answer.doneOn, dueOn, context);
	if (!late.known) return late.refusal;
	if (!late.value || dueOn === null) return { reason: null };
	return answer.given === null ? { code: 'delayReasonMissing', dueOn } : { reason: answer.given };
}

/** Each element of the strand once, and nothing else (reg 13(2)). */
export function findBadOutcome(
	strand: Strand,
	outcomes: readonly ElementOutcome[]
): Refusal | null {
	const ids = outcomes.map(({ elementId }) => elementId);
	const unknown = ids.find((id) => !strand.elementIds.includes(id));
	if (unknown !== undefined) return { code: 'unknownElement', elementId: unknown };
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice !== undefined) return { code: 'sameIdTwice', id: twice };
	const missing = strand.elementIds.find((id) => !ids.includes(id));
	return missing === undefined ? null : { code: 'outcomeMissing', elementId: missing };
}
