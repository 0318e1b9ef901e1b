/** Ids of what runs beside the procedure; made where the thing is made, and final. */
export type OmbudsmanCaseId = string;
export type EnquiryId = string;
export type RecommendationId = string;
export type FreezeId = string;
export type AdrId = string;

/**
 * How a matter came to the Ombudsman. `premature`: before the council had its chance. `duringDelay`:
 * while a stage is late. `early`: after stage 2, by agreement. `afterAllStages`: the usual way.
 * `other`: about something that has no complaint under these procedures.
 */
export const OMBUDSMAN_REFERRAL_KINDS = [
	'premature',
	'duringDelay',
	'early',
	'afterAllStages',
	'other'
] as const;
export type OmbudsmanReferralKind = (typeof OMBUDSMAN_REFERRAL_KINDS)[number];

/** What else is going on that considering the element might prejudice (SI 2006/1738 reg 8). */
export const PROCEEDINGS = ['court', 'tribunal', 'police', 'criminal', 'disciplinary'] as const;
export type Proceedings = (typeof PROCEEDINGS)[number];

/** What weighs for accepting a late complaint (guidance 3.3; the Ombudsman's fact sheet). */
export const LATE_FACTORS = [
	'childAtTheTime',
	'trauma',
	'disability',
	'noAccessToRecords',
	'vulnerable',
	'benefitToThem',
	'peopleStillThere',
	'humanRights'
] as const;
export type LateFactor = (typeof LATE_FACTORS)[number];

/** What was done about the child's views before interest was decided (SI 2006/1738 reg 12). */
export const CHILDS_VIEWS = ['heard', 'notAppropriate', 'notReached'] as const;
export type ChildsViews = (typeof CHILDS_VIEWS)[number];

/** What the child said to somebody acting for them. `partly`: to some of it. `notAble`: too young or unwell to say. */
export const CONSENTS = ['given', 'partly', 'refused', 'notAble'] as const;
export type Consent = (typeof CONSENTS)[number];

/** How the child's consent is known. */
export const CONSENT_EVIDENCE = ['inWriting', 'spoken', 'throughAdvocate', 'assessment'] as const;
export type ConsentEvidence = (typeof CONSENT_EVIDENCE)[number];

/** Who decided whether a disputed decision waits; a disagreement goes up to the next. */
export const FREEZE_DECIDERS = [
	'teamManager',
	'serviceManager',
	'headOfService',
	'director'
] as const;
export type FreezeDecider = (typeof FREEZE_DECIDERS)[number];

/** Ways to settle it beside the procedure. None takes away the right to go on. */
export const ADR_KINDS = [
	'conciliation',
	'mediation',
	'headOfServiceReview',
	'furtherResponse'
] as const;
export type AdrKind = (typeof ADR_KINDS)[number];

/** How such a try ended. */
export const ADR_RESULTS = ['agreed', 'partlyAgreed', 'notAgreed', 'notHeld'] as const;
export type AdrResult = (typeof ADR_RESULTS)[number];

/** Who leads the one reply to a complaint about two bodies (guidance 7). */
export const JOINT_LEADS = ['council', 'otherBody'] as const;
export type JointLead = (typeof JOINT_LEADS)[number];

/** Why two complaints are shown beside each other. */
export const LINK_REASONS = ['sameChild', 'sameFamily', 'sameMatter', 'earlierComplaint'] as const;
export type LinkReason = (typeof LINK_REASONS)[number];
