import type { Work } from '#lib/server/work.ts';
import type { PulledAlert } from '#lib/wire/sync.ts';

/** How long a closed alert stays in the list: 7 days. */
const LISTED_MS_AFTER_CLOSING = 7 * 86_400_000;

/** The alerts that are open, and those closed in the last 7 days, newest first. */
export async function findAlerts({ trx, now }: Work): Promise<PulledAlert[]> {
	const since = new Date(now() - LISTED_MS_AFTER_CLOSING).toISOString();
	const rows = await trx
		.selectFrom('safety_alert')
		.select((eb) => [
			'alert_id',
			'complaint_id',
			'answer',
			'raised_at',
			'taken_by',
			'taken_at',
			'closed_at',
			eb('sealed', 'is not', null).as('has_number')
		])
		.where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>=', since)]))
		.orderBy('raised_at', 'desc')
		.execute();
	if (rows.length === 0) return [];
	const ids = rows.map(({ alert_id }) => alert_id);
	const steps = await trx
		.selectFrom('safety_alert_step')
		.select(['alert_id', 'at', 'staff_id', 'what'])
		.where('alert_id', 'in', ids)
		.orderBy('at')
		.execute();
	return rows.map((row) => ({
		alertId: row.alert_id,
		complaintId: row.complaint_id,
		answer: row.answer,
		raisedAt: row.raised_at,
		takenBy: row.taken_by,
		takenAt: row.taken_at,
		closedAt: row.closed_at,
		hasNumber: Boolean(row.has_number),
		steps: steps
			.filter((step) => step.alert_id === row.alert_id)
			.map(({ at, staff_id, what }) => ({ at, staffId: staff_id, what }))
	}));
}
