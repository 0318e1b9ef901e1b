/** Who complains (rules 2.2). */
export const PERSON_CODES = [
	'P1',
	'P2',
	'P3',
	'P4',
	'P5',
	'P6',
	'P7',
	'P8',
	'P9',
	'P10',
	'P11',
	'P12',
	'P13',
	'P14',
	'P15',
	'P16',
	'P17',
	'P18'
] as const;
export type PersonCode = (typeof PERSON_CODES)[number];

/** What the point is about (rules 2.3). */
export const SUBJECT_CODES = [
	'S1',
	'S2',
	'S3',
	'S4',
	'S5',
	'S6',
	'S7',
	'S8',
	'S9',
	'S10',
	'S11',
	'S12',
	'S13',
	'S14',
	'S15',
	'S16',
	'S17',
	'S18',
	'S19',
	'S20',
	'S21',
	'S22',
	'S23',
	'S24',
	'S25',
	'S26'
] as const;
export type SubjectCode = (typeof SUBJECT_CODES)[number];

/** Every route an element can take (rules 2.5). */
export const REASON_CODES = [
	'STAT_S1',
	'STAT_S2_DIRECT',
	'REPRESENTATION',
	'COMPLIMENT',
	'QUICK_RESOLVED',
	'CORPORATE',
	'SAFEGUARD',
	'LADO',
	'PROVIDER',
	'TRIBUNAL',
	'APPEAL',
	'IRM',
	'COURT_DECIDED',
	'SUSPEND_COURT',
	'SUSPEND_POLICE',
	'SUSPEND_DISC',
	'INSURANCE',
	'DATA',
	'DP_COMPLAINT',
	'WHISTLE',
	'HR',
	'INFO_ONLY',
	'OTHER_BODY',
	'JOINT',
	'SCHOOL',
	'ADULT',
	'NO_STANDING',
	'NO_CONSENT',
	'LATE_REFUSE',
	'LATE_ACCEPT',
	'EXHAUSTED',
	'ANON',
	'PERSISTENT',
	'NOT_PURSUED',
	'WITHDRAWN'
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** How old the matter is (SI 2006/1738 reg 9). T2 and T3 are decisions, not facts. */
export const TIMING_CODES = ['T1', 'T2', 'T3', 'T4', 'T5'] as const;
export type TimingCode = (typeof TIMING_CODES)[number];

/** What else is going on about the same matter (SI 2006/1738 reg 8). */
export const CONCURRENCY_CODES = ['T6', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'T13'] as const;
export type ConcurrencyCode = (typeof CONCURRENCY_CODES)[number];

/** What somebody has told us, before it is a complaint. In doubt it is a complaint. */
export const CONTACT_KINDS = [
	'complaint',
	'representation',
	'compliment',
	'enquiry',
	'serviceRequest',
	'informationRequest'
] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];
