import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openFor, sealFor } from '#lib/server/keys/sealing.ts';
import type { Service } from '#lib/server/service.ts';

/** What a member of staff does about an alert. */
export type AlertAct =
	| { act: 'take' }
	| { act: 'called' | 'noAnswer'; note: string }
	| { act: 'note'; note: string }
	| { act: 'close'; reason: AlertClosingReason; note: string };

/** Why an alert may end. There is no other way, and no time ends it. */
export const ALERT_CLOSING_REASONS = [
	'spokenToAndSafe',
	'passedToSafeguarding',
	'emergencyServices',
	'madeByMistake'
] as const;
export type AlertClosingReason = (typeof ALERT_CLOSING_REASONS)[number];

/** What came of it: `takenBy` names who was first where somebody else already has it. */
export type AlertAnswered =
	| { done: true }
	| { done: false; because: 'notYours' | 'alreadyClosed' | 'noteMissing' }
	| { done: false; because: 'alreadyTaken'; takenBy: string };

/**
 * Takes, notes or closes an alert.
 *
 * Only one person takes it. Calls may be noted by anyone who may see it; closing needs a reason
 * and words about what was done.
 */
export async function answerAlert(
	service: Service,
	staffId: string,
	answer: { alertId: string } & AlertAct
): Promise<AlertAnswered> {
	return asActor(service.db, `staff:${staffId}`, async (trx) => {
		const alert = await trx
			.selectFrom('safety_alert')
			.select(['taken_by', 'closed_at'])
			.where('alert_id', '=', answer.alertId)
			.forUpdate()
			.executeTakeFirst();
		if (!alert) return { done: false, because: 'notYours' };
		if (alert.closed_at) return { done: false, because: 'alreadyClosed' };
		if (answer.act === 'take' && alert.taken_by && alert.taken_by !== staffId) {
			return { done: false, because: 'alreadyTaken', takenBy: alert.taken_by };
		}
		if (answer.act !== 'take' && answer.note.trim() === '') {
			return { done: false, because: 'noteMissing' };
		}
		await change(trx, service.now(), { staffId, answer, isTaken: alert.taken_by !== null });
		await addStep(trx, service, { staffId, answer });
		return { done: true };
	});
}

/** The number and the times a child left with an alert; null where none was given. */
export async function openAlertContact(
	trx: Transaction<Database>,
	service: Service,
	alert: { alert_id: string; sealed: Buffer | null }
): Promise<{ telephone: string; goodTime: string; mayLeaveMessage: boolean } | null> {
	if (!alert.sealed) return null;
	const key = await openFor(trx, service.keys, alert.alert_id);
	const words = key?.open(
		{ table: 'safety_alert', column: 'sealed', rowId: alert.alert_id },
		alert.sealed
	);
	return words ? JSON.parse(words) : null;
}

async function change(
	trx: Transaction<Database>,
	nowMs: number,
	{
		staffId,
		answer,
		isTaken
	}: { staffId: string; answer: { alertId: string } & AlertAct; isTaken: boolean }
): Promise<void> {
	const at = new Date(nowMs).toISOString();
	const taken = isTaken ? {} : { taken_by: staffId, taken_at: at };
	const closed =
		answer.act === 'close'
			? { closed_by: staffId, closed_at: at, closing_reason: answer.reason }
			: {};
	if (answer.act !== 'take' && answer.act !== 'close') return;
	await trx
		.updateTable('safety_alert')
		.set({ ...taken, ...closed })
		.where('alert_id', '=', answer.alertId)
		.execute();
}

const STEP_OF = {
	take: 'taken',
	called: 'called',
	noAnswer: 'noAnswer',
	note: 'note',
	close: 'closed'
} as const;

async function addStep(
	trx: Transaction<Database>,
	service: Service,
	{ staffId, answer }: { staffId: string; answer: { alertId: string } & AlertAct }
): Promise<void> {
	const stepId = randomUUID();
	const key = await sealFor(trx, service.keys, { ownerId: answer.alertId, ownerKind: 'alert' });
	const note = answer.act === 'take' ? '' : answer.note.trim();
	await trx
		.insertInto('safety_alert_step')
		.values({
			step_id: stepId,
			alert_id: answer.alertId,
			staff_id: staffId,
			what: STEP_OF[answer.act],
			sealed: note
				? key.seal({ table: 'safety_alert_step', column: 'sealed', rowId: stepId }, note)
				: null
		})
		.execute();
}
