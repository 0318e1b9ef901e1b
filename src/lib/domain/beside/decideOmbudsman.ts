import type { OmbudsmanCommand } from '#lib/domain/beside/besideCommands.ts';
import type { OmbudsmanEvent } from '#lib/domain/beside/besideEvents.ts';
import type { RecommendationId } from '#lib/domain/beside/codes.ts';
import type { OmbudsmanCase, TrackedRecommendation } from '#lib/domain/beside/ombudsmanCase.ts';
import { findBadDate, findUncountableDate } from '#lib/domain/complaint/dateGuards.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';

/** What may happen in an Ombudsman matter, or why not. */
export type OmbudsmanDecided =
	{ accepted: true; event: OmbudsmanEvent } | { accepted: false; refusal: Refusal };

type LaterCommand = Exclude<OmbudsmanCommand, { type: 'recordOmbudsmanReferral' }>;
type Context = Pick<RuleContext, 'today' | 'holidays' | 'settings' | 'role'>;

/**
 * Anybody may go to the Ombudsman at any time, also before a stage is over, so a referral is
 * taken whatever the complaint's stage, and moves none. The same for matters that have no
 * complaint here. Enquiries are due on the day that the Ombudsman gave.
 *
 * Source: Local Government Act 1974 ss.23 to 34; rules O-8, O-10 and O-11.
 */
export function decideOmbudsman(
	cases: readonly OmbudsmanCase[],
	command: OmbudsmanCommand,
	context: Context
): OmbudsmanDecided {
	const found = cases.find((one) => one.ombudsmanCaseId === command.ombudsmanCaseId);
	if (command.type === 'recordOmbudsmanReferral') {
		if (found) return refused({ code: 'ombudsmanCaseKnown' });
		const bad = findBadDate(command.madeOn, context);
		return bad ? refused(bad) : happened({ ...command, type: 'ombudsmanReferralRecorded' });
	}
	return found ? decideLater(found, command, context) : refused({ code: 'unknownOmbudsmanCase' });
}

function decideLater(
	found: OmbudsmanCase,
	command: LaterCommand,
	context: Context
): OmbudsmanDecided {
	switch (command.type) {
		case 'recordOmbudsmanEnquiry':
			return decideEnquiry(found, command, context);
		case 'answerOmbudsmanEnquiry':
			return decideAnswer(found, command, context);
		case 'recordOmbudsmanDecision':
			return decideDecision(found, command, context);
		case 'addOmbudsmanRecommendation':
			return decideRecommendation(found, command, context);
		case 'completeOmbudsmanRecommendation':
			return decideCompletion(found, command, context);
		case 'confirmOmbudsmanCompliance':
			return decideCompliance(found, command, context);
	}
}

type Of<Type extends LaterCommand['type']> = Extract<LaterCommand, { type: Type }>;

function decideEnquiry(
	found: OmbudsmanCase,
	command: Of<'recordOmbudsmanEnquiry'>,
	context: Context
): OmbudsmanDecided {
	const { enquiryId, receivedOn, dueOn } = command;
	if (found.enquiries.some((one) => one.enquiryId === enquiryId)) {
		return refused({ code: 'sameIdTwice', id: enquiryId });
	}
	const bad =
		findBadDate(receivedOn, context, { date: found.madeOn, because: 'ombudsmanReferred' }) ??
		findUncountableDate(dueOn, context);
	if (bad) return refused(bad);
	if (dueOn < receivedOn) return refused({ code: 'dueBeforeReceived', dueOn, receivedOn });
	return happened({ ...command, type: 'ombudsmanEnquiryRecorded' });
}

function decideAnswer(
	found: OmbudsmanCase,
	command: Of<'answerOmbudsmanEnquiry'>,
	context: Context
): OmbudsmanDecided {
	const enquiry = found.enquiries.find((one) => one.enquiryId === command.enquiryId);
	if (!enquiry) return refused({ code: 'unknownEnquiry' });
	if (enquiry.answeredOn !== null) {
		return refused({ code: 'enquiryAnswered', answeredOn: enquiry.answeredOn });
	}
	const bad = findBadDate(command.answeredOn, context, {
		date: enquiry.receivedOn,
		because: 'enquiryReceived'
	});
	return bad ? refused(bad) : happened({ ...command, type: 'ombudsmanEnquiryAnswered' });
}

/** A later decision stands in the place of the earlier one, which stays in the log. */
function decideDecision(
	found: OmbudsmanCase,
	command: Of<'recordOmbudsmanDecision'>,
	context: Context
): OmbudsmanDecided {
	const { decidedOn, recommendations } = command;
	const bad =
		findBadDate(
			decidedOn,
			context,
			{ date: found.madeOn, because: 'ombudsmanReferred' },
			{ date: found.decision?.decidedOn ?? null, because: 'ombudsmanDecided' }
		) ??
		recommendations
			.map(({ dueOn }) => findBadDue(dueOn, decidedOn, context))
			.find((refusal) => refusal !== null) ??
		findUsedId(
			found,
			recommendations.map(({ recommendationId }) => recommendationId)
		);
	return bad ? refused(bad) : happened({ ...command, type: 'ombudsmanDecisionRecorded' });
}

function decideRecommendation(
	found: OmbudsmanCase,
	command: Of<'addOmbudsmanRecommendation'>,
	context: Context
): OmbudsmanDecided {
	const { madeOn, dueOn, recommendationId } = command;
	const bad =
		findBadDate(madeOn, context, { date: found.madeOn, because: 'ombudsmanReferred' }) ??
		findBadDue(dueOn, madeOn, context) ??
		findUsedId(found, [recommendationId]);
	return bad ? refused(bad) : happened({ ...command, type: 'ombudsmanRecommendationAdded' });
}

/** Failing to carry out what was accepted is fault in itself (rules O-11), so it takes evidence. */
function decideCompletion(
	found: OmbudsmanCase,
	command: Of<'completeOmbudsmanRecommendation'>,
	context: Context
): OmbudsmanDecided {
	const made = findRecommendation(found, command.recommendationId);
	if (!made) return refused({ code: 'unknownRecommendation' });
	if (made.doneOn !== null) return refused({ code: 'recommendationDone', doneOn: made.doneOn });
	const bad = findBadDate(command.doneOn, context, {
		date: made.madeOn,
		because: 'recommendationMade'
	});
	return bad ? refused(bad) : happened({ ...command, type: 'ombudsmanRecommendationCompleted' });
}

function decideCompliance(
	found: OmbudsmanCase,
	command: Of<'confirmOmbudsmanCompliance'>,
	context: Context
): OmbudsmanDecided {
	const made = findRecommendation(found, command.recommendationId);
	if (!made) return refused({ code: 'unknownRecommendation' });
	if (made.doneOn === null) return refused({ code: 'recommendationNotDone' });
	if (made.confirmedOn !== null) {
		return refused({ code: 'complianceConfirmed', confirmedOn: made.confirmedOn });
	}
	const bad = findBadDate(command.confirmedOn, context, {
		date: made.doneOn,
		because: 'recommendationDone'
	});
	return bad ? refused(bad) : happened({ ...command, type: 'ombudsmanComplianceConfirmed' });
}

function findRecommendation(
	{ recommendations }: OmbudsmanCase,
	id: RecommendationId
): TrackedRecommendation | undefined {
	return recommendations.find(({ recommendationId }) => recommendationId === id);
}

function findBadDue(
	dueOn: OmbudsmanCase['madeOn'],
	receivedOn: OmbudsmanCase['madeOn'],
	context: Context
): Refusal | null {
	const bad = findUncountableDate(dueOn, context);
	if (bad) return bad;
	return dueOn < receivedOn ? { code: 'dueBeforeReceived', dueOn, receivedOn } : null;
}

function findUsedId(found: OmbudsmanCase, ids: readonly RecommendationId[]): Refusal | null {
	const used = ids.find(
		(id, index) => ids.indexOf(id) !== index || findRecommendation(found, id) !== undefined
	);
	return used === undefined ? null : { code: 'sameIdTwice', id: used };
}

function happened(event: OmbudsmanEvent): OmbudsmanDecided {
	return { accepted: true, event };
}

function refused(refusal: Refusal): OmbudsmanDecided {
	return { accepted: false, refusal };
}
