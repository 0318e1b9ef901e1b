import type {
	Channel,
	ClosingReason,
	DelayReason,
	ExtensionReason,
	ExtensionView,
	Outcome,
	Procedure,
	SpokenTo,
	Stage2Document,
	Stage2ExtensionReason,
	Stage2Report,
	WayDealtWith
} from '#lib/domain/complaint/codes.ts';

/** What was done about an idea, a question or a thank-you. */
export const WAY_DEALT_WITH_WORDS = {
	answeredByLetter: 'Answered by letter',
	answeredByPhone: 'Answered by telephone',
	answeredInPerson: 'Answered in person',
	passedOn: 'Passed on to those it was for'
} as const satisfies Record<WayDealtWith, string>;

/** How somebody reached the council. */
export const CHANNEL_WORDS = {
	website: 'Website',
	telephone: 'Telephone',
	email: 'E-mail',
	letter: 'Letter',
	inPerson: 'In person',
	form: 'Paper form',
	textMessage: 'Text message',
	atReview: 'At a review',
	advocate: 'Through an advocate'
} as const satisfies Record<Channel, string>;

/** Under which procedure a strand runs. */
export const PROCEDURE_WORDS = {
	statutory: 'Statutory',
	corporate: 'Corporate'
} as const satisfies Record<Procedure, string>;

/** The formal finding about one element. What a child reads instead is in `public/answer.ts`. */
export const FINDING_WORDS = {
	upheld: 'Upheld',
	partiallyUpheld: 'Partially upheld',
	notUpheld: 'Not upheld',
	noFinding: 'No finding'
} as const satisfies Record<Outcome, string>;

/** Whether the complainant was spoken to first. */
export const SPOKEN_TO_WORDS = {
	yes: 'Yes',
	tried: 'Tried, not reached',
	notYet: 'Not yet'
} as const satisfies Record<SpokenTo, string>;

/** The grounds for more time at stage 1 (SI 2006/1738 reg 14). */
export const EXTENSION_REASON_WORDS = {
	complex: 'The complaint is complex',
	advocate: 'The complainant wants an advocate first'
} as const satisfies Record<ExtensionReason, string>;

/** The grounds for more time at stage 2 (guidance 3.6.7). */
export const STAGE2_EXTENSION_REASON_WORDS = {
	severalAgencies: 'Several agencies take part',
	concurrentInvestigation: 'Another investigation runs beside it',
	complex: 'The complaint is particularly complex',
	keyWitnessUnavailable: 'A key witness is away for a time',
	staffUnavailable: 'A key member of staff is away for a time'
} as const satisfies Record<Stage2ExtensionReason, string>;

/** The two reports of stage 2. */
export const STAGE2_REPORT_WORDS = {
	investigation: 'Investigation report',
	independentPerson: 'Independent person’s report'
} as const satisfies Record<Stage2Report, string>;

/** What the complainant is sent at the end of stage 2, to stand in a sentence. */
export const STAGE2_DOCUMENT_WORDS = {
	investigationReport: 'the investigation report',
	independentPersonReport: 'the independent person’s report',
	adjudication: 'the adjudication'
} as const satisfies Record<Stage2Document, string>;

/** What the complainant said about more time. */
export const EXTENSION_VIEW_WORDS = {
	agrees: 'Agrees',
	doesNotAgree: 'Does not agree',
	notReached: 'Not reached'
} as const satisfies Record<ExtensionView, string>;

/** Why an answer was late. */
export const DELAY_REASON_WORDS = {
	serviceDelay: 'The service was late',
	keyPersonUnavailable: 'A key person was not there',
	complainantsDelay: 'The complainant needed more time',
	extensionAgreed: 'More time was agreed',
	detailedOrHistorical: 'Many details, or long ago',
	eligibilityQuery: 'It was unclear who may complain',
	advocate: 'An advocate was waited for',
	concurrentInvestigation: 'Another investigation was running',
	meetingArranged: 'A meeting was arranged',
	appointments: 'The investigators were found late',
	statementOfComplaint: 'The statement of complaint took long to agree'
} as const satisfies Record<DelayReason, string>;

/** Why a strand was closed. */
export const CLOSING_REASON_WORDS = {
	answeredAndContent: 'Answered, and they are happy with the answer',
	answeredNoReply: 'Answered, and no reply in 20 working days',
	resolved: 'Settled, and the terms carried out',
	withdrawn: 'Withdrawn',
	notPursued: 'Not pursued: two tries to reach them had no reply',
	notResubmitted: 'Proceedings over, and not brought back within the year',
	resubmitted: 'Brought back, and goes on in a new strand',
	scopeNotAgreed: 'Stage 2 ended: the scope could not be agreed',
	stage2AnsweredNoReply: 'Stage 2 answered, and no panel asked for in 20 working days',
	stage3RefusedLate: 'A late request for a panel was not accepted',
	stage3Answered: 'Answered after the panel',
	referredEarly: 'Sent to the Ombudsman without a panel, as both agreed',
	corporateAnswered: 'Answered at the last corporate stage, and told of the Ombudsman'
} as const satisfies Record<ClosingReason, string>;
