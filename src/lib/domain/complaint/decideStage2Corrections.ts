import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { reasonForStage2Delay } from '#lib/domain/complaint/decideStage2Time.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/** The complainant agreed to the statement on another day: only the shadow clock moves. */
export function decideStatementDateCorrection(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'correctStatementDate'>,
	context: RuleContext
): Decision {
	const { statementAgreedOn, statements } = strand.stage2;
	if (statementAgreedOn === null) return refuse({ code: 'statementNotAgreedYet' });
	const bad = findBadDate(command.agreedOn, context, {
		date: statements[0]?.sentOn ?? null,
		because: 'statementSent'
	});
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'statementDateCorrected' });
}

/** A report reached the council on another day. */
export function decideReportDateCorrection(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'correctReportDate'>,
	context: RuleContext
): Decision {
	const { report, receivedOn } = command;
	if (strand.stage2.reportsReceivedOn[report] === null) {
		return refuse({ code: 'reportNotReceived', report });
	}
	const bad = findBadDate(receivedOn, context, {
		date: strand.stage2RequestedOn,
		because: 'requested'
	});
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'reportDateCorrected' });
}

/** The full answer went on another day. Late by the right date, it needs its reason. */
export function decideStage2ResponseDateCorrection(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'correctStage2ResponseDate'>,
	context: RuleContext
): Decision {
	const { sentOn } = command;
	const { respondedOn, adjudication, delayReason } = strand.stage2;
	if (respondedOn === null) return refuse({ code: 'stage2NotAnswered' });
	const bad = findBadDate(sentOn, context, {
		date: adjudication?.decidedOn ?? strand.stage2RequestedOn,
		because: adjudication ? 'decided' : 'requested'
	});
	if (bad) return refuse(bad);
	const given = command.delayReason ?? delayReason;
	const delay = reasonForStage2Delay({ strand, doneOn: sentOn, given }, context);
	if ('code' in delay) return refuse(delay);
	return accept({ ...command, type: 'stage2ResponseDateCorrected', delayReason: delay.reason });
}

/** What was written down as decided about one point was not what was decided. */
export function decideStage2OutcomeCorrection(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'correctStage2Outcome'>
): Decision {
	const { elementId } = command;
	if (strand.stage2.respondedOn === null) return refuse({ code: 'stage2NotAnswered' });
	if (!strand.elementIds.includes(elementId)) return refuse({ code: 'unknownElement', elementId });
	if (strand.stage2.outcomes[elementId] === undefined) {
		return refuse({ code: 'outcomeMissing', elementId });
	}
	return accept({ ...command, type: 'stage2OutcomeCorrected' });
}
