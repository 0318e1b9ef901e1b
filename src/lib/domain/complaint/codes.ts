/** Ids made where the thing is made, on a device or on the server, and final from then on. */
export type ComplaintId = string;
export type StrandId = string;
export type ElementId = string;
/** The id of words kept where they can be erased. */
export type TextId = string;
export type AppointmentId = string;
export type RecommendationId = string;
/** The id of a document kept sealed beside the case. */
export type DocumentId = string;

/** How somebody reached the council. Any of them counts; none needs a form (guidance 3). */
export const CHANNELS = [
	'website',
	'telephone',
	'email',
	'letter',
	'inPerson',
	'form',
	'textMessage',
	'atReview',
	'advocate'
] as const;
export type Channel = (typeof CHANNELS)[number];

/** What was done about an idea, a question or a thank-you, where no message of ours shows it. */
export const WAYS_DEALT_WITH = [
	'answeredByLetter',
	'answeredByPhone',
	'answeredInPerson',
	'passedOn'
] as const;
export type WayDealtWith = (typeof WAYS_DEALT_WITH)[number];

/** Two procedures only; once begun a strand stays in its own (rules 0, trap 4). */
export type Procedure = 'statutory' | 'corporate';

/** Whether the complainant was spoken to before the decision. */
export const SPOKEN_TO = ['yes', 'tried', 'notYet'] as const;
export type SpokenTo = (typeof SPOKEN_TO)[number];

/** The only grounds for more time at stage 1 (SI 2006/1738 reg 14). */
export const EXTENSION_REASONS = ['complex', 'advocate'] as const;
export type ExtensionReason = (typeof EXTENSION_REASONS)[number];

/** What the complainant said about more time. Sought and recorded, not a condition. */
export const EXTENSION_VIEWS = ['agrees', 'doesNotAgree', 'notReached'] as const;
export type ExtensionView = (typeof EXTENSION_VIEWS)[number];

/** What was found about one element. `noFinding`: accounts that cannot be reconciled. */
export const OUTCOMES = ['upheld', 'partiallyUpheld', 'notUpheld', 'noFinding'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * The grounds for more time at stage 2. Seeking agreement is asked for, not needed.
 *
 * Source: SI 2006/1738 reg 17(6); Getting the Best from Complaints 3.6.7-8.
 */
export const STAGE2_EXTENSION_REASONS = [
	'severalAgencies',
	'concurrentInvestigation',
	'complex',
	'keyWitnessUnavailable',
	'staffUnavailable'
] as const;
export type Stage2ExtensionReason = (typeof STAGE2_EXTENSION_REASONS)[number];

/** The two reports of stage 2, one by each of the two who were appointed (guidance 3.7). */
export const STAGE2_REPORTS = ['investigation', 'independentPerson'] as const;
export type Stage2Report = (typeof STAGE2_REPORTS)[number];

/** What the complainant is sent. Stage 2 is complete only when all three were (guidance 3.8). */
export const STAGE2_DOCUMENTS = [
	'investigationReport',
	'independentPersonReport',
	'adjudication'
] as const;
export type Stage2Document = (typeof STAGE2_DOCUMENTS)[number];

/** Why an answer was late: the lists of two councils, and what they lacked (rules 3.4). */
export const DELAY_REASONS = [
	'serviceDelay',
	'keyPersonUnavailable',
	'complainantsDelay',
	'extensionAgreed',
	'detailedOrHistorical',
	'eligibilityQuery',
	'advocate',
	'concurrentInvestigation',
	'meetingArranged',
	'appointments',
	'statementOfComplaint'
] as const;
export type DelayReason = (typeof DELAY_REASONS)[number];

/**
 * Why a strand ends. Closing never takes away the right to the next stage.
 *
 * `scopeNotAgreed`: stage 2 was discontinued after real effort, with the way to the Ombudsman.
 * `stage2AnsweredNoReply`: the 20 working days to ask for a panel have passed.
 * `stage3RefusedLate`, `stage3Answered`, `referredEarly`: the ends after stage 2.
 * `corporateAnswered`: the corporate procedure's last answer, which told of the Ombudsman.
 * `answeredAndContent`: the complainant said so. `answeredNoReply`: answered, and the 20
 * working days that the guidance recommends have passed. `resolved`: terms agreed.
 * `notPursued`: two attempts to reach the complainant, by different means, had no reply.
 * `notResubmitted`: proceedings ended, and the year to bring it back passed. `resubmitted`: it
 * goes on in a strand of its own; only the rules close it so.
 */
export const CLOSING_REASONS = [
	'answeredAndContent',
	'answeredNoReply',
	'resolved',
	'withdrawn',
	'notPursued',
	'notResubmitted',
	'resubmitted',
	'scopeNotAgreed',
	'stage2AnsweredNoReply',
	'stage3RefusedLate',
	'stage3Answered',
	'referredEarly',
	'corporateAnswered'
] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
