import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { reasonForDelay } from '#lib/domain/complaint/decideStage1.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint, Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * The receipt date was wrong. Every clock that starts with it is worked out again; what was done
 * and told in the meantime stays as it was, and none of it may lie before the right date.
 */
export function decideReceiptDateCorrection(
	complaint: Complaint,
	{ receivedOn, reasonTextId }: CommandOf<'correctReceiptDate'>,
	context: RuleContext
): Decision {
	const bad = findBadDate(receivedOn, context);
	if (bad) return refuse(bad);
	const first = earliestDateAfterReceipt(complaint);
	if (first !== null && first < receivedOn) {
		return refuse({ code: 'dateBefore', date: first, earliest: receivedOn, because: 'received' });
	}
	return accept({ type: 'receiptDateCorrected', receivedOn, reasonTextId });
}

/** The request for stage 2 reached the council on another day: both stage 2 clocks move. */
export function decideStage2RequestDateCorrection(
	{ complaint }: StrandOfComplaint,
	{ strandId, requestedOn, reasonTextId }: CommandOf<'correctStage2RequestDate'>,
	context: RuleContext
): Decision {
	const bad = findBadDate(requestedOn, context, {
		date: complaint.receivedOn,
		because: 'received'
	});
	if (bad) return refuse(bad);
	return accept({ type: 'stage2RequestDateCorrected', strandId, requestedOn, reasonTextId });
}

/** The answer went on another day. Late by the right date, it needs its reason like any other. */
export function decideResponseDateCorrection(
	{ complaint, strand }: StrandOfComplaint,
	command: CommandOf<'correctResponseDate'>,
	context: RuleContext
): Decision {
	const { type, strandId, sentOn, reasonTextId } = command;
	if (strand.respondedOn === null) {
		return refuse({ code: 'wrongStage', stage: strand.stage, command: type });
	}
	const bad = findBadDate(sentOn, context, { date: complaint.receivedOn, because: 'received' });
	if (bad) return refuse(bad);
	const given = command.delayReason ?? strand.delayReason;
	const delay = reasonForDelay({ strand, doneOn: sentOn, given }, context);
	if ('code' in delay) return refuse(delay);
	return accept({
		type: 'responseDateCorrected',
		strandId,
		sentOn,
		reasonTextId,
		delayReason: delay.reason
	});
}

/** What was written down as found about one element was not what was decided. */
export function decideOutcomeCorrection(
	{ strand }: StrandOfComplaint,
	{ strandId, elementId, outcome, reasonTextId }: CommandOf<'correctOutcome'>
): Decision {
	if (!strand.elementIds.includes(elementId)) {
		return refuse({ code: 'unknownElement', elementId });
	}
	if (strand.outcomes[elementId] === undefined) {
		return refuse({ code: 'outcomeMissing', elementId });
	}
	return accept({ type: 'outcomeCorrected', strandId, elementId, outcome, reasonTextId });
}

function earliestDateAfterReceipt(complaint: Complaint): PlainDate | null {
	const { acknowledgedOn, withdrawnOn, triagedOn, advocate, strands } = complaint;
	const dates = [
		acknowledgedOn,
		withdrawnOn,
		triagedOn,
		advocate.askedOn,
		advocate.appointedOn,
		advocate.declinedOn,
		...strands.flatMap(datesOfStrand)
	];
	return dates.reduce(
		(first, date) => (date !== null && (first === null || date < first) ? date : first),
		null
	);
}

function datesOfStrand(strand: Strand): (PlainDate | null)[] {
	return [
		...strand.pauses.map(({ from }) => from),
		strand.extension?.toldOn ?? null,
		strand.rightToStage2ToldOn,
		strand.respondedOn,
		strand.resolvedOn,
		strand.stage2RequestedOn,
		strand.stage3?.requestedOn ?? null,
		strand.withdrawnOn,
		strand.closed?.on ?? null
	];
}
