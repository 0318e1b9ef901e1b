import type {
	AdrKind,
	AdrResult,
	ChildsViews,
	Consent,
	ConsentEvidence,
	FreezeDecider,
	JointLead,
	LateFactor,
	LinkReason,
	OmbudsmanReferralKind,
	Proceedings
} from '#lib/domain/beside/codes.ts';

/** How a matter came to the Ombudsman. */
export const REFERRAL_KIND_WORDS = {
	premature: 'Premature: we had not had our chance',
	duringDelay: 'While we were late',
	early: 'Early, after stage 2, as both agreed',
	afterAllStages: 'After all stages',
	other: 'About something that is no complaint here'
} as const satisfies Record<OmbudsmanReferralKind, string>;

/** What else is going on. */
export const PROCEEDINGS_WORDS = {
	court: 'Court proceedings',
	tribunal: 'A tribunal',
	police: 'A police investigation',
	criminal: 'Criminal proceedings',
	disciplinary: 'Disciplinary proceedings'
} as const satisfies Record<Proceedings, string>;

/** What weighs for taking a late complaint. */
export const LATE_FACTOR_WORDS = {
	childAtTheTime: 'They were a child then',
	trauma: 'What they had been through',
	disability: 'A disability',
	noAccessToRecords: 'They had no access to the records',
	vulnerable: 'They are vulnerable',
	benefitToThem: 'It can still help them',
	peopleStillThere: 'The people and records are still there',
	humanRights: 'Human rights'
} as const satisfies Record<LateFactor, string>;

/** What was done about the child's views. */
export const CHILDS_VIEWS_WORDS = {
	heard: 'The child was asked, and said what they think',
	notAppropriate: 'It was not right to ask the child',
	notReached: 'The child could not be reached'
} as const satisfies Record<ChildsViews, string>;

/** What the child said to somebody acting for them. */
export const CONSENT_WORDS = {
	given: 'The child agrees',
	partly: 'The child agrees to some of it',
	refused: 'The child does not agree',
	notAble: 'The child cannot say'
} as const satisfies Record<Consent, string>;

/** How that is known. */
export const CONSENT_EVIDENCE_WORDS = {
	inWriting: 'In writing',
	spoken: 'Said to us',
	throughAdvocate: 'Through an advocate',
	assessment: 'By an assessment of what the child understands'
} as const satisfies Record<ConsentEvidence, string>;

/** Who decided whether a change waits. */
export const FREEZE_DECIDER_WORDS = {
	teamManager: 'Team manager',
	serviceManager: 'Service manager',
	headOfService: 'Head of service',
	director: 'Director'
} as const satisfies Record<FreezeDecider, string>;

/** Ways to settle it beside the procedure. */
export const ADR_KIND_WORDS = {
	conciliation: 'Conciliation',
	mediation: 'Mediation',
	headOfServiceReview: 'A review by the head of service',
	furtherResponse: 'A further answer'
} as const satisfies Record<AdrKind, string>;

/** How such a try ended. */
export const ADR_RESULT_WORDS = {
	agreed: 'They agreed',
	partlyAgreed: 'They agreed in part',
	notAgreed: 'They did not agree',
	notHeld: 'It was not held'
} as const satisfies Record<AdrResult, string>;

/** Who leads a joint reply. */
export const JOINT_LEAD_WORDS = {
	council: 'We lead',
	otherBody: 'The other body leads'
} as const satisfies Record<JointLead, string>;

/** Why two complaints are shown beside each other. */
export const LINK_REASON_WORDS = {
	sameChild: 'About the same child',
	sameFamily: 'From the same family',
	sameMatter: 'About the same matter',
	earlierComplaint: 'An earlier complaint of theirs'
} as const satisfies Record<LinkReason, string>;
