import type {
	BesideComplaintCommand,
	BesideStrandCommand
} from '#lib/domain/beside/besideCommands.ts';
import type { ClosingReason } from '#lib/domain/complaint/codes.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint, Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';
import type { PersonCode } from '#lib/domain/triage/codes.ts';

type Of<Type extends (BesideComplaintCommand | BesideStrandCommand)['type']> = Extract<
	BesideComplaintCommand | BesideStrandCommand,
	{ type: Type }
>;

/** Those who complain as the child: the outcome is told to them in any case. */
const CHILDREN: readonly PersonCode[] = ['P1', 'P2', 'P3', 'P10'];

/** Endings without any outcome that a child could be told. */
const WITHOUT_OUTCOME: readonly ClosingReason[] = [
	'withdrawn',
	'notPursued',
	'resubmitted',
	'notResubmitted'
];

/**
 * An adult complained about what concerns a child: whether the child hears the outcome, in words
 * of their own, is decided and written down. Not telling them takes a reason.
 *
 * Source: Children Act 1989 s.26(7).
 */
export function decideChildIsTold(
	{ complaint }: StrandOfComplaint,
	command: Of<'decideChildIsTold'>,
	context: RuleContext
): Decision {
	const { decidedOn, isTold, toldOn, childVersionTextId, reasonTextId } = command;
	const since = { date: complaint.receivedOn, because: 'received' as const };
	const bad =
		findBadDate(decidedOn, context, since) ??
		(toldOn === null ? null : findBadDate(toldOn, context, since));
	if (bad) return refuse(bad);
	if (isTold && childVersionTextId === null) return refuse({ code: 'childVersionMissing' });
	if (!isTold && reasonTextId === null) return refuse({ code: 'childReasonMissing' });
	return accept({ ...command, type: 'childIsToldDecided', toldOn: isTold ? toldOn : null });
}

/** Whether closing a strand for that reason still waits for the decision about the child. */
export function mustDecideAboutChild(
	{ madeBy, elements }: Complaint,
	strand: Strand,
	reason: ClosingReason
): boolean {
	if (madeBy !== 'adult' || strand.procedure !== 'statutory') return false;
	if (strand.beside.childIsTold !== null || WITHOUT_OUTCOME.includes(reason)) return false;
	return !elements.some(
		({ elementId, person }) => strand.elementIds.includes(elementId) && CHILDREN.includes(person)
	);
}

/** The independent reviewing officer hears the outcome where it touches the care plan (s.25B). */
export function decideReviewingOfficerTold(
	{ complaint }: StrandOfComplaint,
	{ strandId, toldOn }: Of<'tellReviewingOfficer'>,
	context: RuleContext
): Decision {
	const bad = findBadDate(toldOn, context, { date: complaint.receivedOn, because: 'received' });
	return bad ? refuse(bad) : accept({ type: 'reviewingOfficerTold', strandId, toldOn });
}

/** Two bodies are complained about: one leads, and the complainant agreed that they share it (G-30). */
export function decideJoint(
	complaint: Complaint,
	command: Of<'recordJointComplaint'>,
	context: RuleContext
): Decision {
	if (complaint.beside.joint?.repliedOn === null) return refuse({ code: 'jointAlready' });
	if (complaint.beside.joint) {
		return refuse({ code: 'jointReplied', sentOn: complaint.beside.joint.repliedOn });
	}
	const bad = findBadDate(command.consentOn, context, {
		date: complaint.receivedOn,
		because: 'received'
	});
	return bad ? refuse(bad) : accept({ ...command, type: 'jointComplaintRecorded' });
}

/** The one reply of both bodies went. */
export function decideJointReply(
	{ beside }: Complaint,
	{ sentOn }: Of<'recordJointReply'>,
	context: RuleContext
): Decision {
	const { joint } = beside;
	if (!joint) return refuse({ code: 'notJoint' });
	if (joint.repliedOn !== null) return refuse({ code: 'jointReplied', sentOn: joint.repliedOn });
	const bad = findBadDate(sentOn, context, { date: joint.consentOn, because: 'jointAgreed' });
	return bad ? refuse(bad) : accept({ type: 'jointReplySent', sentOn });
}
