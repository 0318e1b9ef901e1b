import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { judgeExtension } from '#lib/domain/complaint/decideExtension.ts';
import {
	judgeStage2Extension,
	reasonForStage2Delay
} from '#lib/domain/complaint/decideStage2Time.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * More time at stage 1 was written down with a wrong day or reason. It is judged again as if it
 * had been told so: whether the notice was late is worked out anew, and day 20 stays the limit.
 *
 * Source: SI 2006/1738 reg 14.
 */
export function decideStage1ExtensionCorrection(
	{ complaint, strand }: StrandOfComplaint,
	{ strandId, toldOn, reason, reasonTextId }: CommandOf<'correctStage1Extension'>,
	context: RuleContext
): Decision {
	if (strand.extension === null) return refuse({ code: 'nothingToCorrect' });
	const judged = judgeExtension({ complaint, strand }, toldOn, context);
	if ('code' in judged) return refuse(judged);
	return accept({
		type: 'stage1ExtensionCorrected',
		strandId,
		toldOn,
		reason,
		toldLate: judged.toldLate,
		reasonTextId
	});
}

/**
 * The last notice of more time at stage 2 was written down with a wrong day, date or reason. It
 * is judged again by what stood before it. Where the answer went already and is late by the right
 * date, it needs its reason like any other.
 *
 * Source: SI 2006/1738 reg 17(6); Complaint Handling Code, stage 2.
 */
export function decideStage2ExtensionCorrection(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'correctStage2Extension'>,
	context: RuleContext
): Decision {
	const { strandId, toldOn, newDueOn, reason, reasonTextId } = command;
	const { stage2 } = strand;
	if (stage2.extensions.length === 0) return refuse({ code: 'nothingToCorrect' });
	const before: Strand = {
		...strand,
		stage2: { ...stage2, extensions: stage2.extensions.slice(0, -1) }
	};
	const judged = judgeStage2Extension(before, { toldOn, newDueOn }, context);
	if ('code' in judged) return refuse(judged);
	const right = { reason, toldOn, newDueOn, toldLate: judged.toldLate };
	const corrected = { strandId, ...right, reasonTextId };
	const type = 'stage2ExtensionCorrected';
	if (stage2.respondedOn === null) return accept({ type, ...corrected });
	const after: Strand = {
		...before,
		stage2: { ...stage2, extensions: [...before.stage2.extensions, right] }
	};
	const given = command.delayReason ?? stage2.delayReason;
	const delay = reasonForStage2Delay({ strand: after, doneOn: stage2.respondedOn, given }, context);
	return 'code' in delay
		? refuse(delay)
		: accept({ type, ...corrected, delayReason: delay.reason });
}
