import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { STAGE2_DOCUMENTS } from '#lib/domain/complaint/codes.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate, findUncountableDate } from '#lib/domain/complaint/dateGuards.ts';
import { findUnfilled } from '#lib/domain/complaint/decideAppointments.ts';
import { reasonForStage2Delay } from '#lib/domain/complaint/decideStage2Time.ts';
import { pointsToDecide } from '#lib/domain/complaint/decideStatement.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type {
	AdjudicatedPoint,
	DecidedRecommendation
} from '#lib/domain/complaint/stage2Events.ts';
import type { Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/** One of the two reports came in; a later version takes its place until it was decided on. */
export function decideReport(
	about: StrandOfComplaint,
	command: CommandOf<'receiveReport'>,
	context: RuleContext
): Decision {
	const { report, receivedOn, documentId, textId } = command;
	if (documentId === null && textId === null) return refuse({ code: 'reportNotAttached' });
	const bad =
		findUnfilled(
			about,
			report === 'investigation' ? 'investigatingOfficer' : 'independentPerson'
		) ??
		findBadDate(receivedOn, context, {
			date: about.strand.stage2RequestedOn,
			because: 'requested'
		});
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'reportReceived' });
}

/**
 * The adjudicating officer decides each point with its reason, and each recommendation: accepted
 * with a date, or rejected with a reason. It can be decided anew until it was sent.
 *
 * Source: Getting the Best from Complaints 3.8; SI 2006/1738 reg 17; CA 1989 s.26(7).
 */
export function decideAdjudication(
	about: StrandOfComplaint,
	command: CommandOf<'adjudicate'>,
	context: RuleContext
): Decision {
	const { strand } = about;
	const { decidedOn, points, recommendations } = command;
	const bad =
		findUnfilled(about, 'adjudicatingOfficer') ??
		findBadDate(decidedOn, context, { date: lastReportOn(strand), because: 'reported' }) ??
		findBadPoint(strand, points) ??
		findBadRecommendation(strand, recommendations, { decidedOn, context });
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'adjudicated' });
}

/**
 * The investigation report, the independent person's report and the adjudication were sent, all
 * three: only then is stage 2 complete. A second person released them, unless they went on paper.
 *
 * Source: SI 2006/1738 reg 17(3); Getting the Best from Complaints 3.8.
 */
export function decideStage2Response(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'sendStage2Response'>,
	context: RuleContext
): Decision {
	const { sentOn, documents, releasedByStaffId, sentOnPaper, strandId } = command;
	if (strand.stage2.adjudication === null) return refuse({ code: 'notAdjudicated' });
	const missing = STAGE2_DOCUMENTS.filter((document) => !documents.includes(document));
	if (missing.length > 0) return refuse({ code: 'documentsMissing', missing });
	if (releasedByStaffId === null && !sentOnPaper) return refuse({ code: 'needsTwoPeople' });
	const bad = findBadDate(sentOn, context, {
		date: strand.stage2.adjudication.decidedOn,
		because: 'decided'
	});
	if (bad) return refuse(bad);
	const delay = reasonForStage2Delay(
		{ strand, doneOn: sentOn, given: command.delayReason },
		context
	);
	if ('code' in delay) return refuse(delay);
	return accept({
		type: 'stage2Responded',
		strandId,
		sentOn,
		documents: STAGE2_DOCUMENTS,
		delayReason: delay.reason,
		releasedByStaffId,
		...(sentOnPaper ? { sentOnPaper } : {})
	});
}

/** What was recommended and accepted was done; also long after the strand was closed. */
export function decideRecommendationDone(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'completeRecommendation'>,
	context: RuleContext
): Decision {
	const { recommendationId, doneOn } = command;
	const recommendation = strand.recommendations.find(
		(one) => one.recommendationId === recommendationId
	);
	if (!recommendation) return refuse({ code: 'unknownRecommendation' });
	if (!recommendation.accepted) return refuse({ code: 'recommendationRejected' });
	if (recommendation.doneOn !== null) {
		return refuse({ code: 'recommendationDone', doneOn: recommendation.doneOn });
	}
	const bad = findBadDate(doneOn, context, {
		date: strand.stage2RequestedOn,
		because: 'requested'
	});
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'recommendationCompleted' });
}

/**
 * Why recommendations cannot stand as decided: one twice, accepted without a date, or rejected
 * without a reason. `place` counts from 1.
 */
export function findBadRecommendation(
	strand: Strand,
	recommendations: readonly DecidedRecommendation[],
	{ decidedOn, context }: { decidedOn: PlainDate; context: RuleContext }
): Refusal | null {
	const known = strand.recommendations.map(({ recommendationId }) => recommendationId);
	for (const [
		index,
		{ recommendationId, accepted, dueOn, reasonTextId }
	] of recommendations.entries()) {
		if (known.includes(recommendationId)) return { code: 'sameIdTwice', id: recommendationId };
		known.push(recommendationId);
		const place = index + 1;
		if (!accepted && reasonTextId === null) return { code: 'recommendationNeedsReason', place };
		if (!accepted) continue;
		if (dueOn === null || dueOn < decidedOn) return { code: 'recommendationNeedsDate', place };
		const bad = findUncountableDate(dueOn, context);
		if (bad) return bad;
	}
	return null;
}

/** Each point that is looked at once, and nothing else. */
function findBadPoint(strand: Strand, points: readonly AdjudicatedPoint[]): Refusal | null {
	const ids = points.map(({ elementId }) => elementId);
	for (const [place, elementId] of ids.entries()) {
		if (!strand.elementIds.includes(elementId)) return { code: 'unknownElement', elementId };
		if (strand.stage2.limited.includes(elementId)) return { code: 'pointWasLimited', elementId };
		if (ids.indexOf(elementId) !== place) return { code: 'sameIdTwice', id: elementId };
	}
	const missing = pointsToDecide(strand).find((id) => !ids.includes(id));
	return missing === undefined ? null : { code: 'outcomeMissing', elementId: missing };
}

function lastReportOn({ stage2 }: Strand): PlainDate | null {
	const { investigation, independentPerson } = stage2.reportsReceivedOn;
	return (investigation ?? '') > (independentPerson ?? '') ? investigation : independentPerson;
}
