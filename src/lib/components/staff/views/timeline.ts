import { dateInEngland, instantInEngland, instantToMs } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { shortDayWords, timeWords } from '#lib/words/dates.ts';
import { eventWords } from '#lib/words/events.ts';
import { SPOKEN_TO_WORDS } from '#lib/words/complaintCodes.ts';
import type { PulledText, StoredEvent } from '#lib/wire/sync.ts';
import type { Happening } from '../case/TimelineItem.svelte';
import { stage2WordsOf } from './stage2Timeline.ts';
import { calledFirst, partNames, staffName, wordsOf, type CaseFacts } from './caseFacts.ts';

/** A happening with the moment it is sorted by. */
interface Dated {
	/** In milliseconds since 1970; midday of its date where only that is known. */
	at: number;
	happening: Happening;
}

/** Everything that happened in a case, newest first: events, notes, messages. */
export function happeningsOf(facts: CaseFacts): Happening[] {
	return [...eventItems(facts), ...noteItems(facts), ...messageItems(facts)]
		.sort((one, other) => other.at - one.at)
		.map(({ happening }) => happening);
}

function eventItems(facts: CaseFacts): Dated[] {
	return facts.pulled.events
		.filter(({ event }) => event.type !== 'stage1Accepted')
		.map((stored) => {
			const { event, recordedAt, version } = stored;
			const look = lookOf(event, stored.actorKind);
			const day = dayOf(event);
			const isThatDay = day === null || day === dateInEngland(recordedAt);
			return {
				// Later versions stand above earlier ones of the same day.
				at: (isThatDay ? instantToMs(recordedAt) : instantInEngland(day, 12)) + version,
				happening: {
					id: `event-${version}`,
					...(isThatDay
						? momentOf(recordedAt, facts)
						: { date: shortDayWords(day, facts.context.today) }),
					...look,
					title: titleOf(event),
					byline: bylineOf(stored, facts)
				}
			};
		});
}

/** The day on which it happened, where that may be another than the day it was written down. */
function dayOf(event: ComplaintEvent): PlainDate | null {
	switch (event.type) {
		case 'complaintReceived':
			return event.receivedOn;
		case 'complaintAcknowledged':
			return event.acknowledgedOn;
		case 'complaintWithdrawn':
		case 'strandWithdrawn':
			return event.withdrawnOn;
		case 'complaintReinstated':
		case 'strandReinstated':
			return event.reinstatedOn;
		case 'turnedIntoComplaint':
			return event.turnedOn;
		case 'contactDealtWith':
			return event.dealtWithOn;
		case 'triageDecided':
			return event.decidedOn;
		case 'stage1Accepted':
			return event.acceptedOn;
		case 'advocateAskedFor':
			return event.askedOn;
		case 'advocateAppointed':
			return event.appointedOn;
		case 'advocateDeclined':
			return event.declinedOn;
		case 'stage1Extended':
		case 'rightToStage2Told':
			return event.toldOn;
		case 'waitAgreed':
			return event.agreedOn;
		case 'stage2Requested':
			return event.requestedOn;
		case 'stage1Responded':
			return event.sentOn;
		case 'stage1Resolved':
			return event.resolvedOn;
		case 'strandClosed':
			return event.closedOn;
		case 'stage3Requested':
			return event.requestedOn;
		case 'lateStage3Decided':
			return event.decidedOn;
		case 'stage3Acknowledged':
			return event.acknowledgedOn;
		case 'panelAdjourned':
			return event.adjournedOn;
		case 'panelPapersSent':
			return event.sentOn;
		case 'panelHeld':
			return event.heldOn;
		case 'panelReportReceived':
			return event.receivedOn;
		case 'panelReportSent':
		case 'stage3Responded':
			return event.sentOn;
		case 'referredEarly':
			return event.referredOn;
		case 'panelDateFixed':
		case 'stage3DateCorrected':
			return null;
		case 'ombudsmanReferralRecorded':
		case 'ombudsmanRecommendationAdded':
			return event.madeOn;
		case 'ombudsmanEnquiryRecorded':
			return event.receivedOn;
		case 'ombudsmanEnquiryAnswered':
			return event.answeredOn;
		case 'ombudsmanDecisionRecorded':
		case 'lateReceiptDecided':
		case 'interestDecided':
		case 'freezeDecided':
		case 'elementRedecided':
		case 'childIsToldDecided':
			return event.decidedOn;
		case 'ombudsmanRecommendationCompleted':
			return event.doneOn;
		case 'ombudsmanComplianceConfirmed':
			return event.confirmedOn;
		case 'consentRecorded':
			return event.recordedOn;
		case 'consentWithdrawn':
			return event.withdrawnOn;
		case 'decisionFrozen':
			return event.frozenOn;
		case 'freezeLifted':
			return event.liftedOn;
		case 'elementSuspended':
		case 'rightToResubmitTold':
		case 'reviewingOfficerTold':
			return event.toldOn;
		case 'jointComplaintRecorded':
			return event.consentOn;
		case 'jointReplySent':
			return event.sentOn;
		case 'complaintLinked':
			return event.linkedOn;
		case 'complaintUnlinked':
			return event.unlinkedOn;
		case 'duplicateMarked':
			return event.markedOn;
		case 'duplicateUnmarked':
			return event.unmarkedOn;
		case 'suspensionReviewed':
			return event.reviewedOn;
		case 'proceedingsEnded':
		case 'adrEnded':
			return event.endedOn;
		case 'elementResubmitted':
			return event.resubmittedOn;
		case 'adrStarted':
			return event.agreedOn;
		case 'strandReopened':
			return event.reopenedOn;
		case 'personAppointed':
			return event.appointedOn;
		case 'appointmentEnded':
			return event.endedOn;
		case 'corporateStage2Acknowledged':
			return event.acknowledgedOn;
		case 'statementDrafted':
		case 'stage2Responded':
		case 'corporateStage2Responded':
			return event.sentOn;
		case 'statementAgreed':
			return event.agreedOn;
		case 'statementNotAgreed':
			return event.notedOn;
		case 'statementNotNeeded':
		case 'adjudicated':
			return event.decidedOn;
		case 'scopeLimited':
		case 'stage2Extended':
		case 'stage2DelayTold':
			return event.toldOn;
		case 'reportReceived':
			return event.receivedOn;
		case 'stage2Discontinued':
			return event.discontinuedOn;
		case 'recommendationCompleted':
			return event.doneOn;
		case 'statementDateCorrected':
		case 'reportDateCorrected':
		case 'stage1ExtensionCorrected':
		case 'stage2ExtensionCorrected':
		case 'stage2ResponseDateCorrected':
		case 'stage2OutcomeCorrected':
		case 'receiptDateCorrected':
		case 'stage2RequestDateCorrected':
		case 'responseDateCorrected':
		case 'outcomeCorrected':
		case 'historyImported':
			return null;
	}
}

function titleOf(event: ComplaintEvent): string {
	return event.type === 'complaintReceived' ? `Day 0. ${eventWords(event)}` : eventWords(event);
}

function bylineOf(stored: StoredEvent, facts: CaseFacts): string {
	const { event } = stored;
	const words = textIdsOf(event).map((textId) => wordsOf(facts.pulled, textId));
	const parts =
		'elementId' in event && event.elementId !== null
			? (partNames(facts.complaint)[event.elementId] ?? null)
			: 'strandId' in event && facts.complaint.strands.length > 1
				? partsOfStrand(facts, event.strandId)
				: null;
	const spoken =
		event.type === 'triageDecided'
			? `Spoken to: ${SPOKEN_TO_WORDS[event.spokenTo].toLowerCase()}`
			: null;
	return [whoDid(stored, facts), parts, spoken, ...stage2WordsOf(facts, event), ...words]
		.filter((part) => part !== null && part !== '')
		.map((part) => (/[.!?…]$/.test(part ?? '') ? part : `${part}.`))
		.join(' ');
}

/** Every id of words that an event names: why, what was agreed, how it is known. */
function textIdsOf(event: ComplaintEvent): string[] {
	return Object.entries(event)
		.filter(([key, value]) => (key === 'textId' || key.endsWith('TextId')) && value !== null)
		.map(([, value]) => value as string);
}

function partsOfStrand({ complaint }: CaseFacts, strandId: string): string {
	const names = partNames(complaint);
	const strand = complaint.strands.find((one) => one.strandId === strandId);
	return (strand?.elementIds ?? []).map((id) => names[id] ?? '').join(', ');
}

function whoDid({ actorKind, actorId }: StoredEvent, facts: CaseFacts): string {
	switch (actorKind) {
		case 'staff':
			return staffName(facts.pull, actorId);
		case 'complainant':
			return facts.name;
		case 'system':
			return 'By itself';
	}
}

const ANSWERS: readonly ComplaintEvent['type'][] = [
	'stage1Responded',
	'stage2Responded',
	'corporateStage2Responded'
];

function lookOf(
	{ type }: ComplaintEvent,
	actorKind: StoredEvent['actorKind']
): Pick<Happening, 'icon' | 'tone'> {
	if (type === 'complaintReceived') return { icon: 'clock', tone: 'sun' };
	if (type.startsWith('advocate')) return { icon: 'advocate', tone: 'plum' };
	if (actorKind === 'complainant') return { icon: 'person', tone: 'plum' };
	if (actorKind === 'system') return { icon: 'clock', tone: 'plain' };
	return {
		icon: ANSWERS.includes(type) ? 'send' : 'paper',
		tone: 'lake'
	};
}

const NOTE_TITLES: Readonly<Record<string, string>> = {
	note: 'Note',
	spokenTo: 'Spoken to',
	writtenRecord: 'Written record of what was said'
};

function noteItems(facts: CaseFacts): Dated[] {
	return facts.pulled.texts.filter(isNote).map((text) => ({
		at: instantToMs(text.writtenAt),
		happening: {
			id: text.textId,
			...momentOf(text.writtenAt, facts),
			icon: text.kind === 'spokenTo' ? 'person' : 'note',
			tone: text.kind === 'spokenTo' ? 'leaf' : 'lake',
			title: `${NOTE_TITLES[text.kind] ?? 'More words'}: ${text.words ?? 'erased'}`,
			byline: text.authorKind === 'staff' ? staffName(facts.pull, text.authorId) : facts.name
		}
	}));
}

function isNote({ kind }: PulledText): boolean {
	return kind in NOTE_TITLES;
}

function messageItems(facts: CaseFacts): Dated[] {
	return facts.pulled.messages.map((message) => {
		const isTheirs = message.direction === 'fromComplainant';
		const title = isTheirs
			? `${calledFirst(facts)} wrote`
			: message.state === 'sent'
				? `We wrote to ${facts.called}`
				: message.state === 'notSent'
					? 'A message that was not sent'
					: 'A message that waits for a second person';
		return {
			at: instantToMs(message.sentAt),
			happening: {
				id: message.messageId,
				...momentOf(message.sentAt, facts),
				icon: 'message',
				tone: isTheirs ? 'plum' : 'lake',
				title,
				...(isTheirs
					? { quote: message.words ?? 'Erased', ...unreadTag(message.readAt) }
					: { byline: `${staffName(facts.pull, message.authorId)}: ${message.words ?? 'erased'}` })
			}
		};
	});
}

function unreadTag(readAt: string | null): Pick<Happening, 'tag'> {
	return readAt === null ? { tag: { words: 'Not read yet', tone: 'plum' } } : {};
}

function momentOf(at: string, { context }: CaseFacts): { date: string; time: string } {
	const day: PlainDate = dateInEngland(at);
	return { date: shortDayWords(day, context.today), time: timeWords(at) };
}
