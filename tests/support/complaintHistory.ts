import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Outcome } from '#lib/domain/complaint/codes.ts';
import type {
	AdvocateAppointed,
	AdvocateAskedFor,
	AdvocateDeclined,
	ComplaintEvent,
	ComplaintReceived,
	OpenedStrand,
	Stage1Extended,
	Stage1Responded,
	TriagedElement,
	TriageDecided
} from '#lib/domain/complaint/events.ts';
import type {
	Adjudicated,
	CorporateStage2Acknowledged,
	CorporateStage2Responded,
	PersonAppointed,
	Stage2Extended,
	Stage2Responded
} from '#lib/domain/complaint/stage2Events.ts';

/** Ids and texts of one invented complaint, so that tests read as sentences. */
export const STRAND = 'strand-care';
export const OTHER_STRAND = 'strand-own-treatment';
export const ELEMENT = 'element-placement';
export const OTHER_ELEMENT = 'element-rudeness';
export const TEXT = 'text-1';
export const OFFICER = 'staff-sam';

/** Jay tells us on Monday 1 June 2026. Day 10 is Monday 15 June, day 20 Monday 29 June. */
export function received(facts: Partial<ComplaintReceived> = {}): ComplaintReceived {
	return {
		type: 'complaintReceived',
		receivedOn: '2026-06-01',
		channel: 'website',
		madeOrally: false,
		madeBy: 'childOrYoungPerson',
		...facts
	};
}

/** A point about a placement, from a child in care, on the statutory route. */
export function element(facts: Partial<TriagedElement> = {}): TriagedElement {
	return {
		elementId: ELEMENT,
		titleTextId: TEXT,
		person: 'P1',
		subject: 'S2',
		category: 'unwelcomeDecision',
		routes: ['STAT_S1'],
		strandId: STRAND,
		reasonTextId: null,
		...facts
	};
}

export function strand(facts: Partial<OpenedStrand> = {}): OpenedStrand {
	return { strandId: STRAND, procedure: 'statutory', opensAt: 'stage1', ...facts };
}

/** Triage on Tuesday 2 June, with what follows from it for each strand. */
export function triaged(facts: Partial<TriageDecided> = {}): ComplaintEvent[] {
	const decided: TriageDecided = {
		type: 'triageDecided',
		decidedOn: '2026-06-02',
		spokenTo: 'yes',
		elements: [element()],
		strands: [strand()],
		...facts
	};
	const accepted = decided.strands
		.filter(({ opensAt }) => opensAt === 'stage1')
		.map(({ strandId }) => ({
			type: 'stage1Accepted' as const,
			strandId,
			acceptedOn: decided.decidedOn
		}));
	return [decided, ...accepted];
}

export function triagedCorporate(): ComplaintEvent[] {
	return triaged({
		elements: [element({ person: 'P13', routes: ['CORPORATE'] })],
		strands: [strand({ procedure: 'corporate' })]
	});
}

export function triagedSuspended(): ComplaintEvent[] {
	return triaged({
		elements: [element({ routes: ['SUSPEND_COURT'], reasonTextId: TEXT })],
		strands: [strand({ opensAt: 'suspended' })]
	});
}

export function advocateAsked(askedOn: PlainDate): AdvocateAskedFor {
	return { type: 'advocateAskedFor', askedOn, askedBy: 'complainant' };
}

export function advocateAppointed(appointedOn: PlainDate): AdvocateAppointed {
	return { type: 'advocateAppointed', appointedOn };
}

export function advocateDeclined(declinedOn: PlainDate): AdvocateDeclined {
	return { type: 'advocateDeclined', declinedOn };
}

export function extended(facts: Partial<Stage1Extended> = {}): Stage1Extended {
	return {
		type: 'stage1Extended',
		strandId: STRAND,
		reason: 'complex',
		toldOn: '2026-06-12',
		complainantsView: 'agrees',
		toldLate: false,
		...facts
	};
}

export function told(toldOn: PlainDate = '2026-06-29'): ComplaintEvent {
	return { type: 'rightToStage2Told', strandId: STRAND, toldOn };
}

export function waitAgreed(
	waitsUntilOn: PlainDate,
	agreedOn: PlainDate = '2026-06-24'
): ComplaintEvent {
	return { type: 'waitAgreed', strandId: STRAND, agreedOn, waitsUntilOn };
}

/** The answer, on Friday 12 June, in time. */
export function responded(facts: Partial<Stage1Responded> = {}): Stage1Responded {
	return {
		type: 'stage1Responded',
		strandId: STRAND,
		sentOn: '2026-06-12',
		outcomes: [outcome('notUpheld')],
		delayReason: null,
		releasedByStaffId: OFFICER,
		...facts
	};
}

export function resolved(resolvedOn: PlainDate = '2026-06-10'): ComplaintEvent {
	return {
		type: 'stage1Resolved',
		strandId: STRAND,
		resolvedOn,
		termsTextId: TEXT,
		outcomes: [outcome('upheld')],
		delayReason: null
	};
}

export function stage2Requested(
	requestedOn: PlainDate = '2026-07-01',
	strandId = STRAND
): ComplaintEvent {
	return { type: 'stage2Requested', strandId, requestedOn, channel: 'telephone' };
}

export function withdrawn(withdrawnOn: PlainDate = '2026-06-05'): ComplaintEvent {
	return { type: 'strandWithdrawn', strandId: STRAND, withdrawnOn, channel: 'website' };
}

export function outcome(found: Outcome, elementId = ELEMENT) {
	return { elementId, outcome: found };
}

/** Stage 1 answered on 12 June, stage 2 asked for on Wednesday 1 July 2026. */
export function askedForStage2(requestedOn: PlainDate = '2026-07-01'): ComplaintEvent[] {
	return [received(), ...triaged(), responded(), stage2Requested(requestedOn)];
}

export function appointed(facts: Partial<PersonAppointed> = {}): PersonAppointed {
	return {
		type: 'personAppointed',
		strandId: STRAND,
		appointmentId: 'appointment-officer',
		role: 'investigatingOfficer',
		personId: 'person-iris',
		appointedOn: '2026-07-03',
		declarationSignedOn: '2026-07-03',
		acceptedWarnings: [],
		reasonTextId: null,
		...facts
	};
}

/** Iris investigates and Noor goes with her, both from Friday 3 July. */
export function bothAppointed(): ComplaintEvent[] {
	return [
		appointed(),
		appointed({
			appointmentId: 'appointment-independent',
			role: 'independentPerson',
			personId: 'person-noor'
		})
	];
}

/** Ash is to decide, from Monday 20 July. */
export function adjudicatorAppointed(): PersonAppointed {
	return appointed({
		appointmentId: 'appointment-adjudicator',
		role: 'adjudicatingOfficer',
		personId: 'person-ash',
		appointedOn: '2026-07-20',
		declarationSignedOn: null
	});
}

/** A version of the statement of complaint, sent on Monday 6 July. */
export function statementSent(version = 1, sentOn: PlainDate = '2026-07-06'): ComplaintEvent {
	return { type: 'statementDrafted', strandId: STRAND, version, textId: TEXT, sentOn };
}

export function statementAgreed(agreedOn: PlainDate = '2026-07-10', version = 1): ComplaintEvent {
	return { type: 'statementAgreed', strandId: STRAND, version, agreedOn };
}

/** Everything until the investigation goes on, from Friday 10 July. */
export function investigating(): ComplaintEvent[] {
	return [...askedForStage2(), ...bothAppointed(), statementSent(), statementAgreed()];
}

export function stage2Extended(facts: Partial<Stage2Extended> = {}): Stage2Extended {
	return {
		type: 'stage2Extended',
		strandId: STRAND,
		reason: 'complex',
		toldOn: '2026-07-31',
		newDueOn: '2026-09-11',
		complainantsView: 'agrees',
		toldLate: false,
		...facts
	};
}

export function reportReceived(
	report: 'investigation' | 'independentPerson',
	receivedOn: PlainDate = '2026-07-24'
): ComplaintEvent {
	return {
		type: 'reportReceived',
		strandId: STRAND,
		report,
		receivedOn,
		documentId: null,
		textId: TEXT
	};
}

/** Both reports are in on Friday 24 July, and Ash is there to decide. */
export function bothReported(): ComplaintEvent[] {
	return [
		...investigating(),
		adjudicatorAppointed(),
		reportReceived('investigation'),
		reportReceived('independentPerson')
	];
}

/** What Ash decided on Wednesday 29 July, with one recommendation to be done by 30 September. */
export function adjudicated(facts: Partial<Adjudicated> = {}): Adjudicated {
	return {
		type: 'adjudicated',
		strandId: STRAND,
		decidedOn: '2026-07-29',
		points: [{ elementId: ELEMENT, outcome: 'upheld', reasonTextId: TEXT }],
		recommendations: [
			{
				recommendationId: 'recommendation-visits',
				textId: TEXT,
				accepted: true,
				reasonTextId: null,
				dueOn: '2026-09-30'
			}
		],
		...facts
	};
}

/** All three documents, on Friday 31 July: day 22, in time. */
export function stage2Responded(facts: Partial<Stage2Responded> = {}): Stage2Responded {
	return {
		type: 'stage2Responded',
		strandId: STRAND,
		sentOn: '2026-07-31',
		documents: ['investigationReport', 'independentPersonReport', 'adjudication'],
		delayReason: null,
		releasedByStaffId: OFFICER,
		...facts
	};
}

/** The last corporate answer, on Tuesday 28 July: day 19 of 20 from 1 July, in time. */
/** Monday 6 July 2026: the third working day after the request. */
export function corporateAcknowledged(
	facts: Partial<CorporateStage2Acknowledged> = {}
): CorporateStage2Acknowledged {
	return {
		type: 'corporateStage2Acknowledged',
		strandId: STRAND,
		acknowledgedOn: '2026-07-06',
		...facts
	};
}

export function corporateAnswered(
	facts: Partial<CorporateStage2Responded> = {}
): CorporateStage2Responded {
	return {
		type: 'corporateStage2Responded',
		strandId: STRAND,
		sentOn: '2026-07-28',
		outcomes: [outcome('notUpheld')],
		ombudsmanToldOn: '2026-07-28',
		delayReason: null,
		releasedByStaffId: OFFICER,
		...facts
	};
}

/** Stage 2 complete: asked for, investigated, decided and sent. */
export function stage2Complete(): ComplaintEvent[] {
	return [...bothReported(), adjudicated(), stage2Responded()];
}
