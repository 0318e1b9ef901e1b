import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate, findToldAfterAnswer } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { isLate, stage1Dates } from '#lib/domain/complaint/stage1Dates.ts';
import type { StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * More time at stage 1: once, because it is complex or an advocate is needed, told in writing.
 *
 * Told on or before day 10 it is in time. Told later, up to day 20, it counts and is written
 * down as a late notice, which is a breach. After day 20 only the complainant can give time.
 *
 * Source: SI 2006/1738 reg 14; Getting the Best from Complaints 3.5.
 */
export function decideExtension(
	{ complaint, strand }: StrandOfComplaint,
	command: CommandOf<'extendStage1'>,
	context: RuleContext
): Decision {
	const { strandId, reason, toldOn, complainantsView } = command;
	if (strand.extension !== null) return refuse({ code: 'alreadyExtended' });
	const judged = judgeExtension({ complaint, strand }, toldOn, context);
	if ('code' in judged) return refuse(judged);
	return accept({
		type: 'stage1Extended',
		strandId,
		reason,
		toldOn,
		complainantsView,
		toldLate: judged.toldLate
	});
}

/** Whether more time told that day was told late, after day 10; a refusal where it cannot be. */
export function judgeExtension(
	{ complaint, strand }: StrandOfComplaint,
	toldOn: PlainDate,
	context: RuleContext
): { toldLate: boolean } | Refusal {
	const bad =
		findBadDate(toldOn, context, { date: complaint.receivedOn, because: 'received' }) ??
		findToldAfterAnswer(toldOn, strand.respondedOn ?? strand.resolvedOn);
	if (bad) return bad;
	const dates = stage1Dates(strand, context);
	if (!dates.known) return dates.refusal;
	const { firstLimitOn, lastLimitOn } = dates.value;
	if (lastLimitOn !== null && toldOn > lastLimitOn) {
		return { code: 'extensionPastLimit', limitOn: lastLimitOn };
	}
	const late = isLate(toldOn, firstLimitOn, context);
	return late.known ? { toldLate: late.value } : late.refusal;
}
