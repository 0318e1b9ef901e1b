import type { StandardCategory } from '#lib/domain/triage/categories.ts';
import type {
	ConcurrencyCode,
	ContactKind,
	PersonCode,
	ReasonCode,
	SubjectCode,
	TimingCode
} from '#lib/domain/triage/codes.ts';

/** Who complains, as staff read it. */
export const PERSON_WORDS = {
	P1: 'Child we look after',
	P2: 'Child in need, not looked after',
	P3: 'Care leaver',
	P4: 'Parent',
	P5: 'Other person with parental responsibility',
	P6: 'Foster carer of ours',
	P7: 'Foster carer of an agency',
	P8: 'Adopter, adopted person or birth relative',
	P9: 'Special guardian or child under a special guardianship order',
	P10: 'Advocate or solicitor for a child or care leaver',
	P11: 'Adult acting for a child',
	P12: 'Relative, friend or other person with an interest in the child',
	P13: 'Adult, about their own treatment',
	P14: 'Councillor or MP',
	P15: 'Member of staff',
	P16: 'Nobody we can name',
	P17: 'Family of a child who has died',
	P18: 'Young person we do not know yet'
} as const satisfies Record<PersonCode, string>;

/** What a point is about, as staff read it. */
export const SUBJECT_WORDS = {
	S1: 'Help for a child in need, disabled child or short break',
	S2: 'Placement, care plan, family time, reviews, health or school in care',
	S3: 'Leaving care, pathway plan or personal adviser',
	S4: 'Decision to apply to court',
	S5: 'Adoption: support, placement or matching',
	S6: 'Special guardianship support',
	S7: 'How a social worker behaved',
	S8: 'How a complaint was handled',
	S9: 'Child protection enquiry, conference or plan',
	S10: 'Report to a court, s.7 or s.37',
	S11: 'Early help',
	S12: 'Assessing or approving a carer',
	S13: 'Allegation against a carer or worker',
	S14: 'Special educational needs or education, health and care plan',
	S15: 'School admission, exclusion or transport',
	S16: 'What a school itself did',
	S17: 'Youth justice or prevention',
	S18: 'Care by a home, agency or respite provider',
	S19: 'Compensation, damage or injury',
	S20: 'Records, requests for them, or a data breach',
	S21: 'Contract or childminder registration',
	S22: 'Matter a court has decided',
	S23: 'Policy, budget or criteria in general',
	S24: 'Another body, such as police or health',
	S25: 'Services for adults',
	S26: 'Planned change of plan or placement'
} as const satisfies Record<SubjectCode, string>;

/** How old the matter is. */
export const TIMING_WORDS = {
	T1: 'Within one year',
	T2: 'Over a year, both limbs met: accept',
	T3: 'Over a year, a limb fails: refuse',
	T4: 'Still going on within the year; older part apart',
	T5: 'Over a year, with good cause such as childhood or trauma'
} as const satisfies Record<TimingCode, string>;

/** What else is going on about the same matter. */
export const CONCURRENCY_WORDS = {
	T6: 'Court case that overlaps',
	T7: 'Court case that does not overlap',
	T8: 'Legal action threatened, nothing in writing',
	T9: 'Legal action announced in writing',
	T10: 'Police investigation',
	T11: 'Staff discipline',
	T12: 'Proceedings that are over',
	T13: 'Same complaint in another process'
} as const satisfies Record<ConcurrencyCode, string>;

/** What kind of contact it is. */
export const CONTACT_KIND_WORDS = {
	complaint: 'Complaint',
	representation: 'Idea or comment',
	compliment: 'Thank-you',
	enquiry: 'Question',
	serviceRequest: 'Request for a service',
	informationRequest: 'Request for information'
} as const satisfies Record<ContactKind, string>;

/** Each route, as a staff member chooses it. */
export const REASON_WORDS = {
	STAT_S1: 'Stage 1',
	STAT_S2_DIRECT: 'Stage 2 at once, both agree',
	REPRESENTATION: 'Answer it, not a complaint',
	COMPLIMENT: 'Pass on the thanks',
	QUICK_RESOLVED: 'Stage 1, sorted at once',
	CORPORATE: 'Corporate complaint',
	SAFEGUARD: 'Safeguarding, now',
	LADO: 'Designated officer (LADO), now',
	PROVIDER: 'Pass to the provider',
	TRIBUNAL: 'Tribunal',
	APPEAL: 'Appeal',
	IRM: 'Independent Review Mechanism',
	COURT_DECIDED: 'Only a court can change it',
	SUSPEND_COURT: 'Wait for the court',
	SUSPEND_POLICE: 'Wait for the police',
	SUSPEND_DISC: 'Wait for staff discipline',
	INSURANCE: 'Insurance claim',
	DATA: 'Information rights',
	DP_COMPLAINT: 'Data-protection complaint',
	WHISTLE: 'Whistleblowing',
	HR: 'Staff policy',
	INFO_ONLY: 'Request for information',
	OTHER_BODY: 'Pass to another body',
	JOINT: 'Joint answer with another body',
	SCHOOL: 'Pass to the school',
	ADULT: 'Adult services complaint',
	NO_STANDING: 'No sufficient interest',
	NO_CONSENT: 'No consent or authority',
	LATE_REFUSE: 'Over a year, refused',
	LATE_ACCEPT: 'Over a year, accepted',
	EXHAUSTED: 'Has been through all stages',
	ANON: 'Recorded, nobody to answer',
	PERSISTENT: 'Managed contact',
	NOT_PURSUED: 'No reply to us',
	WITHDRAWN: 'Withdrawn'
} as const satisfies Record<ReasonCode, string>;

/** The standard categories, in the words of the guidance. */
export const CATEGORY_WORDS = {
	'disputed-decision': 'Unwelcome or disputed decision',
	quality: 'Quality or appropriateness of a service',
	delay: 'Delay in decision making or provision',
	delivery: 'Delivery or non-delivery of services',
	'quantity-or-cost': 'Quantity, frequency, change or cost of a service',
	staff: 'Attitude or behaviour of staff',
	eligibility: 'Application of eligibility criteria',
	policy: 'Impact of applying a policy',
	'assessment-and-review': 'Assessment, care management and review'
} as const satisfies Record<StandardCategory, string>;
