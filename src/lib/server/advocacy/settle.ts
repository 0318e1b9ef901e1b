import type { DeclinedBecause } from '#lib/domain/advocacy/request.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { isAllowedInPhase } from '#lib/domain/complaint/stageTable.ts';
import { findConflicts } from '#lib/domain/roles/appointments.ts';
import { requestAdvocate } from '#lib/server/complaints/advocateRequest.ts';
import { carryOut } from '#lib/server/complaints/carryOut.ts';
import { findHistory, type OrderGiven } from '#lib/server/complaints/log.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { keepPeople } from '#lib/server/people/people.ts';
import { findStandings } from '#lib/server/people/standings.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';

/**
 * The provider cannot take the young person on. Nobody there sees anything of them from now on,
 * and the next provider with a contract is asked, with the name only: what the child told us was
 * for the first alone, until the child says so again.
 */
export async function declineRequest(
	work: Work,
	request: { requestId: string; complaintId: string },
	declined: { because: DeclinedBecause | null; on: PlainDate }
): Promise<void> {
	const { requestId, complaintId } = request;
	await asOurselves(work, async (ours) => {
		await ours.trx
			.updateTable('advocate_request')
			.set((eb) => ({
				answer: 'declined',
				answered_on: declined.on,
				acknowledged_on: eb.fn.coalesce('acknowledged_on', eb.val(declined.on)),
				declined_because: declined.because,
				ended_on: declined.on,
				ended_because: 'declined'
			}))
			.where('request_id', '=', requestId)
			.execute();
		const before = await ours.trx
			.selectFrom('advocate_request')
			.select('provider_id')
			.where('complaint_id', '=', complaintId)
			.where('answer', '=', 'declined')
			.execute();
		// Nobody of the staff asked: the request goes on by itself.
		await requestAdvocate(
			{ ...ours, actor: { kind: 'system' } },
			{ complaintId, toldOn: dateInEngland(ours.now()), mayKnow: 'nameOnly' },
			before.map(({ provider_id }) => provider_id)
		);
	});
}

/**
 * An advocate who signs in is the young person's from that day on, and a clock that waited for one
 * goes on. To be called with the case locked.
 *
 * Source: SI 2006/1738 reg 14.
 */
export async function assignAdvocate(
	work: Work,
	request: { requestId: string; complaintId: string },
	assigned: OrderGiven & { staffId: string; name: string; on: PlainDate; isHandOver: boolean }
): Promise<Carried> {
	const { requestId, complaintId } = request;
	const { staffId, name, on, isHandOver, commandId, givenAt } = assigned;
	return asOurselves(work, async (ours) => {
		await ours.trx
			.updateTable('advocate_request')
			.set((eb) => ({
				...(isHandOver ? {} : { answer: 'accepted' as const, answered_on: on }),
				acknowledged_on: eb.fn.coalesce('acknowledged_on', eb.val(on)),
				assigned_to: staffId,
				assigned_on: on
			}))
			.where('request_id', '=', requestId)
			.execute();
		await nameInCase(ours, complaintId, { staffId, name });
		const history = await findHistory(ours.trx, complaintId);
		const { advocate, phase } = rebuild(history.map(({ event }) => event));
		if (advocate.appointedOn !== null || !isAllowedInPhase(phase, 'recordAdvocateAppointed')) {
			return { done: true, version: history.length };
		}
		return carryOut(ours, {
			complaintId,
			commandId,
			givenAt,
			commands: [{ type: 'recordAdvocateAppointed', appointedOn: on }]
		});
	});
}

/**
 * Whether anything stands against that person being the advocate in this case. In a provider's
 * inbox nobody can write down a reason, so what elsewhere warns stops it here.
 *
 * Source: SI 2004/719; rules 5.2.
 */
export async function mayNotBeAdvocate(
	work: Work,
	complaintId: string,
	{ staffId, on }: { staffId: string; on: PlainDate }
): Promise<boolean> {
	return asOurselves(work, async (ours) => {
		const standing = (await findStandings(ours, complaintId, [staffId])).get(staffId);
		if (!standing) return true;
		const held = await ours.trx
			.selectFrom('appointment')
			.select('role')
			.where('complaint_id', '=', complaintId)
			.where('person_id', '=', staffId)
			.execute();
		const conflicts = findConflicts({
			role: 'advocate',
			on,
			standing,
			held: held.map(({ role }) => role as never)
		});
		return conflicts.length > 0;
	});
}

/** Whoever signs in as the advocate is not named in the case any more. */
export async function unnameAdvocate(work: Work, complaintId: string): Promise<void> {
	await asOurselves(work, ({ trx, now }) =>
		trx
			.updateTable('complaint_person')
			.set({ sealed: null, name_index: [], erased_at: new Date(now()).toISOString() })
			.where('complaint_id', '=', complaintId)
			.where('part', '=', 'advocate')
			.where('staff_id', 'is not', null)
			.execute()
	);
}

/**
 * The one advocate whose name stands in the case. That somebody was it before stays, without the
 * name: they can have no other part in the case.
 */
async function nameInCase(
	ours: Work,
	complaintId: string,
	{ staffId, name }: { staffId: string; name: string }
): Promise<void> {
	await unnameAdvocate(ours, complaintId);
	await keepPeople(ours, complaintId, [
		{ personId: crypto.randomUUID(), part: 'advocate', name, relation: '', staffId }
	]);
}
