import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Channel, DelayReason, StrandId, TextId } from '#lib/domain/complaint/codes.ts';
import type {
	EarlyReferralConditions,
	PanelAttendee,
	PanelRecommendation,
	PanelReportReader,
	RecommendationDecision,
	Stage3Date
} from '#lib/domain/complaint/stage3Codes.ts';

/** Everything that can happen to a strand at stage 3, and early referral in its place. */
export type Stage3Event =
	| Stage3Requested
	| LateStage3Decided
	| Stage3Acknowledged
	| PanelDateFixed
	| PanelAdjourned
	| PanelPapersSent
	| PanelHeld
	| PanelReportReceived
	| PanelReportSent
	| Stage3Responded
	| Stage3DateCorrected
	| ReferredEarly;

/** Day 0 of the panel's clocks is `requestedOn` (SI 2006/1738 reg 19(4)). */
export interface Stage3Requested {
	type: 'stage3Requested';
	strandId: StrandId;
	requestedOn: PlainDate;
	channel: Channel;
	/** What the complainant is still not content with, in their words; null where not said yet. */
	pointsTextId: TextId | null;
	/** Asked for after day 20 of reg 18: somebody decides on it. */
	isLate: boolean;
}

export interface LateStage3Decided {
	type: 'lateStage3Decided';
	strandId: StrandId;
	accepted: boolean;
	decidedOn: PlainDate;
	reasonTextId: TextId;
	/** The day the complainant was told how to reach the Ombudsman; never null where refused. */
	ombudsmanToldOn: PlainDate | null;
}

export interface Stage3Acknowledged {
	type: 'stage3Acknowledged';
	strandId: StrandId;
	acknowledgedOn: PlainDate;
}

/** The panel is to meet on `panelOn`, also where it had another date before. */
export interface PanelDateFixed {
	type: 'panelDateFixed';
	strandId: StrandId;
	panelOn: PlainDate;
	/** The complainant asked for this date: where late, it is reported as that. */
	atComplainantsWish: boolean;
	reasonTextId: TextId | null;
}

/** The panel was put off, before it met or in the meeting. It waits for a new date. */
export interface PanelAdjourned {
	type: 'panelAdjourned';
	strandId: StrandId;
	adjournedOn: PlainDate;
	atComplainantsWish: boolean;
	reasonTextId: TextId;
}

/** The papers and the notice went to everybody. Where they went again, the last time counts. */
export interface PanelPapersSent {
	type: 'panelPapersSent';
	strandId: StrandId;
	sentOn: PlainDate;
	/** Less than 10 working days before the panel. */
	isLate: boolean;
	tooLateReasonTextId: TextId | null;
}

export interface PanelHeld {
	type: 'panelHeld';
	strandId: StrandId;
	heldOn: PlainDate;
	attended: readonly PanelAttendee[];
	/** Who sat, the chair first. */
	panelPersonIds: readonly string[];
}

export interface PanelReportReceived {
	type: 'panelReportReceived';
	strandId: StrandId;
	receivedOn: PlainDate;
	documentId: string | null;
	textId: TextId | null;
	recommendations: readonly PanelRecommendation[];
	delayReason: DelayReason | null;
}

/** The panel's report had gone to the complainant, the independent person and the others (reg 20(2)). */
export interface PanelReportSent {
	type: 'panelReportSent';
	strandId: StrandId;
	/** The day the last of them was sent it. */
	sentOn: PlainDate;
	sentTo: readonly PanelReportReader[];
	/** Null where it went within 5 working days of the meeting. */
	delayReason: DelayReason | null;
}

export interface Stage3Responded {
	type: 'stage3Responded';
	strandId: StrandId;
	sentOn: PlainDate;
	/** The stage 2 independent person who took part, and when (reg 20(3)). */
	independentPersonId: string;
	independentPersonTookPartOn: PlainDate;
	/** Who decided it for the Director of Children’s Services. */
	directorId: string;
	decisions: readonly RecommendationDecision[];
	ombudsmanToldOn: PlainDate;
	delayReason: DelayReason | null;
	/** The second person who released it; null only for a letter recorded as sent on paper. */
	releasedByStaffId: string | null;
	sentOnPaper?: boolean;
}

/** One date of stage 3 was written down wrongly. What hangs on it is worked out again. */
export interface Stage3DateCorrected {
	type: 'stage3DateCorrected';
	strandId: StrandId;
	which: Stage3Date;
	happenedOn: PlainDate;
	reasonTextId: TextId;
	/** For the request: whether the right day was after day 20. For the papers: too late. */
	isLate?: boolean;
	/** For the report and the response, where the right date turns out late. */
	delayReason?: DelayReason | null;
}

/** Both agreed that it goes to the Ombudsman without a panel (guidance 3.19). */
export interface ReferredEarly {
	type: 'referredEarly';
	strandId: StrandId;
	referredOn: PlainDate;
	/** The day the complainant agreed. */
	agreedOn: PlainDate;
	conditions: EarlyReferralConditions;
}
