import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type {
	EarlyReferralCondition,
	PanelReportReader
} from '#lib/domain/complaint/stage3Codes.ts';

/** Why an order of stage 3, or of an early referral, was not carried out. */
export type Stage3Refusal =
	/** A late request is to be decided, and this one is not late, or was decided. */
	| { code: 'requestNotLate' }
	/** Nothing is arranged for a late request before it was decided. */
	| { code: 'lateRequestUndecided' }
	/** The complainant has to be told how to reach the Ombudsman. */
	| { code: 'ombudsmanNotTold' }
	/** Past day 30 without a reason. */
	| { code: 'panelPastLimit'; limitOn: PlainDate }
	| { code: 'panelDateChangeNeedsReason'; panelOn: PlainDate }
	| { code: 'panelDateNotFixed' }
	/** It can only be written down as held on the day that was fixed. */
	| { code: 'panelOnAnotherDay'; panelOn: PlainDate }
	/** Three independent persons, one of them the chair. */
	| { code: 'panelIncomplete'; hasChair: boolean; members: number }
	| { code: 'papersNotSent' }
	| { code: 'papersTooLate'; papersByOn: PlainDate }
	/** Somebody was appointed after the papers went. */
	| { code: 'panelWithoutPapers'; personIds: readonly string[] }
	| { code: 'reportMissing' }
	/** It is written down once. */
	| { code: 'panelReportAlreadySent'; sentOn: PlainDate }
	/** Somebody who always gets it is not among those it went to. */
	| { code: 'panelReportNotToAll'; missing: PanelReportReader }
	| { code: 'independentPersonNotInvolved' }
	| { code: 'tookPartAfterResponse'; sentOn: PlainDate }
	| { code: 'directorMissing' }
	| { code: 'recommendationUndecided'; recommendationId: string }
	| { code: 'departureNeedsReason'; recommendationId: string }
	/** Accepted without an owner or a day. */
	| { code: 'actionIncomplete'; recommendationId: string }
	| { code: 'earlyReferralUnmet'; condition: EarlyReferralCondition }
	| { code: 'earlyReferralNotAgreed' }
	| { code: 'nothingToCorrect' }
	| { code: 'dateAfter'; date: PlainDate; latest: PlainDate };
