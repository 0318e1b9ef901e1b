import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type {
	AppointmentId,
	Channel,
	DelayReason,
	DocumentId,
	ElementId,
	ExtensionView,
	Outcome,
	RecommendationId,
	Stage2Document,
	Stage2ExtensionReason,
	Stage2Report,
	StrandId,
	TextId
} from '#lib/domain/complaint/codes.ts';
import type { AppointmentRole, ConflictName } from '#lib/domain/roles/appointments.ts';

/** Everything that can happen to a strand at stage 2, after it was asked for. */
export type Stage2Event =
	| PersonAppointed
	| AppointmentEnded
	| StatementDrafted
	| StatementAgreed
	| StatementNotAgreed
	| StatementNotNeeded
	| ScopeLimited
	| Stage2Extended
	| ReportReceived
	| Adjudicated
	| Stage2Responded
	| CorporateStage2Acknowledged
	| CorporateStage2Responded
	| Stage2DelayTold
	| Stage2Discontinued
	| RecommendationCompleted
	| StatementDateCorrected
	| ReportDateCorrected
	| Stage2ExtensionCorrected
	| Stage2ResponseDateCorrected
	| Stage2OutcomeCorrected;

/** Somebody was appointed. `personId` is that of a member of staff, or of somebody from outside. */
export interface PersonAppointed {
	type: 'personAppointed';
	strandId: StrandId;
	appointmentId: AppointmentId;
	role: AppointmentRole;
	personId: string;
	appointedOn: PlainDate;
	/** The declaration for this case; on or before the appointment. Null where none is asked for. */
	declarationSignedOn: PlainDate | null;
	/** What was warned of and accepted, for the reason written down. */
	acceptedWarnings: readonly ConflictName[];
	reasonTextId: TextId | null;
}

/** Ended on the very day it began, it was never held. */
export interface AppointmentEnded {
	type: 'appointmentEnded';
	strandId: StrandId;
	appointmentId: AppointmentId;
	endedOn: PlainDate;
	reasonTextId: TextId;
}

/** A version of the statement of complaint went to the complainant. */
export interface StatementDrafted {
	type: 'statementDrafted';
	strandId: StrandId;
	/** 1 for the first; each version is one more. */
	version: number;
	textId: TextId;
	sentOn: PlainDate;
}

export interface StatementAgreed {
	type: 'statementAgreed';
	strandId: StrandId;
	version: number;
	agreedOn: PlainDate;
}

/** It goes on in the complainant's own words, and the disagreement is written down. */
export interface StatementNotAgreed {
	type: 'statementNotAgreed';
	strandId: StrandId;
	notedOn: PlainDate;
	reasonTextId: TextId;
}

/** The complaint was written, and clear enough to investigate as it is. */
export interface StatementNotNeeded {
	type: 'statementNotNeeded';
	strandId: StrandId;
	decidedOn: PlainDate;
	reasonTextId: TextId;
}

/** A court decided this point, so stage 2 does not look at it. The rest goes on. */
export interface ScopeLimited {
	type: 'scopeLimited';
	strandId: StrandId;
	elementId: ElementId;
	reasonTextId: TextId;
	toldOn: PlainDate;
	ombudsmanToldOn: PlainDate;
}

export interface Stage2Extended {
	type: 'stage2Extended';
	strandId: StrandId;
	reason: Stage2ExtensionReason;
	/** The day the complainant was told in writing, with the reason and the new date. */
	toldOn: PlainDate;
	/** The END of this day is the new limit; at most day 65, or 20 working days more if corporate. */
	newDueOn: PlainDate;
	complainantsView: ExtensionView;
	/** True where the notice came after the limit that held: accepted, and counted as a breach. */
	toldLate: boolean;
}

/** One of the two reports reached the council, as a document or as words. */
export interface ReportReceived {
	type: 'reportReceived';
	strandId: StrandId;
	report: Stage2Report;
	receivedOn: PlainDate;
	documentId: DocumentId | null;
	textId: TextId | null;
}

/** What the adjudicating officer decided of one point. */
export interface AdjudicatedPoint {
	elementId: ElementId;
	outcome: Outcome;
	reasonTextId: TextId;
}

/** One recommendation, accepted with a date or rejected with a reason. */
export interface DecidedRecommendation {
	recommendationId: RecommendationId;
	textId: TextId;
	accepted: boolean;
	reasonTextId: TextId | null;
	/** The END of the day by which it is done; null only where it was rejected. */
	dueOn: PlainDate | null;
}

export interface Adjudicated {
	type: 'adjudicated';
	strandId: StrandId;
	decidedOn: PlainDate;
	points: readonly AdjudicatedPoint[];
	recommendations: readonly DecidedRecommendation[];
}

/** All three documents were sent: stage 2 is complete. */
export interface Stage2Responded {
	type: 'stage2Responded';
	strandId: StrandId;
	sentOn: PlainDate;
	documents: readonly Stage2Document[];
	delayReason: DelayReason | null;
	releasedByStaffId: string | null;
	sentOnPaper?: boolean;
}

/** The complainant was told that we have their request for the last corporate stage. */
export interface CorporateStage2Acknowledged {
	type: 'corporateStage2Acknowledged';
	strandId: StrandId;
	acknowledgedOn: PlainDate;
}

/**
 * The last answer of the corporate procedure: no investigators, no panel after it, and the way to
 * the Ombudsman told.
 */
export interface CorporateStage2Responded {
	type: 'corporateStage2Responded';
	strandId: StrandId;
	sentOn: PlainDate;
	outcomes: readonly { elementId: ElementId; outcome: Outcome }[];
	/** On or after the day the answer went. */
	ombudsmanToldOn: PlainDate;
	delayReason: DelayReason | null;
	releasedByStaffId: string | null;
	sentOnPaper?: boolean;
}

/** The complainant was told that day 65 is missed, with the way to the Ombudsman. */
export interface Stage2DelayTold {
	type: 'stage2DelayTold';
	strandId: StrandId;
	toldOn: PlainDate;
	/** When the answer is expected by now; null where nobody can say. */
	expectedOn: PlainDate | null;
}

/** One effort to agree the scope with the complainant. */
export interface ScopeAttempt {
	triedOn: PlainDate;
	channel: Channel;
}

/** The scope could not be agreed after real effort; the complainant may go to the Ombudsman. */
export interface Stage2Discontinued {
	type: 'stage2Discontinued';
	strandId: StrandId;
	discontinuedOn: PlainDate;
	attempts: readonly ScopeAttempt[];
	reasonTextId: TextId;
	ombudsmanToldOn: PlainDate;
}

export interface RecommendationCompleted {
	type: 'recommendationCompleted';
	strandId: StrandId;
	recommendationId: RecommendationId;
	doneOn: PlainDate;
	evidenceTextId: TextId;
}

export interface StatementDateCorrected {
	type: 'statementDateCorrected';
	strandId: StrandId;
	agreedOn: PlainDate;
	reasonTextId: TextId;
}

export interface ReportDateCorrected {
	type: 'reportDateCorrected';
	strandId: StrandId;
	report: Stage2Report;
	receivedOn: PlainDate;
	reasonTextId: TextId;
}

/** The last notice of more time was written down wrongly; the clocks count by the right one. */
export interface Stage2ExtensionCorrected {
	type: 'stage2ExtensionCorrected';
	strandId: StrandId;
	reason: Stage2ExtensionReason;
	toldOn: PlainDate;
	newDueOn: PlainDate;
	toldLate: boolean;
	reasonTextId: TextId;
	/** Why the answer was late by the right date; left out where none had gone. */
	delayReason?: DelayReason | null;
}

export interface Stage2ResponseDateCorrected {
	type: 'stage2ResponseDateCorrected';
	strandId: StrandId;
	sentOn: PlainDate;
	reasonTextId: TextId;
	delayReason: DelayReason | null;
}

export interface Stage2OutcomeCorrected {
	type: 'stage2OutcomeCorrected';
	strandId: StrandId;
	elementId: ElementId;
	outcome: Outcome;
	reasonTextId: TextId;
}
