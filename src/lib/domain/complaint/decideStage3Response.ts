import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { DelayReason } from '#lib/domain/complaint/codes.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import {
	findBadDate,
	findUncountableDate,
	type Earliest
} from '#lib/domain/complaint/dateGuards.ts';
import { stage2IndependentPersonOf, stage3DirectorOf } from '#lib/domain/complaint/panelPeople.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import {
	MUST_GET_PANEL_REPORT,
	type RecommendationDecision
} from '#lib/domain/complaint/stage3Codes.ts';
import { isLate } from '#lib/domain/complaint/stage1Dates.ts';
import { reportByOn, responseByOn } from '#lib/domain/complaint/stage3Clocks.ts';
import type { Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * The panel's report came: a document or its words, and what it recommends. After 5 working days
 * only with a reason ("or as soon as is reasonably practicable").
 *
 * Source: SI 2006/1738 reg 20(1)-(2).
 */
export function decidePanelReport(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'receivePanelReport'>,
	context: RuleContext
): Decision {
	const { strandId, receivedOn, documentId, textId, recommendations } = command;
	if (documentId === null && textId === null) return refuse({ code: 'reportMissing' });
	const bad =
		findBadDate(receivedOn, context, heldBefore(strand)) ??
		findTwice(recommendations.map(({ recommendationId }) => recommendationId));
	if (bad) return refuse(bad);
	const delay = stage3Delay(
		{ doneOn: receivedOn, due: reportByOn(strand, context), given: command.delayReason },
		context
	);
	if ('code' in delay) return refuse(delay);
	return accept({
		type: 'panelReportReceived',
		strandId,
		receivedOn,
		documentId,
		textId,
		recommendations,
		delayReason: delay.reason
	});
}

/**
 * The panel's report went to the complainant, the independent person of stage 2 and whoever else
 * has an interest. The panel may have sent it itself, before it came to us. It is written down
 * once; after 5 working days only with a reason.
 *
 * Source: SI 2006/1738 reg 20(2).
 */
export function decidePanelReportSent(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'sendPanelReport'>,
	context: RuleContext
): Decision {
	const { strandId, sentOn, sentTo } = command;
	const already = strand.stage3?.reportSent ?? null;
	if (already) return refuse({ code: 'panelReportAlreadySent', sentOn: already.on });
	const missing = MUST_GET_PANEL_REPORT.find((reader) => !sentTo.includes(reader));
	if (missing) return refuse({ code: 'panelReportNotToAll', missing });
	const bad = findBadDate(sentOn, context, heldBefore(strand)) ?? findTwice(sentTo);
	if (bad) return refuse(bad);
	const delay = stage3Delay(
		{ doneOn: sentOn, due: reportByOn(strand, context), given: command.delayReason },
		context
	);
	if ('code' in delay) return refuse(delay);
	return accept({ type: 'panelReportSent', strandId, sentOn, sentTo, delayReason: delay.reason });
}

/**
 * The council answered the panel: decided by the Director together with the independent person of
 * stage 2, each recommendation accepted with an owner and a day or departed from with a reason,
 * and the complainant told how to reach the Ombudsman. After 15 working days only with a reason.
 *
 * Source: SI 2006/1738 reg 20(3)-(4); Getting the Best from Complaints 3.18.
 */
export function decideStage3Response(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'respondStage3'>,
	context: RuleContext
): Decision {
	const { strandId, sentOn, decisions, releasedByStaffId, ombudsmanToldOn } = command;
	const { independentPersonTookPartOn } = command;
	const sentOnPaper = command.sentOnPaper ?? false;
	if (releasedByStaffId === null && !sentOnPaper) return refuse({ code: 'needsTwoPeople' });
	const independentPerson = stage2IndependentPersonOf(strand);
	const director = stage3DirectorOf(strand);
	if (independentPersonTookPartOn === null || independentPerson === null) {
		return refuse({ code: 'independentPersonNotInvolved' });
	}
	if (director === null) return refuse({ code: 'directorMissing' });
	if (ombudsmanToldOn === null) return refuse({ code: 'ombudsmanNotTold' });
	const reported = reportedBefore(strand);
	const bad =
		findBadDate(sentOn, context, reported) ??
		findBadDate(independentPersonTookPartOn, context, reported) ??
		findBadDate(ombudsmanToldOn, context, reported) ??
		findBadDecision(strand, decisions, context);
	if (bad) return refuse(bad);
	if (independentPersonTookPartOn > sentOn)
		return refuse({ code: 'tookPartAfterResponse', sentOn });
	const delay = stage3Delay(
		{ doneOn: sentOn, due: responseByOn(strand, context), given: command.delayReason },
		context
	);
	if ('code' in delay) return refuse(delay);
	return accept({
		type: 'stage3Responded',
		strandId,
		sentOn,
		independentPersonId: independentPerson.personId,
		independentPersonTookPartOn,
		directorId: director.personId,
		decisions,
		ombudsmanToldOn,
		delayReason: delay.reason,
		releasedByStaffId,
		...(sentOnPaper ? { sentOnPaper } : {})
	});
}

/** The reason to write down: the one given where late, null in time, a refusal where it lacks. */
export function stage3Delay(
	done: {
		doneOn: PlainDate;
		due: ReturnType<typeof reportByOn>;
		given: DelayReason | null;
	},
	context: RuleContext
): { reason: DelayReason | null } | Refusal {
	if (!done.due.known) return done.due.refusal;
	const dueOn = done.due.value;
	const late = isLate(done.doneOn, dueOn, context);
	if (!late.known) return late.refusal;
	if (!late.value || dueOn === null) return { reason: null };
	return done.given === null ? { code: 'delayReasonMissing', dueOn } : { reason: done.given };
}

function heldBefore({ stage3 }: Strand): Earliest {
	return { date: stage3?.heldOn ?? null, because: 'panelHeld' };
}

function reportedBefore({ stage3 }: Strand): Earliest {
	return { date: stage3?.reportReceivedOn ?? null, because: 'panelReportReceived' };
}

/** Each recommendation once, and each with what its decision needs. */
function findBadDecision(
	{ stage3 }: Strand,
	decisions: readonly RecommendationDecision[],
	context: RuleContext
): Refusal | null {
	const due = (stage3?.recommendations ?? []).map(({ recommendationId }) => recommendationId);
	const given = decisions.map(({ recommendationId }) => recommendationId);
	const unknown = given.find((id) => !due.includes(id));
	if (unknown !== undefined) return { code: 'unknownRecommendation' };
	const twice = findTwice(given);
	if (twice) return twice;
	const missing = due.find((id) => !given.includes(id));
	if (missing !== undefined) {
		return { code: 'recommendationUndecided', recommendationId: missing };
	}
	for (const { recommendationId, accepted, reasonTextId, ownerId, dueOn } of decisions) {
		if (!accepted && reasonTextId === null) {
			return { code: 'departureNeedsReason', recommendationId };
		}
		if (accepted && (ownerId === null || dueOn === null)) {
			return { code: 'actionIncomplete', recommendationId };
		}
		const bad = dueOn === null ? null : findUncountableDate(dueOn, context);
		if (bad) return bad;
	}
	return null;
}

function findTwice(ids: readonly string[]): Refusal | null {
	const twice = ids.find((id, place) => ids.indexOf(id) !== place);
	return twice === undefined ? null : { code: 'sameIdTwice', id: twice };
}
