import {
	NOTHING_BESIDE,
	type BesideComplaint,
	type BesideStrand
} from '#lib/domain/beside/besideState.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type {
	Channel,
	ClosingReason,
	DelayReason,
	ElementId,
	ExtensionReason,
	Outcome,
	Procedure,
	StrandId,
	WayDealtWith
} from '#lib/domain/complaint/codes.ts';
import type {
	ImportedElement,
	ImportedStage,
	TriagedElement,
	LateReceipt
} from '#lib/domain/complaint/events.ts';
import type { Stage3 } from '#lib/domain/complaint/stage3State.ts';
import type { Appointment, Recommendation, Stage2 } from '#lib/domain/complaint/stage2State.ts';

/**
 * Where the complaint as a whole stands, before and after it is divided into strands.
 * `withdrawn`: taken back before that; later each strand is withdrawn by itself.
 */
export type Phase = 'none' | 'received' | 'withdrawn' | 'triaged' | 'imported';

/**
 * Where one strand stands (rules 3.1).
 *
 * Stage 2: asked for, while the two investigators are appointed; scoping, until the statement of
 * complaint is settled; investigating; reported, once both reports are in; adjudicated, only when
 * all three documents were sent.
 *
 * Stage 3: asked for, also late and waiting for its decision; convening, while the panel is
 * arranged; held; reported, once the panel's report came; responded. Or referred early to the
 * Ombudsman in its place.
 *
 * The corporate procedure has two stages: from stage 2 asked for straight to its last answer.
 */
export type StrandStage =
	| 'stage1Open'
	| 'stage1Paused'
	| 'stage1Overdue'
	| 'stage1Responded'
	| 'stage1Resolved'
	| 'stage2Requested'
	| 'stage2Scoping'
	| 'stage2Investigating'
	| 'stage2Reported'
	| 'stage2Adjudicated'
	| 'corporateAnswered'
	| 'stage3Requested'
	| 'stage3Convening'
	| 'stage3PanelHeld'
	| 'stage3Reported'
	| 'stage3Responded'
	| 'referredEarly'
	| 'suspended'
	| 'withdrawn'
	| 'closed'
	| 'imported';

/** What the events so far say about one strand. Due dates are not here: they are worked out. */
export interface Strand {
	strandId: StrandId;
	procedure: Procedure | 'adult' | 'none';
	stage: StrandStage;
	elementIds: readonly ElementId[];
	/** The day it was accepted for stage 1; null where it did not begin there. */
	stage1AcceptedOn: PlainDate | null;
	/** Day 0 of stage 1: the complaint's receipt date, as corrected. */
	stage1DayZeroOn: PlainDate;
	/** Waiting for an advocate; `to` null while it still waits. */
	pauses: readonly { from: PlainDate; to: PlainDate | null }[];
	extension: { reason: ExtensionReason; toldOn: PlainDate; toldLate: boolean } | null;
	rightToStage2ToldOn: PlainDate | null;
	waitsUntilOn: PlainDate | null;
	respondedOn: PlainDate | null;
	/** The answer went by post: it is received two working days later. */
	answeredOnPaper: boolean;
	/** Why the answer or the settlement came after its due date; null when in time. */
	delayReason: DelayReason | null;
	resolvedOn: PlainDate | null;
	stage2RequestedOn: PlainDate | null;
	/** Who has or had a part on it, oldest first. */
	appointments: readonly Appointment[];
	stage2: Stage2;
	/** What was recommended and decided on, at any stage. */
	recommendations: readonly Recommendation[];
	/** The review; null before it was asked for. */
	stage3: Stage3 | null;
	/** Gone to the Ombudsman without a panel, and when the complainant agreed. */
	earlyReferral: { referredOn: PlainDate; agreedOn: PlainDate } | null;
	withdrawnOn: PlainDate | null;
	closed: { on: PlainDate; reason: ClosingReason } | null;
	/** Where the strand stood before it was withdrawn or closed, to come back to. */
	stageBefore: StrandStage | null;
	/** What was found at stage 1; `stage2.outcomes` is what was found after it. */
	outcomes: Readonly<Record<ElementId, Outcome>>;
	importedStages: readonly ImportedStage[];
	/** What runs beside its stages. */
	beside: BesideStrand;
}

/** What the events so far say about one complaint. */
export interface Complaint {
	phase: Phase;
	/** The number of events; the next one gets this plus one. */
	version: number;
	receivedOn: PlainDate | null;
	/** The day it was said, where that is not borne out and no officer has decided yet. */
	receiptDisputed: LateReceipt | null;
	channel: Channel | null;
	madeBy: 'childOrYoungPerson' | 'helper' | 'adult' | null;
	madeOrally: boolean;
	acknowledgedOn: PlainDate | null;
	/** Taken back before triage; null when not, or when taken up again. */
	withdrawnOn: PlainDate | null;
	/** The day an idea or a question was made a complaint; null where it was one from the start. */
	turnedOn: PlainDate | null;
	triagedOn: PlainDate | null;
	/** What was done about an idea, a question or a thank-you outside our messages, oldest first. */
	dealtWith: readonly { on: PlainDate; how: WayDealtWith }[];
	elements: readonly TriagedElement[];
	/** The points of an old record, as its register had them. */
	importedElements: readonly (ImportedElement & { strandId: StrandId })[];
	strands: readonly Strand[];
	advocate: Advocate;
	/** What runs beside the stages of all of it. */
	beside: BesideComplaint;
}

/** Whether the child has an advocate: the latest date of each kind, and whether they wait. */
export interface Advocate {
	askedOn: PlainDate | null;
	appointedOn: PlainDate | null;
	declinedOn: PlainDate | null;
	/** Asked for, and neither appointed nor declined since. */
	isAwaited: boolean;
}

/** Nothing has happened yet. */
export const NO_COMPLAINT: Complaint = {
	phase: 'none',
	version: 0,
	receivedOn: null,
	receiptDisputed: null,
	channel: null,
	madeBy: null,
	madeOrally: false,
	acknowledgedOn: null,
	withdrawnOn: null,
	turnedOn: null,
	triagedOn: null,
	dealtWith: [],
	elements: [],
	importedElements: [],
	strands: [],
	advocate: { askedOn: null, appointedOn: null, declinedOn: null, isAwaited: false },
	beside: NOTHING_BESIDE
};

/** A strand, with the complaint it belongs to. */
export interface StrandOfComplaint {
	complaint: Complaint;
	strand: Strand;
}
