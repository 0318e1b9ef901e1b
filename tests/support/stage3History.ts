import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Outcome } from '#lib/domain/complaint/codes.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type {
	PanelHeld,
	PanelPapersSent,
	PanelReportReceived,
	PanelReportSent,
	Stage3Requested,
	Stage3Responded
} from '#lib/domain/complaint/stage3Events.ts';
import type { PersonAppointed, Stage2Responded } from '#lib/domain/complaint/stage2Events.ts';
import type { AppointmentRole } from '#lib/domain/roles/appointments.ts';
import {
	ELEMENT,
	OFFICER,
	STRAND,
	TEXT,
	received,
	responded,
	stage2Requested,
	triaged
} from './complaintHistory.ts';

/** The people of one review: Femi of stage 2; Noor chairs, Ewan and Ida sit; Dara answers. */
export const FEMI = 'person-femi';
export const NOOR = 'person-noor';
export const EWAN = 'person-ewan';
export const IDA = 'person-ida';
export const DARA = 'staff-dara';
export const REASON = 'text-reason';
export const FIRST = 'recommendation-1';
export const SECOND = 'recommendation-2';

export function appointed(
	role: AppointmentRole,
	personId: string,
	facts: Partial<PersonAppointed> = {}
): PersonAppointed {
	return {
		type: 'personAppointed',
		strandId: STRAND,
		appointmentId: `${role}-${personId}`,
		role,
		personId,
		appointedOn: '2026-07-06',
		declarationSignedOn: '2026-07-06',
		acceptedWarnings: [],
		reasonTextId: null,
		...facts
	};
}

export function ended(role: AppointmentRole, personId: string, endedOn: PlainDate): ComplaintEvent {
	return {
		type: 'appointmentEnded',
		strandId: STRAND,
		appointmentId: `${role}-${personId}`,
		endedOn,
		reasonTextId: REASON
	};
}

/** Asked for on 1 July, answered on Monday 14 September: a panel may be asked for to 12 October. */
export function stage2Answered(
	facts: Partial<Stage2Responded> = {},
	found: Outcome = 'partiallyUpheld'
): ComplaintEvent[] {
	return [
		received(),
		...triaged(),
		responded(),
		stage2Requested(),
		appointed('investigatingOfficer', 'staff-jo'),
		appointed('independentPerson', FEMI),
		{ type: 'statementAgreed', strandId: STRAND, version: 1, agreedOn: '2026-07-10' },
		report('investigation'),
		report('independentPerson'),
		{
			type: 'adjudicated',
			strandId: STRAND,
			decidedOn: '2026-09-11',
			points: [{ elementId: ELEMENT, outcome: found, reasonTextId: REASON }],
			recommendations: []
		},
		{
			type: 'stage2Responded',
			strandId: STRAND,
			sentOn: '2026-09-14',
			documents: ['investigationReport', 'independentPersonReport', 'adjudication'],
			delayReason: null,
			releasedByStaffId: OFFICER,
			...facts
		}
	];
}

/** On Monday 21 September: say so by the 23rd, chair by 5 October, meet by Monday 2 November. */
export function panelAsked(facts: Partial<Stage3Requested> = {}): Stage3Requested {
	return {
		type: 'stage3Requested',
		strandId: STRAND,
		requestedOn: '2026-09-21',
		channel: 'letter',
		pointsTextId: TEXT,
		isLate: false,
		...facts
	};
}

export function panelAskedLate(): Stage3Requested {
	return panelAsked({ requestedOn: '2026-10-20', isLate: true });
}

export function lateDecided(
	accepted: boolean,
	decidedOn: PlainDate = '2026-10-22'
): ComplaintEvent {
	return {
		type: 'lateStage3Decided',
		strandId: STRAND,
		accepted,
		decidedOn,
		reasonTextId: REASON,
		ombudsmanToldOn: accepted ? null : decidedOn
	};
}

export function panelAcknowledged(acknowledgedOn: PlainDate = '2026-09-22'): ComplaintEvent {
	return { type: 'stage3Acknowledged', strandId: STRAND, acknowledgedOn };
}

/** Noor chairs, Ewan and Ida sit, since 30 September. */
export function panelAppointed(appointedOn: PlainDate = '2026-09-30'): ComplaintEvent[] {
	const facts = { appointedOn, declarationSignedOn: appointedOn };
	return [
		appointed('panelChair', NOOR, facts),
		appointed('panelMember', EWAN, facts),
		appointed('panelMember', IDA, facts)
	];
}

/** On Thursday 22 October: papers by Thursday 8 October. */
export function panelFixed(
	panelOn: PlainDate = '2026-10-22',
	atComplainantsWish = false
): ComplaintEvent {
	const reasonTextId = atComplainantsWish ? REASON : null;
	return { type: 'panelDateFixed', strandId: STRAND, panelOn, atComplainantsWish, reasonTextId };
}

export function papersSent(facts: Partial<PanelPapersSent> = {}): PanelPapersSent {
	return {
		type: 'panelPapersSent',
		strandId: STRAND,
		sentOn: '2026-10-07',
		isLate: false,
		tooLateReasonTextId: null,
		...facts
	};
}

/** The report is due by Thursday 29 October. */
export function panelHeld(facts: Partial<PanelHeld> = {}): PanelHeld {
	return {
		type: 'panelHeld',
		strandId: STRAND,
		heldOn: '2026-10-22',
		attended: ['complainant', 'advocate', 'stage2IndependentPerson'],
		panelPersonIds: [NOOR, EWAN, IDA],
		...facts
	};
}

/** On Wednesday 28 October, with two recommendations: the response is due by 18 November. */
export function panelReported(facts: Partial<PanelReportReceived> = {}): PanelReportReceived {
	return {
		type: 'panelReportReceived',
		strandId: STRAND,
		receivedOn: '2026-10-28',
		documentId: null,
		textId: TEXT,
		recommendations: [
			{ recommendationId: FIRST, textId: 'text-first' },
			{ recommendationId: SECOND, textId: 'text-second' }
		],
		delayReason: null,
		...facts
	};
}

/** On Thursday 29 October, the last day in time, to everybody who always gets it. */
export function panelReportSent(facts: Partial<PanelReportSent> = {}): PanelReportSent {
	return {
		type: 'panelReportSent',
		strandId: STRAND,
		sentOn: '2026-10-29',
		sentTo: ['complainant', 'stage2IndependentPerson'],
		delayReason: null,
		...facts
	};
}

export function stage3Responded(facts: Partial<Stage3Responded> = {}): Stage3Responded {
	return {
		type: 'stage3Responded',
		strandId: STRAND,
		sentOn: '2026-11-17',
		independentPersonId: FEMI,
		independentPersonTookPartOn: '2026-11-10',
		directorId: DARA,
		decisions: [
			{
				recommendationId: FIRST,
				accepted: true,
				reasonTextId: null,
				ownerId: OFFICER,
				dueOn: '2027-01-29'
			},
			{
				recommendationId: SECOND,
				accepted: false,
				reasonTextId: REASON,
				ownerId: null,
				dueOn: null
			}
		],
		ombudsmanToldOn: '2026-11-17',
		delayReason: null,
		releasedByStaffId: OFFICER,
		...facts
	};
}

/** Everything up to the papers, in time. */
export function convened(): ComplaintEvent[] {
	return [
		...stage2Answered(),
		panelAsked(),
		panelAcknowledged(),
		...panelAppointed(),
		panelFixed(),
		papersSent()
	];
}

/** Everything up to the panel's report, and who decides the response. */
export function reported(): ComplaintEvent[] {
	return [
		...convened(),
		panelHeld(),
		panelReported(),
		appointed('stage3Director', DARA, { appointedOn: '2026-10-29' })
	];
}

function report(which: 'investigation' | 'independentPerson'): ComplaintEvent {
	return {
		type: 'reportReceived',
		strandId: STRAND,
		report: which,
		receivedOn: '2026-09-04',
		documentId: null,
		textId: TEXT
	};
}
