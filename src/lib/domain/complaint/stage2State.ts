import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type {
	AppointmentId,
	DelayReason,
	ElementId,
	Outcome,
	RecommendationId,
	Stage2ExtensionReason,
	Stage2Report,
	TextId
} from '#lib/domain/complaint/codes.ts';
import type { Adjudicated } from '#lib/domain/complaint/stage2Events.ts';
import type { AppointmentRole, ConflictName } from '#lib/domain/roles/appointments.ts';

/** Somebody's part on one strand, from stage 2 on. */
export interface Appointment {
	appointmentId: AppointmentId;
	role: AppointmentRole;
	personId: string;
	appointedOn: PlainDate;
	declarationSignedOn: PlainDate | null;
	acceptedWarnings: readonly ConflictName[];
	reasonTextId: TextId | null;
	/** Null while it lasts. The same day as it began: it was never held. */
	endedOn: PlainDate | null;
}

/** A recommendation that was decided on. It lives on after the strand is closed (guidance 3.8). */
export interface Recommendation {
	recommendationId: RecommendationId;
	madeAt: 'stage2' | 'stage3';
	decidedOn: PlainDate;
	textId: TextId;
	accepted: boolean;
	reasonTextId: TextId | null;
	dueOn: PlainDate | null;
	doneOn: PlainDate | null;
	evidenceTextId: TextId | null;
	/** Who does it, where a name was asked for. */
	ownerId?: string | null;
}

/** How the statement of complaint was settled, and on which day. */
export interface StatementSettled {
	how: 'agreed' | 'notAgreed' | 'notNeeded';
	on: PlainDate;
}

/** What the events so far say about stage 2 of a strand. */
export interface Stage2 {
	/** The day we said that we have the request, under the corporate procedure; null until then. */
	acknowledgedOn: PlainDate | null;
	/** The versions of the statement of complaint, oldest first. */
	statements: readonly { version: number; textId: TextId; sentOn: PlainDate }[];
	statementSettled: StatementSettled | null;
	/** The version the complainant agreed to last; null while none. */
	agreedVersion: number | null;
	/** The first agreement: day 0 of the shadow clock. */
	statementAgreedOn: PlainDate | null;
	/** Points that a court decided, left out with reasons. */
	limited: readonly ElementId[];
	/** Each notice of more time, oldest first. */
	extensions: readonly {
		reason: Stage2ExtensionReason;
		toldOn: PlainDate;
		newDueOn: PlainDate;
		toldLate: boolean;
	}[];
	reportsReceivedOn: Readonly<Record<Stage2Report, PlainDate | null>>;
	/** Decided by the adjudicating officer; the complainant has it only once it was sent. */
	adjudication: Pick<Adjudicated, 'decidedOn' | 'points' | 'recommendations'> | null;
	/** The day all three documents were sent. */
	respondedOn: PlainDate | null;
	respondedOnPaper: boolean;
	delayReason: DelayReason | null;
	/** Each letter about the missed day 65. */
	delayTold: readonly { toldOn: PlainDate; expectedOn: PlainDate | null }[];
	discontinuedOn: PlainDate | null;
	outcomes: Readonly<Record<ElementId, Outcome>>;
}

/** Nothing of stage 2 has happened yet. */
export const NO_STAGE2: Stage2 = {
	acknowledgedOn: null,
	statements: [],
	statementSettled: null,
	agreedVersion: null,
	statementAgreedOn: null,
	limited: [],
	extensions: [],
	reportsReceivedOn: { investigation: null, independentPerson: null },
	adjudication: null,
	respondedOn: null,
	respondedOnPaper: false,
	delayReason: null,
	delayTold: [],
	discontinuedOn: null,
	outcomes: {}
};

/** Who holds that part of the strand now; null where nobody does. */
export function findHolder(
	appointments: readonly Appointment[],
	role: AppointmentRole
): Appointment | null {
	return appointments.find((one) => one.role === role && one.endedOn === null) ?? null;
}

/** Whether it was ever held: one that ended on the day it began was a slip of the pen. */
export function wasHeld({ appointedOn, endedOn }: Appointment): boolean {
	return endedOn === null || endedOn > appointedOn;
}
