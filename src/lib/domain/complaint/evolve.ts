import { evolveBeside, isBesideEvent } from '#lib/domain/beside/evolveBeside.ts';
import { startWaiting, stopWaiting } from '#lib/domain/complaint/advocatePause.ts';
import { evolveStrand } from '#lib/domain/complaint/evolveStrand.ts';
import { importStrand, openStrand } from '#lib/domain/complaint/openStrand.ts';
import { NO_COMPLAINT, type Complaint, type Strand } from '#lib/domain/complaint/state.ts';
import type {
	ComplaintEvent,
	HistoryImported,
	TriageDecided
} from '#lib/domain/complaint/events.ts';

/** What the events so far say about a complaint, in the order of their versions. */
export function rebuild(events: readonly ComplaintEvent[]): Complaint {
	return events.reduce(evolve, NO_COMPLAINT);
}

/** The complaint after one more event. A correction works out again what rests on it. */
export function evolve(complaint: Complaint, event: ComplaintEvent): Complaint {
	return { ...apply(complaint, event), version: complaint.version + 1 };
}

function apply(complaint: Complaint, event: ComplaintEvent): Complaint {
	if (isBesideEvent(event)) return evolveBeside(complaint, event);
	switch (event.type) {
		case 'complaintReceived':
			return {
				...complaint,
				phase: 'received',
				receivedOn: event.receivedOn,
				receiptDisputed: event.late?.isDisputed ? event.late : null,
				channel: event.channel,
				madeBy: event.madeBy,
				madeOrally: event.madeOrally
			};
		case 'complaintAcknowledged':
			return { ...complaint, acknowledgedOn: event.acknowledgedOn };
		case 'receiptDateCorrected':
			// An officer has decided: the day they give is not in doubt any more.
			return mapStrands(
				{ ...complaint, receivedOn: event.receivedOn, receiptDisputed: null },
				(strand) => ({
					...strand,
					// What was brought back after proceedings has a day 0 of its own.
					stage1DayZeroOn: strand.beside.resubmittedOn ?? event.receivedOn
				})
			);
		case 'complaintWithdrawn':
			return { ...complaint, phase: 'withdrawn', withdrawnOn: event.withdrawnOn };
		case 'complaintReinstated':
			return { ...complaint, phase: 'received', withdrawnOn: null };
		case 'turnedIntoComplaint':
			return {
				...complaint,
				phase: 'received',
				turnedOn: event.turnedOn,
				triagedOn: null,
				dealtWith: [],
				elements: []
			};
		case 'contactDealtWith': {
			const { dealtWithOn: on, how } = event;
			return { ...complaint, dealtWith: [...complaint.dealtWith, { on, how }] };
		}
		case 'triageDecided':
			return applyTriage(complaint, event);
		case 'advocateAskedFor': {
			const advocate = {
				...complaint.advocate,
				askedOn: event.askedOn,
				declinedOn: null,
				isAwaited: true
			};
			return mapStrands({ ...complaint, advocate }, (strand) =>
				startWaiting(strand, advocate, complaint.elements)
			);
		}
		case 'advocateAppointed': {
			const { appointedOn } = event;
			const advocate = { ...complaint.advocate, appointedOn, isAwaited: false };
			return mapStrands({ ...complaint, advocate }, (strand) => stopWaiting(strand, appointedOn));
		}
		case 'advocateDeclined': {
			const { declinedOn } = event;
			const advocate = { ...complaint.advocate, declinedOn, isAwaited: false };
			return mapStrands({ ...complaint, advocate }, (strand) => stopWaiting(strand, declinedOn));
		}
		case 'stage1Accepted':
		case 'stage1Extended':
		case 'rightToStage2Told':
		case 'waitAgreed':
		case 'stage2Requested':
		case 'stage2RequestDateCorrected':
		case 'stage1Responded':
		case 'stage1ExtensionCorrected':
		case 'responseDateCorrected':
		case 'outcomeCorrected':
		case 'stage1Resolved':
		case 'personAppointed':
		case 'appointmentEnded':
		case 'statementDrafted':
		case 'statementAgreed':
		case 'statementNotAgreed':
		case 'statementNotNeeded':
		case 'statementDateCorrected':
		case 'scopeLimited':
		case 'stage2Extended':
		case 'reportReceived':
		case 'reportDateCorrected':
		case 'adjudicated':
		case 'stage2Responded':
		case 'corporateStage2Acknowledged':
		case 'corporateStage2Responded':
		case 'stage2ExtensionCorrected':
		case 'stage2ResponseDateCorrected':
		case 'stage2OutcomeCorrected':
		case 'stage2DelayTold':
		case 'stage2Discontinued':
		case 'recommendationCompleted':
		case 'stage3Requested':
		case 'lateStage3Decided':
		case 'stage3Acknowledged':
		case 'panelDateFixed':
		case 'panelAdjourned':
		case 'panelPapersSent':
		case 'panelHeld':
		case 'panelReportReceived':
		case 'panelReportSent':
		case 'stage3Responded':
		case 'stage3DateCorrected':
		case 'referredEarly':
		case 'strandWithdrawn':
		case 'strandClosed':
			return mapStrands(complaint, (strand) =>
				strand.strandId === event.strandId ? evolveStrand(strand, event) : strand
			);
		case 'strandReinstated':
			// An advocate may have been asked for while it was withdrawn: it waits from then on.
			return mapStrands(complaint, (strand) =>
				strand.strandId === event.strandId
					? startWaiting(evolveStrand(strand, event), complaint.advocate, complaint.elements)
					: strand
			);
		case 'historyImported':
			return applyHistory(complaint, event);
	}
}

function applyTriage(complaint: Complaint, event: TriageDecided): Complaint {
	const dayZeroOn = complaint.receivedOn ?? event.decidedOn;
	const strands = event.strands.map((opened) =>
		startWaiting(openStrand(opened, event.elements, dayZeroOn), complaint.advocate, event.elements)
	);
	return {
		...complaint,
		phase: 'triaged',
		triagedOn: event.decidedOn,
		elements: event.elements,
		strands
	};
}

function applyHistory(complaint: Complaint, event: HistoryImported): Complaint {
	const { strandId, receivedOn } = event;
	const isFirst = complaint.receivedOn === null || receivedOn < complaint.receivedOn;
	return {
		...complaint,
		phase: 'imported',
		receivedOn: isFirst ? receivedOn : complaint.receivedOn,
		strands: [...complaint.strands, importStrand(event)],
		importedElements: [
			...complaint.importedElements,
			...event.elements.map((element) => ({ ...element, strandId }))
		]
	};
}

function mapStrands(complaint: Complaint, change: (strand: Strand) => Strand): Complaint {
	return { ...complaint, strands: complaint.strands.map(change) };
}
