import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { queueMessage } from '#lib/server/mail/outgoing.ts';
import { queuePush } from '#lib/server/push/queuePush.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { MESSAGES_OUT } from '#lib/words/outside.ts';

/**
 * Tells the next on the duty list about an alert that nobody has taken, and comes back after
 * the time the council set, round and round the list, until somebody takes it.
 *
 * With an empty list, every complaints officer, manager and duty worker is told each time: an
 * alert is never left with nobody. The message says only to sign in. Source: decision 7.
 */
export async function tellDuty(service: Service, alertId: string): Promise<void> {
	await asActor(service.db, 'system', async (trx) => {
		const alert = await trx
			.selectFrom('safety_alert')
			.select(['told_count', 'taken_at', 'closed_at', 'complaint_id'])
			.where('alert_id', '=', alertId)
			.forUpdate()
			.executeTakeFirst();
		if (!alert || alert.taken_at || alert.closed_at) return;

		const { duty } = await readCouncil(trx);
		const able = await listAble(trx, alert.complaint_id);
		const listed = duty.staffIds.filter((staffId) => able.some((each) => each.staffId === staffId));
		const next = listed[alert.told_count % Math.max(listed.length, 1)];
		const told = able.filter((each) => next === undefined || each.staffId === next);
		const now = service.now();
		for (const each of told) {
			await tellOne(trx, service, { alertId, ...each });
			const about = `${alertId} ${alert.told_count}`;
			await queuePush(trx, { staffId: each.staffId, kind: 'alert', about, alertId }, now);
		}

		await trx
			.updateTable('safety_alert')
			.set({ told_count: alert.told_count + 1, last_told_at: new Date(now).toISOString() })
			.where('alert_id', '=', alertId)
			.execute();
		await enqueue(trx, {
			kind: 'tellDuty',
			data: { alertId },
			runAt: new Date(now + duty.nextAfterMinutes * 60_000).toISOString(),
			uniqueKey: `tellDuty:${alertId}:${alert.told_count + 1}`
		});
	});
}

/** Who may see this alert: never the person complained about. */
async function listAble(
	trx: Transaction<Database>,
	complaintId: string | null
): Promise<{ staffId: string; email: string | null }[]> {
	const rows = await trx
		.selectFrom('staff')
		.select(['staff.staff_id', 'email'])
		.where('is_active', '=', true)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('staff_role')
					.select('role')
					.whereRef('staff_role.staff_id', '=', 'staff.staff_id')
					.where('role', 'in', ['dutyWorker', 'complaintsOfficer', 'complaintsManager'])
			)
		)
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('complaint_subject')
						.select('complaint_subject.staff_id')
						.whereRef('complaint_subject.staff_id', '=', 'staff.staff_id')
						.where('complaint_id', '=', complaintId ?? '00000000-0000-0000-0000-000000000000')
				)
			)
		)
		.orderBy('display_name')
		.execute();
	return rows.map((row) => ({ staffId: row.staff_id, email: row.email }));
}

async function tellOne(
	trx: Transaction<Database>,
	service: Service,
	told: { alertId: string; staffId: string; email: string | null }
): Promise<void> {
	await trx
		.insertInto('safety_alert_step')
		.values({ step_id: randomUUID(), alert_id: told.alertId, staff_id: told.staffId, what: 'told' })
		.execute();
	await queueMessage(trx, service.keys, {
		purpose: 'alert',
		channel: told.email ? 'email' : 'inbox',
		staffId: told.staffId,
		words: { recipient: told.email ?? '', ...MESSAGES_OUT.alert }
	});
}
