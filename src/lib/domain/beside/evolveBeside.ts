import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { BesideEvent, BesideStrandEvent } from '#lib/domain/beside/besideEvents.ts';
import type { BesideComplaint, BesideStrand, Suspension } from '#lib/domain/beside/besideState.ts';
import { moveSuspended, moveResubmitted } from '#lib/domain/beside/moveElements.ts';
import { evolveOmbudsman } from '#lib/domain/beside/ombudsmanCase.ts';
import { startWaiting } from '#lib/domain/complaint/advocatePause.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { openStrand } from '#lib/domain/complaint/openStrand.ts';
import { takeUpOld } from '#lib/domain/complaint/takeUpOld.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';

/** Every event beside the stages, so that the compiler finds the one that is forgotten. */
const BESIDE_EVENTS: Readonly<Record<BesideEvent['type'], true>> = {
	ombudsmanReferralRecorded: true,
	ombudsmanEnquiryRecorded: true,
	ombudsmanEnquiryAnswered: true,
	ombudsmanDecisionRecorded: true,
	ombudsmanRecommendationAdded: true,
	ombudsmanRecommendationCompleted: true,
	ombudsmanComplianceConfirmed: true,
	lateReceiptDecided: true,
	interestDecided: true,
	consentRecorded: true,
	consentWithdrawn: true,
	decisionFrozen: true,
	freezeDecided: true,
	freezeLifted: true,
	jointComplaintRecorded: true,
	jointReplySent: true,
	complaintLinked: true,
	complaintUnlinked: true,
	duplicateMarked: true,
	duplicateUnmarked: true,
	elementSuspended: true,
	elementRedecided: true,
	elementResubmitted: true,
	suspensionReviewed: true,
	proceedingsEnded: true,
	rightToResubmitTold: true,
	adrStarted: true,
	adrEnded: true,
	childIsToldDecided: true,
	reviewingOfficerTold: true,
	strandReopened: true
};

/** Whether something happened beside the stages. */
export function isBesideEvent(event: ComplaintEvent): event is BesideEvent {
	return Object.hasOwn(BESIDE_EVENTS, event.type);
}

/** The complaint after something happened beside its stages. */
export function evolveBeside(complaint: Complaint, event: BesideEvent): Complaint {
	switch (event.type) {
		case 'ombudsmanReferralRecorded':
		case 'ombudsmanEnquiryRecorded':
		case 'ombudsmanEnquiryAnswered':
		case 'ombudsmanDecisionRecorded':
		case 'ombudsmanRecommendationAdded':
		case 'ombudsmanRecommendationCompleted':
		case 'ombudsmanComplianceConfirmed': {
			const { ombudsmanCases } = complaint.beside;
			return withBeside(complaint, { ombudsmanCases: evolveOmbudsman(ombudsmanCases, event) });
		}
		case 'elementSuspended':
			return moveSuspended(complaint, event);
		case 'elementResubmitted':
			return moveResubmitted(complaint, event);
		case 'elementRedecided':
			return redecide(complaint, event);
		case 'suspensionReviewed':
		case 'proceedingsEnded':
		case 'rightToResubmitTold':
		case 'adrStarted':
		case 'adrEnded':
		case 'childIsToldDecided':
		case 'reviewingOfficerTold':
		case 'strandReopened':
			return {
				...takenUp(complaint, event),
				strands: complaint.strands.map((strand) =>
					strand.strandId === event.strandId ? evolveOneStrand(complaint, strand, event) : strand
				)
			};
		case 'lateReceiptDecided':
		case 'interestDecided':
		case 'consentRecorded':
		case 'consentWithdrawn':
		case 'decisionFrozen':
		case 'freezeDecided':
		case 'freezeLifted':
		case 'jointComplaintRecorded':
		case 'jointReplySent':
		case 'complaintLinked':
		case 'complaintUnlinked':
		case 'duplicateMarked':
		case 'duplicateUnmarked':
			return withBeside(complaint, changeOf(complaint.beside, event));
	}
}

type DecisionEvent = Extract<
	BesideEvent,
	{
		type:
			| 'lateReceiptDecided'
			| 'interestDecided'
			| 'consentRecorded'
			| 'consentWithdrawn'
			| 'decisionFrozen'
			| 'freezeDecided'
			| 'freezeLifted'
			| 'jointComplaintRecorded'
			| 'jointReplySent'
			| 'complaintLinked'
			| 'complaintUnlinked'
			| 'duplicateMarked'
			| 'duplicateUnmarked';
	}
>;

function changeOf(beside: BesideComplaint, event: DecisionEvent): Partial<BesideComplaint> {
	switch (event.type) {
		case 'lateReceiptDecided':
			return { lateDecisions: [...beside.lateDecisions, event] };
		case 'interestDecided':
			return { interest: event };
		case 'consentRecorded':
			return { consent: { recorded: event, withdrawnOn: null } };
		case 'consentWithdrawn':
			return { consent: beside.consent && { ...beside.consent, withdrawnOn: event.withdrawnOn } };
		case 'decisionFrozen': {
			const { freezeId, elementId, frozenOn } = event;
			const freeze = { freezeId, elementId, frozenOn, decided: null, liftedOn: null };
			return { freezes: [...beside.freezes, freeze] };
		}
		case 'freezeDecided': {
			const { decidedOn, isDeferred, decidedBy } = event;
			return withFreeze(beside, event.freezeId, {
				decided: { on: decidedOn, isDeferred, by: decidedBy }
			});
		}
		case 'freezeLifted':
			return withFreeze(beside, event.freezeId, { liftedOn: event.liftedOn });
		case 'jointComplaintRecorded':
			return { joint: { lead: event.lead, consentOn: event.consentOn, repliedOn: null } };
		case 'jointReplySent':
			return { joint: beside.joint && { ...beside.joint, repliedOn: event.sentOn } };
		case 'complaintLinked': {
			const { otherComplaintId, why, linkedOn } = event;
			return { links: [...beside.links, { otherComplaintId, why, linkedOn }] };
		}
		case 'complaintUnlinked':
			return {
				links: beside.links.filter((one) => one.otherComplaintId !== event.otherComplaintId)
			};
		case 'duplicateMarked':
			return { duplicateOf: { complaintId: event.ofComplaintId, on: event.markedOn } };
		case 'duplicateUnmarked':
			return { duplicateOf: null };
	}
}

function withFreeze(
	{ freezes }: BesideComplaint,
	freezeId: string,
	change: Partial<BesideComplaint['freezes'][number]>
): Pick<BesideComplaint, 'freezes'> {
	return {
		freezes: freezes.map((one) => (one.freezeId === freezeId ? { ...one, ...change } : one))
	};
}

/** With its first strand, a complaint of the old register is one that is handled here. */
function takenUp(complaint: Complaint, event: BesideStrandEvent): Complaint {
	return event.type === 'strandReopened' && complaint.phase === 'imported'
		? { ...complaint, phase: 'triaged', triagedOn: event.reopenedOn }
		: complaint;
}

function evolveOneStrand(complaint: Complaint, strand: Strand, event: BesideStrandEvent): Strand {
	if (event.type === 'strandReopened') return reopen(complaint, strand, event.reopenedOn);
	return { ...strand, beside: { ...strand.beside, ...changeOfStrand(strand.beside, event) } };
}

function changeOfStrand(
	beside: BesideStrand,
	event: Exclude<BesideStrandEvent, { type: 'strandReopened' }>
): Partial<BesideStrand> {
	switch (event.type) {
		case 'suspensionReviewed':
			return withSuspension(beside, {
				reviewOn: event.nextReviewOn,
				lastReviewedOn: event.reviewedOn,
				mightPrejudice: event.mightStillPrejudice
			});
		case 'proceedingsEnded':
			return withSuspension(beside, { endedOn: event.endedOn });
		case 'rightToResubmitTold':
			return withSuspension(beside, { toldOfResubmissionOn: event.toldOn });
		case 'adrStarted': {
			const { adrId, kind, agreedOn, pausesUntilOn } = event;
			const started = { adrId, kind, agreedOn, pausesUntilOn, endedOn: null, result: null };
			return { adr: [...beside.adr, started] };
		}
		case 'adrEnded': {
			const { endedOn, result } = event;
			return {
				adr: beside.adr.map((one) =>
					one.adrId === event.adrId ? { ...one, endedOn, result } : one
				)
			};
		}
		case 'childIsToldDecided': {
			const { decidedOn, isTold, toldOn } = event;
			return { childIsTold: { decidedOn, isTold, toldOn } };
		}
		case 'reviewingOfficerTold':
			return { reviewingOfficerToldOn: event.toldOn };
	}
}

function withSuspension(
	{ suspension }: BesideStrand,
	change: Partial<Suspension>
): Pick<BesideStrand, 'suspension'> {
	return { suspension: suspension && { ...suspension, ...change } };
}

/** It stands where it stood. An advocate asked for meanwhile is waited for from now on. */
function reopen({ advocate, elements }: Complaint, strand: Strand, on: PlainDate): Strand {
	const back: Strand =
		strand.stage === 'imported'
			? takeUpOld(strand)
			: { ...strand, stage: strand.stageBefore ?? 'stage1Open' };
	const reopened: Strand = {
		...back,
		closed: null,
		withdrawnOn: null,
		stageBefore: null,
		beside: { ...strand.beside, reopenedOn: [...strand.beside.reopenedOn, on] }
	};
	return startWaiting(reopened, advocate, elements);
}

function redecide(
	complaint: Complaint,
	{ element, strand, decidedOn }: Extract<BesideEvent, { type: 'elementRedecided' }>
): Complaint {
	const elements = complaint.elements.map((one) =>
		one.elementId === element.elementId ? element : one
	);
	if (!strand) return { ...complaint, elements };
	const opened = openStrand(strand, [element], complaint.receivedOn ?? decidedOn);
	return {
		...complaint,
		elements,
		strands: [...complaint.strands, startWaiting(opened, complaint.advocate, elements)]
	};
}

function withBeside(complaint: Complaint, change: Partial<BesideComplaint>): Complaint {
	return { ...complaint, beside: { ...complaint.beside, ...change } };
}
