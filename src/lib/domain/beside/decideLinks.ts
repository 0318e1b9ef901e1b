import type {
	BesideComplaintCommand,
	BesideStrandCommand
} from '#lib/domain/beside/besideCommands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { isOfOurProcedure } from '#lib/domain/complaint/takeUpOld.ts';
import type { Complaint, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

type Of<Type extends (BesideComplaintCommand | BesideStrandCommand)['type']> = Extract<
	BesideComplaintCommand | BesideStrandCommand,
	{ type: Type }
>;

/** Two complaints are shown beside each other. Nothing else follows from it. */
export function decideLink(
	{ beside, receivedOn }: Complaint,
	command: Of<'linkComplaint'>,
	context: RuleContext
): Decision {
	const { otherComplaintId, linkedOn } = command;
	if (beside.links.some((one) => one.otherComplaintId === otherComplaintId)) {
		return refuse({ code: 'linkedAlready' });
	}
	const bad = findBadDate(linkedOn, context, { date: receivedOn, because: 'received' });
	return bad ? refuse(bad) : accept({ ...command, type: 'complaintLinked' });
}

/** They do not belong together after all: the link is taken off, with the reason. */
export function decideUnlink(
	{ beside }: Complaint,
	command: Of<'unlinkComplaint'>,
	context: RuleContext
): Decision {
	const link = beside.links.find((one) => one.otherComplaintId === command.otherComplaintId);
	if (!link) return refuse({ code: 'notLinked' });
	const bad = findBadDate(command.unlinkedOn, context, { date: link.linkedOn, because: 'linked' });
	return bad ? refuse(bad) : accept({ ...command, type: 'complaintUnlinked' });
}

/**
 * The same complaint was received twice. Both records stay; this one is counted with the other,
 * and nothing is owed on it by itself (T13).
 */
export function decideDuplicate(
	{ beside, receivedOn }: Complaint,
	command: Of<'markDuplicate'>,
	context: RuleContext
): Decision {
	if (beside.duplicateOf) return refuse({ code: 'duplicateAlready' });
	const bad = findBadDate(command.markedOn, context, { date: receivedOn, because: 'received' });
	return bad ? refuse(bad) : accept({ ...command, type: 'duplicateMarked' });
}

/** It is no duplicate after all. Its clocks run as if they had never stopped. */
export function decideNoDuplicate(
	{ beside }: Complaint,
	command: Of<'unmarkDuplicate'>,
	context: RuleContext
): Decision {
	if (!beside.duplicateOf) return refuse({ code: 'notDuplicate' });
	const bad = findBadDate(command.unmarkedOn, context, {
		date: beside.duplicateOf.on,
		because: 'duplicateMarked'
	});
	return bad ? refuse(bad) : accept({ ...command, type: 'duplicateUnmarked' });
}

/**
 * A closed strand is opened again, for a reason, and stands where it stood. Every date that was
 * written down stays; no clock begins anew. One of the old register stands at the last stage that
 * its register has; it must be under a procedure of ours.
 *
 * Source: rules 3.1, "from any closed state".
 */
export function decideReopening(
	{ strand }: StrandOfComplaint,
	command: Of<'reopenStrand'>,
	context: RuleContext
): Decision {
	const { closed, stage, importedStages, stage1DayZeroOn } = strand;
	// What was brought back goes on in its new strand.
	if (closed?.reason === 'resubmitted') {
		return refuse({ code: 'cannotReopen', reason: closed.reason });
	}
	const isOld = stage === 'imported';
	if (isOld && !isOfOurProcedure(strand)) return refuse({ code: 'oldProcedureNotOurs' });
	const ended = isOld ? (importedStages.at(-1)?.completedOn ?? stage1DayZeroOn) : closed?.on;
	const bad = findBadDate(command.reopenedOn, context, {
		date: ended ?? null,
		because: 'closed'
	});
	return bad ? refuse(bad) : accept({ ...command, type: 'strandReopened' });
}
