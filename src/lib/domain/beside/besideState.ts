import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { BesideEvent } from '#lib/domain/beside/besideEvents.ts';
import type {
	AdrId,
	AdrKind,
	AdrResult,
	FreezeDecider,
	FreezeId,
	JointLead,
	LinkReason,
	Proceedings
} from '#lib/domain/beside/codes.ts';
import type { OmbudsmanCase } from '#lib/domain/beside/ombudsmanCase.ts';
import type { ComplaintId, ElementId } from '#lib/domain/complaint/codes.ts';

type EventOf<Type extends BesideEvent['type']> = Extract<BesideEvent, { type: Type }>;

/** What runs beside the stages of a complaint, about the whole of it. */
export interface BesideComplaint {
	ombudsmanCases: readonly OmbudsmanCase[];
	/** Every decision under reg 9, the latest last. */
	lateDecisions: readonly EventOf<'lateReceiptDecided'>[];
	/** The latest decision on sufficient interest (reg 12). */
	interest: EventOf<'interestDecided'> | null;
	consent: { recorded: EventOf<'consentRecorded'>; withdrawnOn: PlainDate | null } | null;
	freezes: readonly Freeze[];
	joint: { lead: JointLead; consentOn: PlainDate; repliedOn: PlainDate | null } | null;
	links: readonly { otherComplaintId: ComplaintId; why: LinkReason; linkedOn: PlainDate }[];
	/** The same as that other complaint, and counted with it; null where it stands for itself. */
	duplicateOf: { complaintId: ComplaintId; on: PlainDate } | null;
}

/** A disputed decision that is presumed to wait until the complaint is considered (G-26). */
export interface Freeze {
	freezeId: FreezeId;
	elementId: ElementId | null;
	frozenOn: PlainDate;
	/** Null while it is only presumed. */
	decided: { on: PlainDate; isDeferred: boolean; by: FreezeDecider } | null;
	liftedOn: PlainDate | null;
}

/** What runs beside the stages of one strand. */
export interface BesideStrand {
	suspension: Suspension | null;
	adr: readonly Adr[];
	/** Whether the child hears the outcome of an adult's complaint (CA 1989 s.26(7)). */
	childIsTold: { decidedOn: PlainDate; isTold: boolean; toldOn: PlainDate | null } | null;
	/** The day the independent reviewing officer was told; null where they were not. */
	reviewingOfficerToldOn: PlainDate | null;
	/** Each day the strand was opened again. */
	reopenedOn: readonly PlainDate[];
	/** It began with an element brought back after proceedings: the day is its own day 0. */
	resubmittedOn: PlainDate | null;
}

/** Why a strand stands still under reg 8, and where the proceedings stand. */
export interface Suspension {
	proceedings: Proceedings;
	/** The day they were told in writing that it stops. */
	toldOn: PlainDate;
	/** The day to look at it again; null once it no longer might prejudice anything. */
	reviewOn: PlainDate | null;
	lastReviewedOn: PlainDate | null;
	mightPrejudice: boolean;
	endedOn: PlainDate | null;
	/** The day they were told that they may bring it back. */
	toldOfResubmissionOn: PlainDate | null;
}

/** A try to settle it beside the procedure. The strand stays where it is. */
export interface Adr {
	adrId: AdrId;
	kind: AdrKind;
	agreedOn: PlainDate;
	pausesUntilOn: PlainDate | null;
	endedOn: PlainDate | null;
	result: AdrResult | null;
}

/** Nothing beside the complaint yet. */
export const NOTHING_BESIDE: BesideComplaint = {
	ombudsmanCases: [],
	lateDecisions: [],
	interest: null,
	consent: null,
	freezes: [],
	joint: null,
	links: [],
	duplicateOf: null
};

/** Nothing beside the strand yet. */
export const NOTHING_BESIDE_STRAND: BesideStrand = {
	suspension: null,
	adr: [],
	childIsTold: null,
	reviewingOfficerToldOn: null,
	reopenedOn: [],
	resubmittedOn: null
};
