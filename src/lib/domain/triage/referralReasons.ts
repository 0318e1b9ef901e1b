import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import type { Reason } from '#lib/domain/triage/reason.ts';

const NO_STRAND = {
	opens: [],
	opensAt: null,
	endsElement: true,
	onlyBeside: false,
	needsReason: false
} as const satisfies Partial<Reason>;

/** The routes on which somebody else takes an element, or it is simply answered. */
export const REFERRAL_REASONS = {
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
	}
} as const satisfies Partial<Record<ReasonCode, Reason>>;
