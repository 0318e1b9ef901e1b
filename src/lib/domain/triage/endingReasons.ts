import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import type { Reason } from '#lib/domain/triage/reason.ts';

const NO_STRAND = {
	opens: [],
	opensAt: null,
	endsElement: true,
	onlyBeside: false,
	needsReason: false
} as const satisfies Partial<Reason>;

const REFUSAL = { ...NO_STRAND, needsReason: true } as const;

/** The routes that end an element: refused, withdrawn, or with nobody to answer. */
export const ENDING_REASONS = {
	COURT_DECIDED: {
		...REFUSAL,
		tell: ['onlyCourtCanChange', 'takeLegalAdvice', 'whatWeStillAnswer'],
		source: 'Local Government Act 1974 Sch 5; Ombudsman decision 22-008-758',
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
} as const satisfies Partial<Record<ReasonCode, Reason>>;
