import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Command, CommandOf, CommandType } from '#lib/domain/complaint/commands.ts';
import type { LetterId } from '#lib/letters/catalogue.ts';

/** The order that a letter's going out is. */
export interface StepOfLetter {
	command: CommandType;
	/** The fields of the order that take the day the letter went. */
	wentOn: readonly string[];
}

/**
 * Letters that are themselves the step the procedure asks for: it counts from the day they went.
 * The answers of each stage are not here: they are recorded by their own release.
 *
 * Source: SI 2006/1738 regs 8, 9, 12, 14, 17 and 18; Getting the Best from Complaints 3.19; rules 3.3; Complaint Handling Code.
 */
export const STEP_OF_LETTER: Readonly<Partial<Record<LetterId, StepOfLetter>>> = {
	acknowledged: step('acknowledgeComplaint', 'acknowledgedOn'),
	stage1Extended: step('extendStage1', 'toldOn'),
	rightToStage2: step('tellRightToStage2', 'toldOn'),
	statementToAgree: step('draftStatement', 'sentOn'),
	stage2Extended: step('extendStage2', 'toldOn'),
	corporateStage2Acknowledged: step('acknowledgeCorporateStage2', 'acknowledgedOn'),
	corporateStage2Extended: step('extendStage2', 'toldOn'),
	stage2Late: step('tellStage2Delay', 'toldOn'),
	stage2Stopped: step('discontinueStage2', 'ombudsmanToldOn'),
	courtDecided: step('limitScope', 'toldOn', 'ombudsmanToldOn'),
	stage3Acknowledged: step('acknowledgeStage3', 'acknowledgedOn'),
	lateStage3Accepted: step('decideLateStage3'),
	lateStage3Refused: step('decideLateStage3', 'ombudsmanToldOn'),
	panelReport: step('sendPanelReport', 'sentOn'),
	earlyReferralMade: step('referEarly', 'referredOn'),
	suspended: step('suspendElement', 'toldOn'),
	mayBringBack: step('tellRightToResubmit', 'toldOn'),
	tooLate: step('decideLateReceipt', 'toldOn'),
	lateAccepted: step('decideLateReceipt', 'toldOn'),
	noStanding: step('decideInterest', 'toldOn'),
	childToldOutcome: step('decideChildIsTold', 'toldOn'),
	reviewingOfficerTold: step('tellReviewingOfficer', 'toldOn')
};

/** The order with the day the letter went in it, whatever day stood there. */
export function onTheDayItWent(order: Command, { wentOn }: StepOfLetter, day: PlainDate): Command {
	return { ...order, ...Object.fromEntries(wentOn.map((field) => [field, day])) } as Command;
}

function step<Type extends CommandType>(
	command: Type,
	...wentOn: readonly (keyof CommandOf<Type> & string)[]
): StepOfLetter {
	return { command, wentOn };
}
