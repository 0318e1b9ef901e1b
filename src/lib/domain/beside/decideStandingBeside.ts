import { addYears, parsePlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { BesideComplaintCommand } from '#lib/domain/beside/besideCommands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

type Of<Type extends BesideComplaintCommand['type']> = Extract<
	BesideComplaintCommand,
	{ type: Type }
>;

/**
 * Whether something more than one year old is considered: it was not reasonable to expect it
 * earlier, and it can still be considered effectively and fairly. Reasons on both. It is a
 * discretion; a refusal goes in writing, with the way to the Ombudsman.
 *
 * Source: SI 2006/1738 reg 9; Getting the Best from Complaints 3.3.
 */
export function decideLateReceipt(
	complaint: Complaint,
	command: Of<'decideLateReceipt'>,
	context: RuleContext
): Decision {
	const { aroseOn, elementId, toldOn, notReasonableEarlier, stillEffectiveAndFair } = command;
	const { receivedOn } = complaint;
	const bad =
		findUnknownElement(complaint, elementId) ??
		findBadDays(complaint, [command.decidedOn, toldOn], context) ??
		findNotLate(aroseOn, receivedOn ?? command.decidedOn);
	if (bad) return refuse(bad);
	const isAccepted = notReasonableEarlier && stillEffectiveAndFair;
	if (!isAccepted && toldOn === null) return refuse({ code: 'refusalNotTold' });
	return accept({ ...command, type: 'lateReceiptDecided', isAccepted });
}

/**
 * Whether somebody has sufficient interest in the child's welfare: as soon as possible, with the
 * child's views where that is right. A refusal goes in writing. Decided again, the later stands.
 *
 * Source: Children Act 1989 s.26(3)(e); SI 2006/1738 reg 12.
 */
export function decideInterest(
	complaint: Complaint,
	command: Of<'decideInterest'>,
	context: RuleContext
): Decision {
	const { decidedOn, toldOn, childToldOn, isSufficient, childsViews, childsViewsTextId } = command;
	const bad = findBadDays(complaint, [decidedOn, toldOn, childToldOn], context);
	if (bad) return refuse(bad);
	if (childsViews === 'heard' && childsViewsTextId === null) {
		return refuse({ code: 'childsViewsMissing' });
	}
	if (!isSufficient && toldOn === null) return refuse({ code: 'refusalNotTold' });
	return accept({ ...command, type: 'interestDecided' });
}

/**
 * What the child said to somebody acting for them, how that is known, and whether the council
 * finds that person suitable. Recorded again, the later stands.
 *
 * Source: Getting the Best from Complaints 2.
 */
export function decideConsent(
	complaint: Complaint,
	command: Of<'recordConsent'>,
	context: RuleContext
): Decision {
	const bad = findBadDays(complaint, [command.recordedOn], context);
	return bad ? refuse(bad) : accept({ ...command, type: 'consentRecorded' });
}

/** The child takes back their consent. The complaint itself is not ended by that. */
export function decideConsentWithdrawn(
	{ beside }: Complaint,
	{ withdrawnOn, evidenceTextId }: Of<'withdrawConsent'>,
	context: RuleContext
): Decision {
	const { consent } = beside;
	const said = consent?.recorded.consent;
	if (!consent || (said !== 'given' && said !== 'partly') || consent.withdrawnOn !== null) {
		return refuse({ code: 'noConsentRecorded' });
	}
	const bad = findBadDate(withdrawnOn, context, {
		date: consent.recorded.recordedOn,
		because: 'consentRecorded'
	});
	return bad ? refuse(bad) : accept({ type: 'consentWithdrawn', withdrawnOn, evidenceTextId });
}

/** Why an element is none of this complaint; null also where none is named. */
export function findUnknownElement(
	{ elements }: Complaint,
	elementId: string | null
): Refusal | null {
	if (elementId === null || elements.some((one) => one.elementId === elementId)) return null;
	return { code: 'unknownElement', elementId };
}

function findBadDays(
	{ receivedOn }: Complaint,
	dates: readonly (Complaint['receivedOn'] | null)[],
	context: RuleContext
): Refusal | null {
	for (const date of dates) {
		if (date === null) continue;
		const bad = findBadDate(date, context, { date: receivedOn, because: 'received' });
		if (bad) return bad;
	}
	return null;
}

/** The matter may be older than the list of bank holidays: calendar years need none. */
function findNotLate(
	aroseOn: Of<'decideLateReceipt'>['aroseOn'],
	receivedOn: Of<'decideLateReceipt'>['aroseOn']
): Refusal | null {
	const parsed = parsePlainDate(aroseOn);
	if (!parsed.known) return parsed.refusal;
	const lastOn = addYears(aroseOn, 1);
	return receivedOn <= lastOn ? { code: 'notLate', aroseOn, lastOn } : null;
}
