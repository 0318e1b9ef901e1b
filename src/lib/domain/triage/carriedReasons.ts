import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import type { Reason } from '#lib/domain/triage/reason.ts';

const BESIDE = {
	opens: [],
	opensAt: null,
	endsElement: false,
	onlyBeside: true,
	needsReason: false
} as const satisfies Partial<Reason>;

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

/** The routes on which our procedures carry an element, and what stands beside them. */
export const CARRIED_REASONS = {
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
	SUSPEND_COURT: SUSPENDED,
	SUSPEND_POLICE: SUSPENDED,
	SUSPEND_DISC: SUSPENDED,
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
	LATE_ACCEPT: {
		...BESIDE,
		needsReason: true,
		tell: ['reasonsOnBothLimbs'],
		source: 'SI 2006/1738 reg 9',
		confidence: 'M-H'
	},
	PERSISTENT: {
		...BESIDE,
		needsReason: true,
		tell: ['warnedAndWhat', 'howLongAndReview', 'ombudsman'],
		source: 'Getting the Best from Complaints, annex',
		confidence: 'M-H'
	}
} as const satisfies Partial<Record<ReasonCode, Reason>>;
