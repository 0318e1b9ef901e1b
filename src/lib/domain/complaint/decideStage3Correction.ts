import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate, type Earliest } from '#lib/domain/complaint/dateGuards.ts';
import { isRequestLate } from '#lib/domain/complaint/decideStage3Request.ts';
import { stage3Delay } from '#lib/domain/complaint/decideStage3Response.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { papersByOn, reportByOn, responseByOn } from '#lib/domain/complaint/stage3Clocks.ts';
import type { Stage3Date } from '#lib/domain/complaint/stage3Codes.ts';
import type { Stage3DateCorrected } from '#lib/domain/complaint/stage3Events.ts';
import type { Stage3 } from '#lib/domain/complaint/stage3State.ts';
import type { Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * A date of stage 3 was wrong. It stays between what came before it and what came after, and
 * where the right date turns out late it needs its reason like any other.
 */
export function decideStage3Correction(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'correctStage3Date'>,
	context: RuleContext
): Decision {
	const { strandId, which, happenedOn, reasonTextId } = command;
	const { stage3 } = strand;
	if (!stage3 || dateOf(stage3, which) === null) return refuse({ code: 'nothingToCorrect' });
	const bad =
		findBadDate(happenedOn, context, before(strand, stage3, which)) ??
		findTooLate(stage3, which, happenedOn);
	if (bad) return refuse(bad);
	const more = moreOf(strand, command, context);
	if ('code' in more) return refuse(more);
	return accept({
		type: 'stage3DateCorrected',
		strandId,
		which,
		happenedOn,
		reasonTextId,
		...more
	});
}

/** The date as it was written down; null where it has not happened. */
export function dateOf(stage3: Stage3, which: Stage3Date): PlainDate | null {
	switch (which) {
		case 'requested':
			return stage3.requestedOn;
		case 'acknowledged':
			return stage3.acknowledgedOn;
		case 'papersSent':
			return stage3.papers?.sentOn ?? null;
		case 'held':
			return stage3.heldOn;
		case 'reportReceived':
			return stage3.reportReceivedOn;
		case 'reportSent':
			return stage3.reportSent?.on ?? null;
		case 'responded':
			return stage3.respondedOn;
	}
}

function before(strand: Strand, stage3: Stage3, which: Stage3Date): Earliest {
	switch (which) {
		case 'requested':
			return { date: strand.stage2.respondedOn, because: 'stage2Answered' };
		case 'acknowledged':
		case 'papersSent':
		case 'held':
			return { date: stage3.requestedOn, because: 'stage3Requested' };
		case 'reportReceived':
		case 'reportSent':
			return { date: stage3.heldOn, because: 'panelHeld' };
		case 'responded':
			return { date: stage3.reportReceivedOn, because: 'panelReportReceived' };
	}
}

/** What has happened since may not come to lie before it. */
function findTooLate(stage3: Stage3, which: Stage3Date, happenedOn: PlainDate): Refusal | null {
	const after = followersOf(stage3, which).find((date) => date !== null && date < happenedOn);
	return after ? { code: 'dateAfter', date: happenedOn, latest: after } : null;
}

function followersOf(stage3: Stage3, which: Stage3Date): (PlainDate | null)[] {
	const { acknowledgedOn, papers, heldOn, reportReceivedOn, respondedOn } = stage3;
	const { lateDecision, independentPersonTookPartOn, ombudsmanToldOn, panelOn } = stage3;
	switch (which) {
		case 'requested':
			return [
				acknowledgedOn,
				lateDecision?.decidedOn ?? null,
				papers?.sentOn ?? null,
				panelOn,
				...stage3.adjournedOn
			];
		case 'acknowledged':
			return [];
		case 'papersSent':
			return [heldOn];
		case 'held':
			return [reportReceivedOn, stage3.reportSent?.on ?? null];
		case 'reportReceived':
			return [respondedOn, independentPersonTookPartOn, ombudsmanToldOn];
		case 'reportSent':
			return [];
		case 'responded':
			return [];
	}
}

type More = Pick<Stage3DateCorrected, 'isLate' | 'delayReason'>;

function moreOf(
	strand: Strand,
	{ which, happenedOn, delayReason }: CommandOf<'correctStage3Date'>,
	context: RuleContext
): More | Refusal {
	const given = (before: Stage3['reportDelayReason']) => delayReason ?? before;
	const stage3 = strand.stage3;
	switch (which) {
		case 'requested': {
			const late = isRequestLate(strand, happenedOn, context);
			return late.known ? { isLate: late.value } : late.refusal;
		}
		case 'papersSent': {
			const by = papersByOn(strand, context);
			if (!by.known) return by.refusal;
			return by.value === null ? {} : { isLate: happenedOn > by.value };
		}
		case 'reportReceived':
		case 'reportSent': {
			const due = reportByOn(strand, context);
			const before =
				which === 'reportSent' ? stage3?.reportSent?.delayReason : stage3?.reportDelayReason;
			const delay = stage3Delay({ doneOn: happenedOn, due, given: given(before ?? null) }, context);
			return 'code' in delay ? delay : { delayReason: delay.reason };
		}
		case 'responded': {
			const due = responseByOn(strand, context);
			const delay = stage3Delay(
				{ doneOn: happenedOn, due, given: given(stage3?.responseDelayReason ?? null) },
				context
			);
			return 'code' in delay ? delay : { delayReason: delay.reason };
		}
		case 'acknowledged':
		case 'held':
			return {};
	}
}
