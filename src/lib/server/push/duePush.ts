import { sql } from 'kysely';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { instantOf, seeingAs, type Work } from '#lib/server/work.ts';
import type { PushKind } from '#lib/domain/offline/devicePush.ts';

/** What became of a telling. */
export type PushOutcome = NonNullable<Database['push_message']['outcome']['__select__']>;

/** A telling that is to be sent now, and where to. */
export interface DuePush {
	pushId: string;
	subscriptionId: string;
	kind: PushKind;
	endpoint: string;
	p256dh: Buffer;
	auth: Buffer;
	endsAtMs: number;
}

/** How a telling stands. */
export type Due =
	| { kind: 'due'; push: DuePush }
	| { kind: 'later'; untilMs: number | null }
	| { kind: 'ended'; outcome: PushOutcome }
	/** It was sent, or whom it was for is told nothing any more. */
	| { kind: 'over' };

/** Whoever began to send has sent, or died, after so long. */
const CLAIM_MS = 60_000;
/** A reminder stands behind a telling for so long. */
const DAY_MS = 86_400_000;

/** Looks whether a telling is to be sent now, and locks it. */
export async function findDue(work: Work, pushId: string): Promise<Due> {
	const row = await findRow(work, pushId);
	if (!row || row.done_at !== null) return { kind: 'over' };
	const nowMs = work.now();
	if (row.claimed_at !== null) {
		const untilMs = Date.parse(row.claimed_at) + CLAIM_MS;
		return untilMs > nowMs ? { kind: 'later', untilMs } : { kind: 'ended', outcome: 'unsure' };
	}
	const endsAtMs = Date.parse(row.ends_at);
	if (endsAtMs <= nowMs) return { kind: 'ended', outcome: 'late' };
	if (!(await isAtWork(work, row.staff_id)) || !(await isNeeded(work, row))) {
		return { kind: 'ended', outcome: 'notNeeded' };
	}
	if (await hasLentDevice(work, row.staff_id)) return { kind: 'later', untilMs: null };
	const { subscription_id: subscriptionId, kind, endpoint, p256dh, auth } = row;
	return { kind: 'due', push: { pushId, subscriptionId, kind, endpoint, p256dh, auth, endsAtMs } };
}

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow({ trx }: Work, pushId: string) {
	return trx
		.selectFrom('push_message')
		.innerJoin(
			'push_subscription',
			'push_subscription.subscription_id',
			'push_message.subscription_id'
		)
		.select(['push_message.subscription_id', 'staff_id', 'kind', 'alert_id', 'ends_at'])
		.select(['claimed_at', 'done_at', 'endpoint', 'p256dh', 'auth'])
		.where('push_id', '=', pushId)
		.forUpdate('push_message')
		.executeTakeFirst();
}

/** Whether they may still sign in. Who left has no subscription; whose time is over may have one. */
async function isAtWork({ trx, now }: Work, staffId: string): Promise<boolean> {
	const row = await trx
		.selectFrom('staff')
		.select('staff_id')
		.where('staff_id', '=', staffId)
		.where('is_active', '=', true)
		.where((eb) =>
			eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', dateInEngland(now()))])
		)
		.executeTakeFirst();
	return row !== undefined;
}

/**
 * Whether what they are told of is still there for them, seen through their own eyes: an alert that
 * nobody has taken, or a reminder of this day. Who lost the role, or is complained about, sees none.
 */
function isNeeded(work: Work, { staff_id: staffId, alert_id: alertId }: Row): Promise<boolean> {
	return seeingAs(work, { kind: 'staff', staffId }, async ({ trx }) => {
		const found =
			alertId === null
				? await trx
						.selectFrom('reminder_sent')
						.select('complaint_id')
						.where('sent_at', '>=', new Date(work.now() - DAY_MS).toISOString())
						.where(sql<boolean>`${staffId}::uuid = any (told)`)
						.limit(1)
						.executeTakeFirst()
				: await trx
						.selectFrom('safety_alert')
						.select('alert_id')
						.where('alert_id', '=', alertId)
						.where('taken_at', 'is', null)
						.where('closed_at', 'is', null)
						.executeTakeFirst();
		return found !== undefined;
	});
}

/**
 * Whether a device of theirs is with a young person. Which of them it is the server cannot be sure
 * of, so none is told meanwhile.
 */
async function hasLentDevice(work: Work, staffId: string): Promise<boolean> {
	const row = await work.trx
		.selectFrom('staff_session')
		.select('id_hash')
		.where('staff_id', '=', staffId)
		.where('lent_at', 'is not', null)
		.where('expires_at', '>', instantOf(work))
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
