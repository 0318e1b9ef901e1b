import { sealFor } from '#lib/server/keys/sealing.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';

/** "Are you safe?" was answered "No" or "not sure", on the site or to a member of staff. */
export interface RaisedAlert {
	alertId: string;
	draftId: string | null;
	complaintId: string | null;
	/** The concern it was told with, at a review; left out anywhere else. */
	concernId?: string;
	answer: 'no' | 'notSure';
	/** How to call back, where that was said; sealed with a key of the alert's own. */
	callBack: CallBack | null;
}

/** How to reach somebody who may not be safe. */
export interface CallBack {
	telephone: string;
	/** When to call, as was picked; empty where nothing was. */
	goodTime: string;
	/** False unless they said yes. */
	mayLeaveMessage: boolean;
}

/** Raises the alert and queues the telling of the duty list, in this transaction. */
export async function raiseAlert(work: Work, alert: RaisedAlert): Promise<void> {
	const raisedAt = new Date(work.now()).toISOString();
	await asOurselves(work, async (ours) => {
		await ours.trx
			.insertInto('safety_alert')
			.values({
				alert_id: alert.alertId,
				draft_id: alert.draftId,
				complaint_id: alert.complaintId,
				concern_id: alert.concernId ?? null,
				answer: alert.answer,
				raised_at: raisedAt,
				sealed: alert.callBack && (await sealCallBack(ours, alert.alertId, alert.callBack))
			})
			.execute();
		await enqueue(ours.trx, {
			kind: 'tellDuty',
			data: { alertId: alert.alertId },
			runAt: raisedAt,
			uniqueKey: `tellDuty:${alert.alertId}:0`
		});
	});
}

/** Adds how to call back to an alert that was raised before; says whether there is one. */
export async function addCallBack(
	work: Work,
	alertId: string,
	callBack: CallBack
): Promise<boolean> {
	return asOurselves(work, async (ours) => {
		const changed = await ours.trx
			.updateTable('safety_alert')
			.set({ sealed: await sealCallBack(ours, alertId, callBack) })
			.where('alert_id', '=', alertId)
			.executeTakeFirst();
		return changed.numUpdatedRows > 0n;
	});
}

async function sealCallBack({ trx, keys }: Work, alertId: string, callBack: CallBack) {
	const key = await sealFor(trx, keys, { ownerId: alertId, ownerKind: 'alert' });
	return key.seal(
		{ table: 'safety_alert', column: 'sealed', rowId: alertId },
		JSON.stringify(callBack)
	);
}
