import type { BesideComplaintCommand } from '#lib/domain/beside/besideCommands.ts';
import type { Freeze } from '#lib/domain/beside/besideState.ts';
import { findUnknownElement } from '#lib/domain/beside/decideStandingBeside.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

type Of<Type extends BesideComplaintCommand['type']> = Extract<
	BesideComplaintCommand,
	{ type: Type }
>;

/**
 * The complaint is about a change still to come: the change is presumed to wait until the
 * complaint is considered. No clock of the complaint moves.
 *
 * Source: Getting the Best from Complaints 6 (G-26).
 */
export function decideFreezing(
	complaint: Complaint,
	command: Of<'freezeDecision'>,
	context: RuleContext
): Decision {
	const { freezeId, elementId, frozenOn } = command;
	if (findFreeze(complaint, freezeId)) return refuse({ code: 'sameIdTwice', id: freezeId });
	const bad =
		findUnknownElement(complaint, elementId) ??
		findBadDate(frozenOn, context, { date: complaint.receivedOn, because: 'received' });
	return bad ? refuse(bad) : accept({ ...command, type: 'decisionFrozen' });
}

/** A manager decides; a disagreement goes up, and each decision is kept. Not waiting needs a reason. */
export function decideWhetherItWaits(
	complaint: Complaint,
	command: Of<'decideFreeze'>,
	context: RuleContext
): Decision {
	const freeze = findFreeze(complaint, command.freezeId);
	if (!freeze) return refuse({ code: 'unknownFreeze' });
	const bad = findOverOrBadDate(freeze, command.decidedOn, context);
	if (bad) return refuse(bad);
	if (!command.isDeferred && command.reasonTextId === null) {
		return refuse({ code: 'freezeReasonMissing' });
	}
	return accept({ ...command, type: 'freezeDecided' });
}

/** The change waits no longer: the complaint was considered, or something new makes it pressing. */
export function decideFreezeLifted(
	complaint: Complaint,
	command: Of<'liftFreeze'>,
	context: RuleContext
): Decision {
	const freeze = findFreeze(complaint, command.freezeId);
	if (!freeze) return refuse({ code: 'unknownFreeze' });
	const bad = findOverOrBadDate(freeze, command.liftedOn, context);
	return bad ? refuse(bad) : accept({ ...command, type: 'freezeLifted' });
}

function findFreeze({ beside }: Complaint, freezeId: string): Freeze | undefined {
	return beside.freezes.find((one) => one.freezeId === freezeId);
}

function findOverOrBadDate(
	{ liftedOn, frozenOn }: Freeze,
	on: Freeze['frozenOn'],
	context: RuleContext
): Refusal | null {
	if (liftedOn !== null) return { code: 'freezeOver', liftedOn };
	return findBadDate(on, context, { date: frozenOn, because: 'frozen' });
}
