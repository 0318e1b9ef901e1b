import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type {
	AppointmentId,
	ElementId,
	Stage2Document,
	Stage2Report
} from '#lib/domain/complaint/codes.ts';
import type { StatementSettled } from '#lib/domain/complaint/stage2State.ts';
import type {
	AppointmentRole,
	ConflictName,
	PastInvolvement
} from '#lib/domain/roles/appointments.ts';

/** Why an order about stage 2 was not carried out: facts only. */
export type Stage2Refusal =
	/** Nobody of that id can be appointed. */
	| { code: 'personUnknown'; personId: string }
	| {
			code: 'conflictRefused';
			role: AppointmentRole;
			conflicts: readonly ConflictName[];
			/** What is known of the past and may be told, where that stands against it. */
			past?: readonly PastInvolvement[];
	  }
	/** Without it they would not get to the papers. */
	| { code: 'personLacksRole'; role: AppointmentRole }
	| { code: 'signInOver'; lastDayOn: PlainDate }
	/** Possible, if each is accepted by name and the reason is written down. */
	| {
			code: 'conflictWarned';
			role: AppointmentRole;
			conflicts: readonly ConflictName[];
			past?: readonly PastInvolvement[];
	  }
	| { code: 'declarationMissing'; role: AppointmentRole }
	| { code: 'declarationTooLate'; declarationSignedOn: PlainDate; appointedOn: PlainDate }
	| { code: 'partTaken'; role: AppointmentRole }
	| { code: 'notAppointed'; role: AppointmentRole }
	| { code: 'unknownAppointment'; appointmentId: AppointmentId }
	| { code: 'appointmentOver'; endedOn: PlainDate }
	| { code: 'versionNotNext'; expected: number }
	| { code: 'versionNotLatest'; latest: number }
	| { code: 'noStatementSent' }
	| { code: 'statementIsSettled'; how: StatementSettled['how'] }
	| { code: 'statementNotAgreedYet' }
	/** Said aloud: reg 16 asks for a written record that the complainant agrees or comments on. */
	| { code: 'statementNeeded' }
	| { code: 'alreadyLimited'; elementId: ElementId }
	| { code: 'nothingLeftToInvestigate' }
	| { code: 'stage2ExtensionTooLong'; newDueOn: PlainDate; limitOn: PlainDate }
	| { code: 'stage2ExtensionNotLater'; newDueOn: PlainDate; after: PlainDate }
	| { code: 'stage2LimitPassed'; limitOn: PlainDate }
	| { code: 'tooSoonForDelayLetter'; limitOn: PlainDate }
	| { code: 'delayAlreadyTold'; toldOn: PlainDate }
	| { code: 'expectedInPast'; expectedOn: PlainDate; toldOn: PlainDate }
	| { code: 'reportNotAttached' }
	| { code: 'reportNotReceived'; report: Stage2Report }
	| { code: 'pointWasLimited'; elementId: ElementId }
	| { code: 'notAdjudicated' }
	| { code: 'recommendationNeedsDate'; place: number }
	| { code: 'recommendationNeedsReason'; place: number }
	| { code: 'documentsMissing'; missing: readonly Stage2Document[] }
	| { code: 'tooFewAttempts'; found: number; needed: number }
	| { code: 'recommendationRejected' }
	| { code: 'stage2NotAnswered' }
	/** Under the statutory procedure stage 2 is an investigation: no short answer ends it. */
	| { code: 'statutoryNeedsInvestigation' }
	/** The 20 working days to ask for a panel have not gone by. */
	| { code: 'stillTimeForPanel'; until: PlainDate }
	| { code: 'stage2AlreadyAsked'; requestedOn: PlainDate };
