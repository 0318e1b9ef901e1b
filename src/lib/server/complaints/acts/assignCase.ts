import type { StaffRole } from '#lib/domain/roles/roles.ts';
import { noteAct } from '#lib/server/audit/auditEntries.ts';
import { findVersion } from '#lib/server/complaints/log.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import { queueMessage } from '#lib/server/mail/outgoing.ts';
import { findLineManagers } from '#lib/server/people/standings.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import type { ActRefusal, Order, PushedCommand } from '#lib/wire/sync.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

type AssignCase = Extract<Order, { type: 'assignCase' }>;

/** The roles that may carry a case, and those that may answer it. */
const CARRIERS: readonly StaffRole[] = ['complaintsOfficer', 'complaintsManager'];
const RESPONDERS: readonly StaffRole[] = [...CARRIERS, 'teamManager'];

/**
 * Gives a case to an officer, to the manager who answers it, and to a team. Never to a person
 * complained about; to their line manager only to answer it, with the reason written down
 * (rules 5.2). Whoever gets it is told, with no word of the case.
 */
export async function assignCase(
	work: Work,
	{ complaintId, texts }: Pick<PushedCommand, 'complaintId' | 'texts'>,
	order: AssignCase
): Promise<Carried> {
	const { officerId, responderId, teamId } = order;
	const refusal =
		(await findObjection(work, { complaintId, staffId: officerId, roles: CARRIERS })) ??
		(await findObjection(work, { complaintId, staffId: responderId, roles: RESPONDERS })) ??
		(await findUnknownTeam(work, teamId));
	if (refusal) return refuseAct(refusal);

	const before = await work.trx
		.selectFrom('complaint')
		.select(['officer_id', 'responder_id'])
		.where('complaint_id', '=', complaintId)
		.executeTakeFirstOrThrow();
	const clash = await findClash(work, { complaintId, order, responderBefore: before.responder_id });
	if (clash) return refuseAct(clash);
	await keepTexts(work, complaintId, texts);
	await work.trx
		.updateTable('complaint')
		.set({ officer_id: officerId, responder_id: responderId, team_id: teamId })
		.where('complaint_id', '=', complaintId)
		.execute();
	await noteAct(work, {
		action: 'caseAssigned',
		complaintId,
		data: {
			officerId,
			responderId,
			teamId,
			lineManagerReasonTextId: order.lineManagerReasonTextId ?? null
		}
	});
	const held = [before.officer_id, before.responder_id];
	const told = new Set([officerId, responderId].filter((id) => id !== null && !held.includes(id)));
	for (const staffId of told) if (staffId !== null) await tell(work, staffId);
	return { done: true, version: await findVersion(work, complaintId) };
}

async function findObjection(
	{ trx }: Work,
	asked: { complaintId: string; staffId: string | null; roles: readonly StaffRole[] }
): Promise<ActRefusal | null> {
	const { complaintId, staffId, roles } = asked;
	if (staffId === null) return null;
	const able = await trx
		.selectFrom('staff')
		.innerJoin('staff_role', 'staff_role.staff_id', 'staff.staff_id')
		.select('staff.staff_id')
		.where('staff.staff_id', '=', staffId)
		.where('is_active', '=', true)
		.where('role', 'in', roles)
		.executeTakeFirst();
	if (!able) return { code: 'staffUnknown', staffId };
	const subject = await trx
		.selectFrom('complaint_subject')
		.select('staff_id')
		.where('complaint_id', '=', complaintId)
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	return subject ? { code: 'complainedAbout', staffId } : null;
}

/** The line manager of a person complained about: no officer, and a responder with a reason. */
async function findClash(
	work: Work,
	asked: { complaintId: string; order: AssignCase; responderBefore: string | null }
): Promise<ActRefusal | null> {
	const { officerId, responderId, lineManagerReasonTextId } = asked.order;
	const managers = await findLineManagers(work, asked.complaintId);
	if (officerId !== null && managers.includes(officerId)) {
		return { code: 'subjectsLineManager', staffId: officerId, withReason: false };
	}
	if (responderId === null || !managers.includes(responderId)) return null;
	const isExplained = lineManagerReasonTextId !== undefined;
	return isExplained || responderId === asked.responderBefore
		? null
		: { code: 'subjectsLineManager', staffId: responderId, withReason: true };
}

async function findUnknownTeam({ trx }: Work, teamId: string | null): Promise<ActRefusal | null> {
	if (teamId === null) return null;
	const { teams } = await readCouncil(trx);
	return teams.teams.some((team) => team.teamId === teamId)
		? null
		: { code: 'badForm', path: 'teamId', message: 'Choose a team' };
}

async function tell(work: Work, staffId: string): Promise<void> {
	if (work.actor.kind === 'staff' && work.actor.staffId === staffId) return;
	const { email } = await work.trx
		.selectFrom('staff')
		.select('email')
		.where('staff_id', '=', staffId)
		.executeTakeFirstOrThrow();
	await asOurselves(work, ({ trx, keys }) =>
		queueMessage(trx, keys, {
			purpose: 'caseGivenToYou',
			channel: email ? 'email' : 'inbox',
			staffId,
			words: { recipient: email ?? '', ...MESSAGES_OUT.caseGivenToYou }
		})
	);
}
