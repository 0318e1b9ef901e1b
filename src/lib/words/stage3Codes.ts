import type {
	EarlyReferralCondition,
	PanelAttendee,
	PanelReportReader,
	Stage3Date
} from '#lib/domain/complaint/stage3Codes.ts';

/** Who was at a panel beside its three members. */
export const PANEL_ATTENDEE_WORDS = {
	complainant: 'The complainant',
	advocate: 'Their advocate',
	supporter: 'Another person they brought',
	stage2IndependentPerson: 'The independent person of stage 2',
	investigatingOfficer: 'The investigating officer',
	adjudicatingOfficer: 'The adjudicating officer',
	complaintsManager: 'The complaints manager',
	councilOfficer: 'Another officer, for the council',
	otherWithInterest: 'Somebody else with an interest'
} as const satisfies Record<PanelAttendee, string>;

/** Who gets the report of a panel beside the council. */
export const PANEL_REPORT_READER_WORDS = {
	complainant: 'The complainant',
	stage2IndependentPerson: 'The independent person of stage 2',
	advocate: 'Their advocate',
	investigatingOfficer: 'The investigating officer',
	otherWithInterest: 'Somebody else with an interest'
} as const satisfies Record<PanelReportReader, string>;

/** What happened on a date of stage 3, to stand after "the day". */
export const STAGE3_DATE_WORDS = {
	requested: 'the panel was asked for',
	acknowledged: 'we said we have the request',
	papersSent: 'the papers went',
	held: 'the panel met',
	reportReceived: 'the panel’s report came',
	reportSent: 'the panel’s report went to the others',
	responded: 'the response went'
} as const satisfies Record<Stage3Date, string>;

/** The conditions of an early referral, as statements to say yes or no to. */
export const EARLY_REFERRAL_WORDS = {
	reportIsRobust: 'The stage 2 report is very robust',
	adjudicationIsComplete: 'The adjudication is complete',
	significantPointsUpheld: 'All points, or all that are significant, were upheld',
	actionPlanIsClear: 'There is a clear plan of action',
	desiredOutcomesAgreed: 'We agree to most or all of what they want'
} as const satisfies Record<EarlyReferralCondition, string>;
