import type { BesideBecause, BesideRefusal } from '#lib/domain/beside/besideRefusals.ts';
import type { CalendarRefusal } from '#lib/domain/calendar/known.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ActorRole } from '#lib/domain/roles/roles.ts';
import type { CommandType } from '#lib/domain/complaint/commands.ts';
import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import type { ClosingReason, ElementId, StrandId } from '#lib/domain/complaint/codes.ts';
import type { Stage3Refusal } from '#lib/domain/complaint/stage3Refusals.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { Stage2Refusal } from '#lib/domain/complaint/stage2Refusals.ts';
import type { Phase, StrandStage } from '#lib/domain/complaint/state.ts';

/** Why an order was not carried out: facts only. The sentence for a person is in `words/`. */
export type Refusal =
	| { code: 'notPermitted'; role: ActorRole; command: CommandType }
	| { code: 'wrongPhase'; phase: Phase; command: CommandType }
	| { code: 'wrongStage'; stage: StrandStage; command: CommandType }
	| { code: 'unknownStrand'; strandId: StrandId }
	| { code: 'unknownElement'; elementId: ElementId }
	| CalendarRefusal
	| { code: 'dateInFuture'; date: PlainDate; today: PlainDate }
	| {
			code: 'dateBefore';
			date: PlainDate;
			earliest: PlainDate;
			because:
				| 'received'
				| 'responded'
				| 'requested'
				| 'asked'
				| 'resolved'
				| 'withdrawn'
				| 'closed'
				| 'appointed'
				| 'statementSent'
				| 'reported'
				| 'decided'
				| 'extensionTold'
				| 'stage2Answered'
				| 'stage3Requested'
				| 'panelHeld'
				| 'panelReportReceived'
				| BesideBecause;
	  }
	| Stage2Refusal
	| { code: 'alreadyExtended' }
	| { code: 'alreadyAcknowledged'; acknowledgedOn: PlainDate }
	| { code: 'corporateCannotDoThis'; command: CommandType }
	| { code: 'advocateNotForAdults' }
	| { code: 'advocateAlreadyAsked'; askedOn: PlainDate }
	| { code: 'advocateNotAsked' }
	| { code: 'noElements' }
	| { code: 'elementWithoutRoute'; elementId: ElementId }
	| { code: 'strandWithoutElements'; strandId: StrandId }
	| { code: 'routeNeedsStrand'; elementId: ElementId }
	| { code: 'routeHasNoStrand'; elementId: ElementId }
	| { code: 'routeNotInProcedure'; elementId: ElementId; strandId: StrandId }
	| { code: 'reasonMissing'; elementId: ElementId }
	/** Two routes of one element that cannot both be. */
	| { code: 'routesClash'; elementId: ElementId; one: ReasonCode; other: ReasonCode }
	| { code: 'sameIdTwice'; id: string }
	| { code: 'outcomeMissing'; elementId: ElementId }
	| { code: 'delayReasonMissing'; dueOn: PlainDate }
	| { code: 'tooSoonForDay20Notice'; day20On: PlainDate }
	/** No notice of the right to stage 2 while the complainant has agreed to wait. */
	| { code: 'agreedToWait'; waitsUntilOn: PlainDate }
	/** Day 20 has passed: only the complainant can give more time now. */
	| { code: 'extensionPastLimit'; limitOn: PlainDate }
	/** More time, at stage 1 or 2, is told before that stage is answered or settled. */
	| { code: 'toldAfterAnswer'; toldOn: PlainDate; answeredOn: PlainDate }
	/** Stage 1 still has time, so stage 2 takes both sides; `dueOn` null while it waits. */
	| { code: 'stage2NeedsAgreement'; dueOn: PlainDate | null }
	| { code: 'waitNotLater'; waitsUntilOn: PlainDate; limitOn: PlainDate }
	| { code: 'closingReasonDoesNotFit'; stage: StrandStage; reason: ClosingReason }
	| { code: 'stillTimeToAsk'; until: PlainDate }
	| { code: 'needsTwoPeople' }
	| Stage3Refusal
	| { code: 'alreadyStarted' }
	| BesideRefusal;

/** What the rules say to an order: the events to write down, or why not. */
export type Decision =
	{ accepted: true; events: readonly ComplaintEvent[] } | { accepted: false; refusal: Refusal };

/** Carries an order out: these events are written down, all or none. */
export function accept(...events: ComplaintEvent[]): Decision {
	return { accepted: true, events };
}

/** Does not carry an order out. */
export function refuse(refusal: Refusal): Decision {
	return { accepted: false, refusal };
}
