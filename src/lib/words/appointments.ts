import type {
	AppointmentRole,
	ConflictName,
	PastInvolvement
} from '#lib/domain/roles/appointments.ts';

/** What somebody is appointed as. */
export const APPOINTMENT_ROLE_WORDS = {
	investigatingOfficer: 'Investigating officer',
	independentPerson: 'Independent person',
	adjudicatingOfficer: 'Adjudicating officer',
	panelChair: 'Panel chair',
	panelMember: 'Panel member',
	stage3Director: 'Director who answers the panel'
} as const satisfies Record<AppointmentRole, string>;

/** What stands against an appointment, after "they": "they answered at stage 1". */
export const CONFLICT_WORDS = {
	complaintsManager: 'run complaints here',
	stage1Responder: 'answered at stage 1',
	investigatingOfficer: 'are or were the investigating officer',
	independentPerson: 'are or were the independent person',
	adjudicatingOfficer: 'are or were the adjudicating officer',
	panelMember: 'sit on the panel',
	panelChair: 'chair the panel',
	stage3Director: 'answer the panel',
	advocate: 'are the advocate',
	subjectOfComplaint: 'are complained about',
	subjectsLineManager: 'manage the person complained about',
	officerOrMember: 'are an officer or member of the council',
	spouseOfOfficerOrMember: 'are married or in a civil partnership with an officer or member',
	leftOfficeRecently: 'left the council less than three years ago',
	pastInvolvement: 'dealt with the matter before',
	managesTheTeam: 'manage the team it is about',
	sameNameInvolvement: 'dealt before with a child of the same name'
} as const satisfies Record<ConflictName, string>;

/** How they dealt with it before, after "they": "they sat on the panel of another complaint". */
export const PAST_INVOLVEMENT_WORDS = {
	answeredOther: 'answered stage 1 of another complaint of this child or family',
	subjectOfOther: 'were complained about by this child or family before',
	investigatedOther: 'investigated another complaint of this child or family',
	independentOnOther: 'were the independent person in another complaint of this child or family',
	adjudicatedOther: 'decided another complaint of this child or family',
	panelOnOther: 'sat on the panel of another complaint of this child or family',
	directorOnOther: 'answered the panel of another complaint of this child or family',
	namedInCase: 'are named in a complaint as somebody around this child'
} as const satisfies Record<PastInvolvement, string>;
