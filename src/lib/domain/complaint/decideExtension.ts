import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
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
	const bad = findBadDate(toldOn, context, { date: complaint.receivedOn, because: 'received' });
	if (bad) return refuse(bad);

	const dates = stage1Dates(strand, context);
	if (!dates.known) return refuse(dates.refusal);
	const { firstLimitOn, lastLimitOn } = dates.value;
	if (lastLimitOn !== null && toldOn > lastLimitOn) {
		return refuse({ code: 'extensionPastLimit', limitOn: lastLimitOn });
	}
	const late = isLate(toldOn, firstLimitOn, context);
	if (!late.known) return refuse(late.refusal);
	return accept({
		type: 'stage1Extended',
		strandId,
		reason,
		toldOn,
		complainantsView,
		toldLate: late.value
	});
}
