import { createECDH, randomUUID } from 'node:crypto';
import { hashOf } from '#lib/server/auth/sessionAdapter.ts';
import { currentPushKey } from '#lib/server/push/pushKey.ts';
import { isPushEndpoint } from '#lib/server/push/pushServices.ts';
import type { Service } from '#lib/server/service.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';
import type {
	BrowserSubscription,
	PushStanding,
	TurnPush,
	TurnPushReply
} from '#lib/wire/devicePush.ts';

/** How one of a person's devices stands; of somebody else's it says what it says of none. */
export async function readPushStanding(
	work: Work,
	{ push }: Pick<Service, 'push'>,
	{ staffId, deviceId }: { staffId: string; deviceId: string }
): Promise<PushStanding> {
	if (!push) return { publicKey: null, isOn: false };
	const { publicKey } = await currentPushKey(work);
	const row = await work.trx
		.selectFrom('push_subscription')
		.select('device_id')
		.where('device_id', '=', deviceId)
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	return { publicKey, isOn: row !== undefined };
}

/**
 * Has a person told on a device of theirs, or no more. One subscription a device, so that nobody has
 * more than they may have devices; one a browser, so that it tells only who turned it on there last.
 */
export function turnPush(
	work: Work,
	{ push }: Pick<Service, 'push'>,
	turn: TurnPush & { staffId: string; sessionId: string | undefined }
): Promise<TurnPushReply> {
	return asOurselves(work, async (ours): Promise<TurnPushReply> => {
		const { deviceId, staffId, subscription } = turn;
		if (!(await isOwnDevice(ours, deviceId, staffId))) return { kind: 'notYours' };
		if (subscription === null) {
			await ours.trx.deleteFrom('push_subscription').where('device_id', '=', deviceId).execute();
			return { kind: 'off' };
		}
		const isOurs = push && isPushEndpoint(subscription.endpoint, push.services);
		if (!isOurs || !isPoint(subscription.p256dh)) return { kind: 'notThisService' };
		await keep(ours, { ...turn, subscription });
		return { kind: 'on' };
	});
}

/** Signing out of a browser: it tells nothing more until its person signs in there again. */
export async function endPushOfSession({ trx }: Work, sessionId: string): Promise<void> {
	await trx.deleteFrom('push_subscription').where('session_hash', '=', hashOf(sessionId)).execute();
}

/** Locked: a removal at the same time comes before, or ends what is kept here. */
async function isOwnDevice({ trx }: Work, deviceId: string, staffId: string): Promise<boolean> {
	const row = await trx
		.selectFrom('device')
		.select('device_id')
		.where('device_id', '=', deviceId)
		.where('staff_id', '=', staffId)
		.where('removed_at', 'is', null)
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

async function keep(
	work: Work,
	turn: {
		deviceId: string;
		staffId: string;
		sessionId: string | undefined;
		subscription: BrowserSubscription;
	}
): Promise<void> {
	const { deviceId, staffId, sessionId, subscription } = turn;
	const told = {
		endpoint: subscription.endpoint,
		p256dh: Buffer.from(subscription.p256dh, 'base64url'),
		auth: Buffer.from(subscription.auth, 'base64url'),
		session_hash: sessionId === undefined ? null : hashOf(sessionId)
	};
	await work.trx
		.deleteFrom('push_subscription')
		.where('endpoint', '=', told.endpoint)
		.where('device_id', '<>', deviceId)
		.execute();
	await work.trx
		.insertInto('push_subscription')
		.values({
			...{ subscription_id: randomUUID(), device_id: deviceId, staff_id: staffId },
			...{ ...told, made_at: instantOf(work) }
		})
		.onConflict((conflict) => conflict.column('device_id').doUpdateSet(told))
		.execute();
}

/** Whether something can be sealed to it: else every message to it would fail for ever. */
function isPoint(p256dh: string): boolean {
	const own = createECDH('prime256v1');
	own.generateKeys();
	try {
		own.computeSecret(Buffer.from(p256dh, 'base64url'));
		return true;
	} catch {
		// Not on the curve.
		return false;
	}
}
