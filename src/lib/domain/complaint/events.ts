import type {
	BesideEvent,
	BesideStrandEvent,
	ElementResubmitted
} from '#lib/domain/beside/besideEvents.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { PersonCode, ReasonCode, SubjectCode } from '#lib/domain/triage/codes.ts';
import type {
	Channel,
	ClosingReason,
	DelayReason,
	ElementId,
	ExtensionReason,
	ExtensionView,
	Outcome,
	Procedure,
	SpokenTo,
	StrandId,
	TextId,
	WayDealtWith
} from '#lib/domain/complaint/codes.ts';
import type { Stage2Event } from '#lib/domain/complaint/stage2Events.ts';
import type { Stage3Event } from '#lib/domain/complaint/stage3Events.ts';

/**
 * Everything that can happen to a complaint, in the past tense.
 *
 * Events hold ids, dates and codes, never names or words: those live in tables that can be
 * erased. Dates ending in `On` are civil dates in England. One shape is kept for ever: a new
 * fact is a new optional field or a new event, never a changed one.
 */
export type ComplaintEvent =
	| ComplaintReceived
	| ComplaintAcknowledged
	| ReceiptDateCorrected
	| ComplaintWithdrawn
	| ComplaintReinstated
	| TurnedIntoComplaint
	| ContactDealtWith
	| TriageDecided
	| Stage1Accepted
	| AdvocateAskedFor
	| AdvocateAppointed
	| AdvocateDeclined
	| Stage1Extended
	| Stage1ExtensionCorrected
	| RightToStage2Told
	| WaitAgreed
	| Stage2Requested
	| Stage2RequestDateCorrected
	| Stage1Responded
	| ResponseDateCorrected
	| OutcomeCorrected
	| Stage1Resolved
	| StrandWithdrawn
	| StrandReinstated
	| StrandClosed
	| Stage2Event
	| Stage3Event
	| HistoryImported
	| BesideEvent;

/** Day 0 of every stage 1 clock is `receivedOn`: the day any officer first had it. */
export interface ComplaintReceived {
	type: 'complaintReceived';
	receivedOn: PlainDate;
	channel: Channel;
	/** Said aloud, not written: stage 2 then needs a written record (SI 2006/1738 reg 16). */
	madeOrally: boolean;
	madeBy: 'childOrYoungPerson' | 'helper' | 'adult';
	/** Only of what was taken down with no signal, and said on another day than it reached us. */
	late?: LateReceipt;
}

/** What was said on one day and reached us on another. */
export interface LateReceipt {
	/** The day they said it, as whoever took it down states. */
	saidOn: PlainDate;
	/** The day it reached the server. */
	reachedOn: PlainDate;
	/** The stated day is not borne out: time runs from the earliest it can be until an officer decides. */
	isDisputed: boolean;
}

export interface ComplaintAcknowledged {
	type: 'complaintAcknowledged';
	acknowledgedOn: PlainDate;
}

/** The receipt date was wrong. Every clock that starts with it is worked out again. */
export interface ReceiptDateCorrected {
	type: 'receiptDateCorrected';
	receivedOn: PlainDate;
	reasonTextId: TextId;
}

/** Taken back before it was divided into strands; after that each strand is withdrawn. */
export interface ComplaintWithdrawn {
	type: 'complaintWithdrawn';
	withdrawnOn: PlainDate;
	channel: Channel;
}

export interface ComplaintReinstated {
	type: 'complaintReinstated';
	reinstatedOn: PlainDate;
}

/** What was an idea or a question is a complaint from now on, and waits for its route again. */
export interface TurnedIntoComplaint {
	type: 'turnedIntoComplaint';
	turnedOn: PlainDate;
}

/** An idea, a question or a thank-you was answered outside our messages, or passed on. */
export interface ContactDealtWith {
	type: 'contactDealtWith';
	dealtWithOn: PlainDate;
	how: WayDealtWith;
}

/** What was decided about one point complained about. */
export interface TriagedElement {
	elementId: ElementId;
	/** The words of the point, kept where they can be erased. */
	titleTextId: TextId;
	person: PersonCode;
	subject: SubjectCode;
	/** The standard category of the guidance, or the council's own. */
	category: string;
	/** The main route first; SAFEGUARD, LADO and the like beside it. */
	routes: readonly ReasonCode[];
	/** The strand that carries it, or null where no procedure of ours does. */
	strandId: StrandId | null;
	reasonTextId: TextId | null;
}

/** The elements under one procedure: one stage, one set of clocks, one outcome. */
export interface OpenedStrand {
	strandId: StrandId;
	procedure: Procedure;
	opensAt: 'stage1' | 'stage2' | 'suspended';
	/** Where it opens at stage 2: the day both agreed to that; the day decided where absent. */
	stage2RequestedOn?: PlainDate;
}

export interface TriageDecided {
	type: 'triageDecided';
	decidedOn: PlainDate;
	spokenTo: SpokenTo;
	elements: readonly TriagedElement[];
	strands: readonly OpenedStrand[];
}

export interface Stage1Accepted {
	type: 'stage1Accepted';
	strandId: StrandId;
	acceptedOn: PlainDate;
}

/** Stage 1 of a child's or care leaver's statutory strand waits from here (reg 14). */
export interface AdvocateAskedFor {
	type: 'advocateAskedFor';
	askedOn: PlainDate;
	askedBy: 'complainant' | 'officer';
}

export interface AdvocateAppointed {
	type: 'advocateAppointed';
	appointedOn: PlainDate;
}

export interface AdvocateDeclined {
	type: 'advocateDeclined';
	declinedOn: PlainDate;
}

export interface Stage1Extended {
	type: 'stage1Extended';
	strandId: StrandId;
	reason: ExtensionReason;
	/** The day the complainant was told in writing; after day 10 it is a late notice. */
	toldOn: PlainDate;
	complainantsView: ExtensionView;
	/** True where the notice came after day 10: accepted, and counted as a breach. */
	toldLate: boolean;
}

/** More time at stage 1 was written down wrongly. Whether it was told late is worked out again. */
export interface Stage1ExtensionCorrected {
	type: 'stage1ExtensionCorrected';
	strandId: StrandId;
	toldOn: PlainDate;
	reason: ExtensionReason;
	toldLate: boolean;
	reasonTextId: TextId;
}

export interface RightToStage2Told {
	type: 'rightToStage2Told';
	strandId: StrandId;
	toldOn: PlainDate;
}

/** The complainant agreed to wait for stage 1 past day 20 (guidance 3.5). */
export interface WaitAgreed {
	type: 'waitAgreed';
	strandId: StrandId;
	agreedOn: PlainDate;
	waitsUntilOn: PlainDate;
}

/** Asked for by any means. Day 0 of the stage 2 clock is `requestedOn`. */
export interface Stage2Requested {
	type: 'stage2Requested';
	strandId: StrandId;
	requestedOn: PlainDate;
	channel: Channel;
	/** Both agreed before stage 1 had run its time (reg 17(1); guidance 3.6.1). */
	byAgreement?: boolean;
}

export interface Stage2RequestDateCorrected {
	type: 'stage2RequestDateCorrected';
	strandId: StrandId;
	requestedOn: PlainDate;
	reasonTextId: TextId;
}

export interface ElementOutcome {
	elementId: ElementId;
	outcome: Outcome;
}

export interface Stage1Responded {
	type: 'stage1Responded';
	strandId: StrandId;
	sentOn: PlainDate;
	outcomes: readonly ElementOutcome[];
	/** Why it went after its due date; null when in time. */
	delayReason: DelayReason | null;
	/** The second person who released it; null only for a letter recorded as sent on paper. */
	releasedByStaffId: string | null;
	sentOnPaper?: boolean;
}

export interface ResponseDateCorrected {
	type: 'responseDateCorrected';
	strandId: StrandId;
	sentOn: PlainDate;
	reasonTextId: TextId;
	/** Given where the right date turns out to be late, null where it turns out in time. */
	delayReason?: DelayReason | null;
}

export interface OutcomeCorrected {
	type: 'outcomeCorrected';
	strandId: StrandId;
	elementId: ElementId;
	outcome: Outcome;
	reasonTextId: TextId;
}

/** Settled with written terms (reg 15). The right to stage 2 stays. */
export interface Stage1Resolved {
	type: 'stage1Resolved';
	strandId: StrandId;
	resolvedOn: PlainDate;
	termsTextId: TextId;
	outcomes: readonly ElementOutcome[];
	delayReason: DelayReason | null;
	/** By the END of this day what was agreed is done; left out where nothing was left to do. */
	termsDueOn?: PlainDate;
}

export interface StrandWithdrawn {
	type: 'strandWithdrawn';
	strandId: StrandId;
	withdrawnOn: PlainDate;
	channel: Channel;
}

export interface StrandReinstated {
	type: 'strandReinstated';
	strandId: StrandId;
	reinstatedOn: PlainDate;
}

export interface StrandClosed {
	type: 'strandClosed';
	strandId: StrandId;
	closedOn: PlainDate;
	reason: ClosingReason;
}

/** One stage of an old record, with the dates that the old register printed. */
export interface ImportedStage {
	stage: '0' | '1' | '2' | '3' | 'response' | 'review';
	/** The statutory day 0. */
	requestedOn: PlainDate | null;
	/** The council's own clock start; at stage 2 the day the statement was agreed. */
	startedOn: PlainDate | null;
	dueOn: PlainDate | null;
	extendedToOn: PlainDate | null;
	extensionReason: string | null;
	completedOn: PlainDate | null;
	closure: string;
	outcome: string | null;
	delayReason: string | null;
	team: string | null;
}

/** A strand brought over from the council's old register. Exempt from today's guards. */
export interface HistoryImported {
	type: 'historyImported';
	strandId: StrandId;
	procedure: Procedure | 'adult' | 'none';
	receivedOn: PlainDate;
	elements: readonly ImportedElement[];
	stages: readonly ImportedStage[];
}

/** One point of an old record. Its outcome is the old register's own word. */
export interface ImportedElement {
	elementId: ElementId;
	category: string;
	outcome: string | null;
	isPrincipal: boolean;
}

/** The events about one strand that exists already. */
export type StrandEvent = Exclude<
	Extract<ComplaintEvent, { strandId: StrandId }>,
	{ type: 'historyImported' } | BesideStrandEvent | ElementResubmitted
>;
