import { openAlertContact } from '#lib/server/alerts/answerAlert.ts';
import { noteAct } from '#lib/server/audit/auditEntries.ts';
import { openFor } from '#lib/server/keys/sealing.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/** One alert whole, as whoever answers it needs it. */
export interface ReadAlert {
	alertId: string;
	complaintId: string | null;
	answer: 'no' | 'notSure';
	raisedAt: string;
	takenBy: string | null;
	takenAt: string | null;
	closedAt: string | null;
	/** The number and the time they left; null where they left none. */
	contact: { telephone: string; goodTime: string; mayLeaveMessage: boolean } | null;
	steps: readonly {
		stepId: string;
		at: string;
		staffId: string | null;
		what: string;
		note: string;
	}[];
}

/**
 * One alert with its number and notes; null where it is not theirs to see. That a person opened
 * an alert of a case is written down, as every look at a case is.
 */
export async function readAlert(
	service: Service,
	staffId: string,
	alertId: string
): Promise<ReadAlert | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const row = await work.trx
			.selectFrom('safety_alert')
			.select([
				'alert_id',
				'complaint_id',
				'answer',
				'raised_at',
				'sealed',
				'taken_by',
				'taken_at',
				'closed_at'
			])
			.where('alert_id', '=', alertId)
			.executeTakeFirst();
		if (!row) return null;
		if (row.complaint_id) {
			const data = { alertId };
			await noteAct(work, { action: 'alertOpened', complaintId: row.complaint_id, data });
		}
		return {
			alertId,
			complaintId: row.complaint_id,
			answer: row.answer,
			raisedAt: row.raised_at,
			takenBy: row.taken_by,
			takenAt: row.taken_at,
			closedAt: row.closed_at,
			contact: await openAlertContact(work.trx, service, row),
			steps: await readSteps(work, alertId)
		};
	});
}

async function readSteps({ trx, keys }: Work, alertId: string): Promise<ReadAlert['steps']> {
	const rows = await trx
		.selectFrom('safety_alert_step')
		.select(['step_id', 'at', 'staff_id', 'what', 'sealed'])
		.where('alert_id', '=', alertId)
		.orderBy('at')
		.execute();
	const key = rows.some(({ sealed }) => sealed) ? await openFor(trx, keys, alertId) : null;
	return rows.map((row) => ({
		stepId: row.step_id,
		at: row.at,
		staffId: row.staff_id,
		what: row.what,
		note: row.sealed ? (key?.open(noteOf(row.step_id), row.sealed) ?? 'Erased') : ''
	}));
}

function noteOf(stepId: string) {
	return { table: 'safety_alert_step', column: 'sealed', rowId: stepId } as const;
}
