import { addYears } from '#lib/domain/calendar/plainDate.ts';
import type {
	BesideComplaintCommand,
	BesideStrandCommand
} from '#lib/domain/beside/besideCommands.ts';
import type { Suspension } from '#lib/domain/beside/besideState.ts';
import { findBadDate, findUncountableDate } from '#lib/domain/complaint/dateGuards.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint, StrandOfComplaint } from '#lib/domain/complaint/state.ts';
import { isResubmittedInTime } from '#lib/domain/triage/timing.ts';

type Of<Type extends (BesideComplaintCommand | BesideStrandCommand)['type']> = Extract<
	BesideComplaintCommand | BesideStrandCommand,
	{ type: Type }
>;

/**
 * One element stops because considering it might prejudice proceedings, which are named, and the
 * complainant is told so in writing. The others of its strand go on; the last one takes the
 * strand with it. What triage suspended gets its proceedings and review date in the same way.
 *
 * Source: SI 2006/1738 reg 8.
 */
export function decideSuspension(
	complaint: Complaint,
	command: Of<'suspendElement'>,
	context: RuleContext
): Decision {
	const { type, elementId, toldOn, reviewOn } = command;
	const element = complaint.elements.find((one) => one.elementId === elementId);
	if (!element) return refuse({ code: 'unknownElement', elementId });
	const strand = complaint.strands.find(({ strandId }) => strandId === element.strandId);
	if (!strand) return refuse({ code: 'elementInNoStrand', elementId });
	const { stage, strandId, elementIds } = strand;
	if (stage === 'closed' || stage === 'withdrawn' || stage === 'imported') {
		return refuse({ code: 'wrongStage', stage, command: type });
	}
	if (strand.beside.suspension !== null) return refuse({ code: 'alreadySuspended', elementId });
	const bad =
		findBadDate(toldOn, context, { date: complaint.receivedOn, because: 'received' }) ??
		findBadReview(reviewOn, toldOn, context);
	if (bad) return refuse(bad);
	const intoStrandId = elementIds.length === 1 ? strandId : command.intoStrandId;
	if (intoStrandId !== strandId && isUsed(complaint, intoStrandId)) {
		return refuse({ code: 'sameIdTwice', id: intoStrandId });
	}
	return accept({ ...command, type: 'elementSuspended', fromStrandId: strandId, intoStrandId });
}

/** The council keeps itself informed: what it found, and when it looks again (reg 8). */
export function decideReview(
	{ strand }: StrandOfComplaint,
	command: Of<'reviewSuspension'>,
	context: RuleContext
): Decision {
	const { suspension } = strand.beside;
	if (!suspension) return refuse({ code: 'proceedingsNotNamed' });
	if (suspension.endedOn !== null) {
		return refuse({ code: 'proceedingsOver', endedOn: suspension.endedOn });
	}
	const { reviewedOn, mightStillPrejudice, nextReviewOn } = command;
	const bad = findBadDate(
		reviewedOn,
		context,
		{ date: suspension.toldOn, because: 'suspended' },
		{ date: suspension.lastReviewedOn, because: 'reviewed' }
	);
	if (bad) return refuse(bad);
	if (mightStillPrejudice && nextReviewOn === null) return refuse({ code: 'reviewDateMissing' });
	const badNext = nextReviewOn && findBadReview(nextReviewOn, reviewedOn, context);
	if (badNext) return refuse(badNext);
	return accept({
		...command,
		type: 'suspensionReviewed',
		nextReviewOn: mightStillPrejudice ? nextReviewOn : null
	});
}

/** The proceedings are over. Written down again, the later date is the right one. */
export function decideProceedingsEnded(
	{ strand }: StrandOfComplaint,
	{ strandId, endedOn }: Of<'recordProceedingsEnded'>,
	context: RuleContext
): Decision {
	const { suspension } = strand.beside;
	if (!suspension) return refuse({ code: 'proceedingsNotNamed' });
	const bad = findBadDate(endedOn, context, { date: suspension.toldOn, because: 'suspended' });
	return bad ? refuse(bad) : accept({ type: 'proceedingsEnded', strandId, endedOn });
}

/** They were told that they may bring it back, and until when (reg 8). */
export function decideResubmissionTold(
	{ strand }: StrandOfComplaint,
	{ strandId, toldOn }: Of<'tellRightToResubmit'>,
	context: RuleContext
): Decision {
	const stopped = findStillStopped(strand.beside.suspension);
	if (stopped) return refuse(stopped);
	const bad = findBadDate(toldOn, context, ...sinceWhen(strand.beside.suspension));
	return bad ? refuse(bad) : accept({ type: 'rightToResubmitTold', strandId, toldOn });
}

/**
 * They brought it back: a new strand under the same procedure, with that day as its day 0. No
 * later than one calendar year after the proceedings ended; later it is a new complaint, with
 * the one-year test of reg 9.
 *
 * Source: SI 2006/1738 reg 8; rules 3.4.
 */
export function decideResubmission(
	{ complaint, strand }: StrandOfComplaint,
	command: Of<'resubmitElement'>,
	context: RuleContext
): Decision {
	const { type, elementIds, intoStrandId, opensAt, resubmittedOn, channel } = command;
	const { suspension } = strand.beside;
	const { procedure } = strand;
	const refusal =
		findStillStopped(suspension) ??
		findBadDate(resubmittedOn, context, ...sinceWhen(suspension)) ??
		findTooLate(suspension, resubmittedOn) ??
		findBadChoice(strand.elementIds, elementIds);
	if (refusal) return refuse(refusal);
	if (isUsed(complaint, intoStrandId)) return refuse({ code: 'sameIdTwice', id: intoStrandId });
	if (procedure !== 'statutory' && (opensAt === 'stage2' || procedure !== 'corporate')) {
		return refuse({ code: 'corporateCannotDoThis', command: type });
	}
	const first: ComplaintEvent =
		opensAt === 'stage1'
			? { type: 'stage1Accepted', strandId: intoStrandId, acceptedOn: resubmittedOn }
			: {
					type: 'stage2Requested',
					strandId: intoStrandId,
					requestedOn: resubmittedOn,
					channel,
					byAgreement: true
				};
	return accept({ ...command, type: 'elementResubmitted', procedure }, first);
}

/** The last day on which a suspended element may be brought back; null before an end is known. */
export function lastDayToResubmit({ endedOn }: Suspension) {
	return endedOn === null ? null : addYears(endedOn, 1);
}

function findBadReview(
	reviewOn: Suspension['toldOn'],
	after: Suspension['toldOn'],
	context: RuleContext
): Refusal | null {
	const bad = findUncountableDate(reviewOn, context);
	if (bad) return bad;
	return reviewOn <= after ? { code: 'reviewNotLater', reviewOn, after } : null;
}

function findStillStopped(suspension: Suspension | null): Refusal | null {
	if (!suspension) return { code: 'proceedingsNotNamed' };
	const { endedOn, mightPrejudice } = suspension;
	return endedOn === null && mightPrejudice ? { code: 'proceedingsGoOn' } : null;
}

function sinceWhen(suspension: Suspension | null) {
	return [
		{ date: suspension?.toldOn ?? null, because: 'suspended' as const },
		{ date: suspension?.endedOn ?? null, because: 'proceedingsEnded' as const }
	];
}

function findTooLate(
	suspension: Suspension | null,
	resubmittedOn: Suspension['toldOn']
): Refusal | null {
	const endedOn = suspension?.endedOn ?? null;
	if (endedOn === null || isResubmittedInTime(endedOn, resubmittedOn)) return null;
	return { code: 'resubmittedTooLate', endedOn, lastOn: addYears(endedOn, 1) };
}

function findBadChoice(held: readonly string[], chosen: readonly string[]): Refusal | null {
	if (chosen.length === 0) return { code: 'noElements' };
	const unknown = chosen.find((id) => !held.includes(id));
	if (unknown !== undefined) return { code: 'unknownElement', elementId: unknown };
	const twice = chosen.find((id, index) => chosen.indexOf(id) !== index);
	return twice === undefined ? null : { code: 'sameIdTwice', id: twice };
}

function isUsed({ strands, elements }: Complaint, id: string): boolean {
	return (
		strands.some(({ strandId }) => strandId === id) ||
		elements.some(({ elementId }) => elementId === id)
	);
}
