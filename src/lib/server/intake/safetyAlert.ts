import { randomUUID } from 'node:crypto';
import type { Answers } from '#lib/intake/answers.ts';
import { mayNotBeSafe, othersMayNotBeSafe } from '#lib/intake/questions/safe.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { addCallBack, raiseAlert, type CallBack } from '#lib/server/alerts/raiseAlert.ts';
import type { Work } from '#lib/server/work.ts';

/** An alert that a draft raised. */
export interface RaisedAlert {
	alertId: string;
	answer: 'no' | 'notSure';
	/** In milliseconds. */
	raisedAt: number;
	isClosed: boolean;
}

/** The pages that ask whether somebody is safe: a child (C4, A5), an adult (B9), anyone else (A5). */
const ASKS_IF_SAFE: ReadonlySet<StepId> = new Set<StepId>(['3', '23', '24', '32']);

/**
 * Raises the alert that an answer calls for, in the transaction that saves the answer.
 *
 * One draft has one open alert. A later "Yes" leaves it standing; "No" after "not sure" makes it
 * the graver one. A number given on the help page is added to it, and asking for a call there is
 * itself a reason to raise one.
 */
export async function alertFor(
	work: Work,
	step: StepId,
	{ draftId, answers }: { draftId: string; answers: Answers }
): Promise<void> {
	const asksForCall = step === '3h' && answers.callBack !== undefined;
	const isUnsafe =
		step === '24' ? othersMayNotBeSafe(answers.othersSafe) : mayNotBeSafe(answers.safe);
	if (!(ASKS_IF_SAFE.has(step) && isUnsafe) && !asksForCall) return;

	const isGrave = answers.safe === 'no' || (step === '24' && answers.othersSafe === 'no');
	const answer = isGrave ? 'no' : 'notSure';
	const callBack = callBackOf(answers);
	const raised = await findAlert(work, draftId);
	if (!raised || raised.isClosed) {
		await raiseAlert(work, { alertId: randomUUID(), draftId, complaintId: null, answer, callBack });
		return;
	}
	if (answer === 'no') await makeGraver(work, raised.alertId);
	if (asksForCall && callBack) await addCallBack(work, raised.alertId, callBack);
}

/** The newest alert of a draft, or null. */
export async function findAlert({ trx }: Work, draftId: string): Promise<RaisedAlert | null> {
	const row = await trx
		.selectFrom('safety_alert')
		.select(['alert_id', 'answer', 'raised_at', 'closed_at'])
		.where('draft_id', '=', draftId)
		.orderBy('raised_at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row
		? {
				alertId: row.alert_id,
				answer: row.answer,
				raisedAt: Date.parse(row.raised_at),
				isClosed: row.closed_at !== null
			}
		: null;
}

async function makeGraver({ trx }: Work, alertId: string): Promise<void> {
	await trx
		.updateTable('safety_alert')
		.set({ answer: 'no' })
		.where('alert_id', '=', alertId)
		.execute();
}

function callBackOf({ callBack }: Answers): CallBack | null {
	return callBack
		? {
				telephone: callBack.number,
				goodTime: callBack.time ?? '',
				mayLeaveMessage: callBack.leaveMessage === 'yes'
			}
		: null;
}
