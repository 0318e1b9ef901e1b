import type { Procedure } from '#lib/domain/complaint/codes.ts';
import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import type { Telling } from '#lib/domain/triage/tellings.ts';

/** How sure the source is: H read, M recalled, L uncertain. */
export type Confidence = 'H' | 'M-H' | 'M' | 'L';

/**
 * One route an element of a complaint can take.
 *
 * `opens` names the procedures whose strand may carry it; empty where it opens none. `opensAt`
 * is where that strand begins. `endsElement`: taken alone, nothing is left for our procedures to
 * do. `onlyBeside`: it never decides alone, another route stands with it.
 */
export interface Reason {
	readonly opens: readonly Procedure[];
	readonly opensAt: 'stage1' | 'stage2' | 'suspended' | null;
	readonly endsElement: boolean;
	readonly onlyBeside: boolean;
	/** Why must be written down: a refusal, a suspension, or a discretion used. */
	readonly needsReason: boolean;
	/** What the complainant must be told. */
	readonly tell: readonly Telling[];
	readonly source: string;
	readonly confidence: Confidence;
}

const NO_STRAND = {
	opens: [],
	opensAt: null,
	endsElement: true,
	onlyBeside: false,
	needsReason: false
} as const satisfies Partial<Reason>;

const REFUSAL = { ...NO_STRAND, needsReason: true } as const;

const BESIDE = { ...NO_STRAND, endsElement: false, onlyBeside: true } as const;

const SUSPENDED = {
	opens: ['statutory', 'corporate'],
	opensAt: 'suspended',
	endsElement: false,
	onlyBeside: false,
	needsReason: true,
	tell: [
		'whichProceedings',
		'whyPrejudice',
		'whichElementsStop',
		'reviewDate',
		'resubmitWithinAYear',
		'ombudsman'
	],
	source: 'SI 2006/1738 reg 8',
	confidence: 'M-H'
} as const satisfies Reason;

/** Every route, what it opens or ends, and what the complainant must be told. */
export const REASONS = {
	STAT_S1: {
		opens: ['statutory'],
		opensAt: 'stage1',
		endsElement: false,
		onlyBeside: false,
		needsReason: false,
		tell: [
			'receivedDate',
			'stagesAndDates',
			'whoAnswers',
			'advocateOffer',
			'rightToStage2',
			'adjustments',
			'howDataIsUsed'
		],
		source: 'Children Act 1989 ss.24D, 26; SI 2006/1738 regs 11, 14',
		confidence: 'H'
	},
	STAT_S2_DIRECT: {
		opens: ['statutory'],
		opensAt: 'stage2',
		endsElement: false,
		onlyBeside: false,
		needsReason: false,
		tell: [
			'agreementRecorded',
			'investigatorAndIndependentPerson',
			'stage2Dates',
			'statementToAgree',
			'advocateOffer'
		],
		source: 'SI 2006/1738 reg 17; Getting the Best from Complaints 3.6.1',
		confidence: 'H'
	},
	REPRESENTATION: {
		...NO_STRAND,
		tell: ['isARepresentation', 'canBecomeComplaint'],
		source: 'Getting the Best from Complaints 2',
		confidence: 'H'
	},
	COMPLIMENT: {
		...NO_STRAND,
		tell: ['thanks'],
		source: 'Getting the Best from Complaints 2',
		confidence: 'M'
	},
	QUICK_RESOLVED: {
		opens: ['statutory', 'corporate'],
		opensAt: 'stage1',
		endsElement: false,
		onlyBeside: false,
		needsReason: false,
		tell: ['writtenTerms', 'canGoOn'],
		source: 'SI 2006/1738 reg 15',
		confidence: 'M'
	},
	CORPORATE: {
		opens: ['corporate'],
		opensAt: 'stage1',
		endsElement: false,
		onlyBeside: false,
		needsReason: false,
		tell: ['whyNotStatutory', 'whichTestFailed', 'corporateDates', 'ombudsman'],
		source: 'Local Government Act 1974 s.23; the council’s own complaints policy',
		confidence: 'M'
	},
	SAFEGUARD: {
		...BESIDE,
		tell: ['passedOnUnlessRisk', 'complaintStillStands'],
		source: 'Children Act 1989 ss.17, 47; Working Together',
		confidence: 'M-H'
	},
	LADO: {
		...BESIDE,
		tell: ['separateProcess', 'pausedOnlyForReg8', 'noStaffDetails'],
		source: 'Working Together; Keeping Children Safe in Education',
		confidence: 'M-H'
	},
	PROVIDER: {
		...NO_STRAND,
		tell: ['whoToContact', 'rightToComeBack', 'whatWeStillAnswer', 'ofsted'],
		source: 'Children’s Homes (England) Regulations 2015 reg 39',
		confidence: 'H'
	},
	TRIBUNAL: {
		...NO_STRAND,
		tell: ['appealRightAndLimit', 'whatWeStillAnswer', 'sendiass'],
		source: 'Children and Families Act 2014 s.51',
		confidence: 'M'
	},
	APPEAL: {
		...NO_STRAND,
		tell: ['whoToContact', 'appealRightAndLimit', 'appealForm'],
		source: 'Getting the Best from Complaints 7',
		confidence: 'M'
	},
	IRM: {
		...NO_STRAND,
		tell: ['whoToContact', 'irmLimit'],
		source: 'Independent Review of Determinations (Adoption and Fostering) Regulations 2009',
		confidence: 'M'
	},
	COURT_DECIDED: {
		...REFUSAL,
		tell: ['onlyCourtCanChange', 'takeLegalAdvice', 'whatWeStillAnswer'],
		source: 'Local Government Act 1974 Sch 5; Ombudsman decision 22-008-758',
		confidence: 'H'
	},
	SUSPEND_COURT: SUSPENDED,
	SUSPEND_POLICE: SUSPENDED,
	SUSPEND_DISC: SUSPENDED,
	INSURANCE: {
		...NO_STRAND,
		tell: ['whoToContact', 'elementsStillGoingOn'],
		source: 'Getting the Best from Complaints 7',
		confidence: 'M'
	},
	DATA: {
		...NO_STRAND,
		tell: ['accessRequestMonth', 'informationCommissioner', 'effectElements'],
		source: 'UK GDPR arts 12, 15 and 16',
		confidence: 'H'
	},
	DP_COMPLAINT: {
		...NO_STRAND,
		tell: ['acknowledgedIn30Days', 'outcomeWithoutDelay', 'informationCommissioner'],
		source: 'Data (Use and Access) Act 2025, in force 19 June 2026',
		confidence: 'M-H'
	},
	WHISTLE: {
		...NO_STRAND,
		tell: ['protection', 'whoToContact'],
		source: 'Employment Rights Act 1996 Part IVA',
		confidence: 'H'
	},
	HR: {
		...NO_STRAND,
		tell: ['whoToContact'],
		source: 'the council’s own staff policy',
		confidence: 'M'
	},
	INFO_ONLY: {
		...NO_STRAND,
		tell: ['informationRequest20Days'],
		source: 'Freedom of Information Act 2000 s.10',
		confidence: 'M'
	},
	OTHER_BODY: {
		...NO_STRAND,
		tell: ['whoToContact', 'consentToPassOn'],
		source: 'Getting the Best from Complaints 2 and 7',
		confidence: 'M'
	},
	JOINT: {
		...NO_STRAND,
		tell: ['whoToContact', 'consentToPassOn', 'jointLead'],
		source: 'Getting the Best from Complaints 7',
		confidence: 'M'
	},
	SCHOOL: {
		...NO_STRAND,
		tell: ['whoToContact', 'consentToPassOn'],
		source: 'Education Act 2002 s.29',
		confidence: 'M'
	},
	ADULT: {
		...NO_STRAND,
		tell: ['whoToContact', 'consentToPassOn'],
		source: 'SI 2009/309',
		confidence: 'H'
	},
	NO_STANDING: {
		...REFUSAL,
		tell: ['writtenDecision', 'corporateRouteIfAny', 'ombudsman', 'tellChildIfAppropriate'],
		source: 'SI 2006/1738 reg 12',
		confidence: 'M-H'
	},
	NO_CONSENT: {
		...REFUSAL,
		tell: ['whatIsNeeded', 'howLongForConsent', 'canStillReportConcern'],
		source: 'Getting the Best from Complaints 2',
		confidence: 'M'
	},
	LATE_REFUSE: {
		...REFUSAL,
		tell: ['reasonsOnBothLimbs', 'ombudsman'],
		source: 'SI 2006/1738 reg 9; Getting the Best from Complaints 3.3',
		confidence: 'M-H'
	},
	LATE_ACCEPT: {
		...BESIDE,
		needsReason: true,
		tell: ['reasonsOnBothLimbs'],
		source: 'SI 2006/1738 reg 9',
		confidence: 'M-H'
	},
	EXHAUSTED: {
		...REFUSAL,
		tell: ['whenItWasDone', 'ombudsmanTwelveMonths'],
		source: 'Getting the Best from Complaints 2',
		confidence: 'M-H'
	},
	ANON: {
		...NO_STRAND,
		tell: [],
		source: 'Getting the Best from Complaints 3',
		confidence: 'M-H'
	},
	PERSISTENT: {
		...BESIDE,
		needsReason: true,
		tell: ['warnedAndWhat', 'howLongAndReview', 'ombudsman'],
		source: 'Getting the Best from Complaints, annex',
		confidence: 'M-H'
	},
	NOT_PURSUED: {
		...REFUSAL,
		tell: ['twoAttempts', 'canBeReopened'],
		source: 'Getting the Best from Complaints 3',
		confidence: 'M'
	},
	WITHDRAWN: {
		...NO_STRAND,
		tell: ['withdrawalConfirmed', 'anyInternalReview'],
		source: 'SI 2006/1738 reg 7; Getting the Best from Complaints 3.4',
		confidence: 'M'
	}
} as const satisfies Record<ReasonCode, Reason>;

/** The row of a reason code, in the general shape. */
export function reasonFor(code: ReasonCode): Reason {
	return REASONS[code];
}

/** Whether a strand of that procedure can carry an element on this route. */
export function opensIn(code: ReasonCode, procedure: Procedure): boolean {
	return reasonFor(code).opens.includes(procedure);
}
