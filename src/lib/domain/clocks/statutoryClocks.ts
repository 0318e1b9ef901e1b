/** What starts a clock: the event whose day is day 0. */
export type DayZero =
	| 'complaintReceived'
	| 'stage1AnswerReceived'
	| 'stage2Requested'
	| 'statementAgreed'
	| 'stage2AnswerReceived'
	| 'panelRequested'
	| 'panelMeeting'
	| 'panelReportReceived'
	| 'groundsArose'
	| 'proceedingsEnded'
	| 'recommendationAccepted'
	| 'matterKnown'
	| 'dataComplaintReceived'
	| 'suspensionReviewed'
	| 'ombudsmanAsked';

/**
 * How hard a clock is. `law`: a breach when missed. `guidance`: good practice the guidance asks
 * for. `localPolicy`: the council's own promise. `target`: for the team only. `advice`: said to
 * the complainant, never a ground to refuse. `shadow`: shown beside the real clock, never in its
 * place. `information`: another body's limit.
 */
export type Force =
	'law' | 'guidance' | 'localPolicy' | 'target' | 'advice' | 'shadow' | 'information';

/** How the length is counted. `dateSet`: a person sets the date, nothing is counted. */
export type Unit = 'workingDays' | 'calendarDays' | 'calendarMonths' | 'calendarYears' | 'dateSet';

/**
 * Why a clock may stand still. `advocate`: stage 1 waits for an advocate (reg 14). `mediation`:
 * the complainant agreed in writing to a stated period. Nothing else stops a clock.
 */
export type PauseReason = 'advocate' | 'mediation';

/**
 * One time limit. Its column `extendedLength` is counted from the same day 0 and null where the
 * limit cannot be extended; `length` is negative where it is counted backwards, and null where a
 * person sets the date. `confidence` is that of the source: H read, M recalled, L uncertain.
 */
export interface StatutoryClock {
	readonly rule: string;
	readonly extendedRule: string | null;
	readonly startedBy: DayZero;
	readonly length: number | null;
	readonly extendedLength: number | null;
	readonly unit: Unit;
	readonly force: Force;
	/** Whose time runs out. What binds the complainant is never refused by itself when late. */
	readonly binds: 'council' | 'complainant';
	/** The regulation adds "or as soon as is reasonably practicable": late needs a reason. */
	readonly orSoonAsPracticable: boolean;
	/** The length is a setting of the council, with this as its default. */
	readonly isSetting: boolean;
	readonly pausedBy: readonly PauseReason[];
	readonly source: string;
	readonly extendedSource: string | null;
	readonly confidence: 'H' | 'M-H' | 'M' | 'L';
}

const COUNCIL = {
	extendedRule: null,
	extendedLength: null,
	extendedSource: null,
	unit: 'workingDays',
	force: 'law',
	binds: 'council',
	orSoonAsPracticable: false,
	isSetting: false,
	pausedBy: [] as readonly PauseReason[]
} as const;

const COMPLAINANT = { ...COUNCIL, binds: 'complainant' } as const;

/** Every time limit of the procedure, with the paragraph that sets it. */
export const STATUTORY_CLOCKS = {
	acknowledgement: {
		...COUNCIL,
		rule: 'ACK-2',
		startedBy: 'complaintReceived',
		length: 2,
		force: 'localPolicy',
		isSetting: true,
		source: 'the council’s own promise',
		confidence: 'M'
	},
	sufficientInterest: {
		...COUNCIL,
		rule: 'ELIG-3',
		startedBy: 'complaintReceived',
		length: 3,
		force: 'target',
		isSetting: true,
		source: 'SI 2006/1738 reg 12, “as soon as possible”',
		confidence: 'L'
	},
	stage1Response: {
		...COUNCIL,
		rule: 'S1-10',
		extendedRule: 'S1-20',
		startedBy: 'complaintReceived',
		length: 10,
		extendedLength: 20,
		pausedBy: ['advocate', 'mediation'],
		source: 'SI 2006/1738 reg 14',
		extendedSource: 'SI 2006/1738 reg 14; Getting the Best from Complaints 3.5',
		confidence: 'H'
	},
	stage2Request: {
		...COMPLAINANT,
		rule: 'S2-REQ-20',
		startedBy: 'stage1AnswerReceived',
		length: 20,
		force: 'advice',
		source: 'Getting the Best from Complaints 3.5.8',
		confidence: 'M-H'
	},
	stage2Response: {
		...COUNCIL,
		rule: 'S2-25',
		extendedRule: 'S2-65',
		startedBy: 'stage2Requested',
		length: 25,
		extendedLength: 65,
		pausedBy: ['mediation'],
		source: 'SI 2006/1738 reg 17(3)',
		extendedSource: 'SI 2006/1738 reg 17(6)',
		confidence: 'H'
	},
	stage2FromStatement: {
		...COUNCIL,
		rule: 'S2-AGREED-25',
		extendedRule: 'S2-AGREED-65',
		startedBy: 'statementAgreed',
		length: 25,
		extendedLength: 65,
		force: 'shadow',
		pausedBy: ['mediation'],
		source: 'SI 2006/1738 reg 17(3), counted from the agreed statement',
		extendedSource: 'SI 2006/1738 reg 17(6), counted from the agreed statement',
		confidence: 'H'
	},
	stage2Statement: {
		...COUNCIL,
		rule: 'S2-SOC-10',
		startedBy: 'stage2Requested',
		length: 10,
		force: 'target',
		isSetting: true,
		source: 'the council’s own target',
		confidence: 'L'
	},
	stage2Appointments: {
		...COUNCIL,
		rule: 'S2-APPT-5',
		startedBy: 'stage2Requested',
		length: 5,
		force: 'target',
		isSetting: true,
		source: 'the council’s own target',
		confidence: 'L'
	},
	stage3Request: {
		...COMPLAINANT,
		rule: 'S3-REQ-20',
		startedBy: 'stage2AnswerReceived',
		length: 20,
		source: 'SI 2006/1738 reg 18',
		confidence: 'M-H'
	},
	stage3Acknowledgement: {
		...COUNCIL,
		rule: 'S3-ACK-2',
		startedBy: 'panelRequested',
		length: 2,
		force: 'guidance',
		source: 'Getting the Best from Complaints 3.13',
		confidence: 'M-H'
	},
	stage3Chair: {
		...COUNCIL,
		rule: 'S3-CHAIR-10',
		startedBy: 'panelRequested',
		length: 10,
		force: 'guidance',
		source: 'Getting the Best from Complaints 3.14',
		confidence: 'M-H'
	},
	stage3PanelMeeting: {
		...COUNCIL,
		rule: 'S3-PANEL-30',
		startedBy: 'panelRequested',
		length: 30,
		source: 'SI 2006/1738 reg 19(4)',
		confidence: 'H'
	},
	stage3Papers: {
		...COUNCIL,
		rule: 'S3-PAPERS',
		startedBy: 'panelMeeting',
		length: -10,
		force: 'guidance',
		source: 'Getting the Best from Complaints 3.14',
		confidence: 'M-H'
	},
	stage3Report: {
		...COUNCIL,
		rule: 'S3-REPORT-5',
		startedBy: 'panelMeeting',
		length: 5,
		orSoonAsPracticable: true,
		source: 'SI 2006/1738 reg 20',
		confidence: 'H'
	},
	stage3ReportSent: {
		...COUNCIL,
		rule: 'S3-REPORT-SENT-5',
		startedBy: 'panelMeeting',
		length: 5,
		orSoonAsPracticable: true,
		source: 'SI 2006/1738 reg 20(2)',
		confidence: 'H'
	},
	stage3Response: {
		...COUNCIL,
		rule: 'S3-RESP-15',
		startedBy: 'panelReportReceived',
		length: 15,
		orSoonAsPracticable: true,
		source: 'SI 2006/1738 reg 20(3)',
		confidence: 'H'
	},
	oneYearToComplain: {
		...COMPLAINANT,
		rule: 'REG9-1Y',
		startedBy: 'groundsArose',
		length: 1,
		unit: 'calendarYears',
		source: 'SI 2006/1738 reg 9',
		confidence: 'H'
	},
	oneYearToResubmit: {
		...COMPLAINANT,
		rule: 'REG8-1Y',
		startedBy: 'proceedingsEnded',
		length: 1,
		unit: 'calendarYears',
		source: 'SI 2006/1738 reg 8',
		confidence: 'M'
	},
	suspensionReview: {
		...COUNCIL,
		rule: 'REG8-REVIEW',
		startedBy: 'suspensionReviewed',
		length: null,
		unit: 'dateSet',
		force: 'localPolicy',
		source: 'SI 2006/1738 reg 8, on the date set with the suspension',
		confidence: 'M'
	},
	ombudsmanEnquiry: {
		...COUNCIL,
		rule: 'LGSCO-ENQ',
		startedBy: 'ombudsmanAsked',
		length: null,
		unit: 'dateSet',
		force: 'information',
		source: 'the date the Ombudsman gave; Local Government Act 1974 s.29',
		confidence: 'M'
	},
	action: {
		...COUNCIL,
		rule: 'ACTION',
		startedBy: 'recommendationAccepted',
		length: null,
		unit: 'dateSet',
		force: 'localPolicy',
		source: 'the date set with the decision; Getting the Best from Complaints 3.8',
		confidence: 'H'
	},
	ombudsman: {
		...COMPLAINANT,
		rule: 'LGSCO-12M',
		startedBy: 'matterKnown',
		length: 12,
		unit: 'calendarMonths',
		force: 'information',
		source: 'Local Government Act 1974 s.26B',
		confidence: 'H'
	},
	dataComplaintAcknowledgement: {
		...COUNCIL,
		rule: 'DP-30',
		startedBy: 'dataComplaintReceived',
		length: 30,
		unit: 'calendarDays',
		source: 'Data (Use and Access) Act 2025, in force 19 June 2026',
		confidence: 'M-H'
	},
	corporateStage1Response: {
		...COUNCIL,
		rule: 'CORP-15',
		extendedRule: 'CORP-25',
		startedBy: 'complaintReceived',
		length: 15,
		extendedLength: 25,
		force: 'localPolicy',
		isSetting: true,
		source: 'the council’s own complaints policy',
		extendedSource: 'the council’s own complaints policy',
		confidence: 'M'
	},
	corporateStage2Acknowledgement: {
		...COUNCIL,
		rule: 'CORP-S2-ACK-5',
		startedBy: 'stage2Requested',
		length: 5,
		force: 'localPolicy',
		isSetting: true,
		source: 'the council’s own complaints policy; Complaint Handling Code, stage 2',
		confidence: 'H'
	},
	corporateStage2Response: {
		...COUNCIL,
		rule: 'CORP-S2-20',
		extendedRule: 'CORP-S2-40',
		startedBy: 'stage2Requested',
		length: 20,
		extendedLength: 40,
		force: 'localPolicy',
		isSetting: true,
		source: 'the council’s own complaints policy; Complaint Handling Code, stage 2',
		extendedSource: 'the council’s own complaints policy: how much longer at most',
		confidence: 'M'
	}
} as const satisfies Record<string, StatutoryClock>;

export type ClockName = keyof typeof STATUTORY_CLOCKS;

/** The clocks whose length is a setting of the council. */
export type LocalClockName = {
	[Name in ClockName]: (typeof STATUTORY_CLOCKS)[Name]['isSetting'] extends true ? Name : never;
}[ClockName];

/** The row of a clock, in the general shape. */
export function clockOf(name: ClockName): StatutoryClock {
	return STATUTORY_CLOCKS[name];
}

/**
 * Which clock counts at stage 2 and which is only shown beside it.
 *
 * By default the request counts. A council may choose the agreed statement, with a warning that
 * the Ombudsman measures from the request (decisions 24-021-502 and 25-010-090).
 */
export function stage2Clocks(countsFrom: 'request' | 'agreedStatement'): {
	counts: ClockName;
	shadow: ClockName;
} {
	return countsFrom === 'request'
		? { counts: 'stage2Response', shadow: 'stage2FromStatement' }
		: { counts: 'stage2FromStatement', shadow: 'stage2Response' };
}
