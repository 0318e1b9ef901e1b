import { JobPutOff } from '#lib/server/jobs/jobPutOff.ts';
import { log } from '#lib/server/log.ts';
import { findDue, type DuePush, type PushOutcome } from '#lib/server/push/duePush.ts';
import type { PushAnswer, PushRequest } from '#lib/server/push/postPush.ts';
import { currentPushKey, type PushKeyPair } from '#lib/server/push/pushKey.ts';
import { isPushEndpoint } from '#lib/server/push/pushServices.ts';
import type { PushWay, Service } from '#lib/server/service.ts';
import { inTransaction, instantOf, type Work } from '#lib/server/work.ts';
import type { PushedNotice } from '#lib/wire/devicePush.ts';

/** So urgent each kind is (RFC 8030, 5.3). */
const URGENCY = { alert: 'high', date: 'normal' } as const;
/** Under what a later message takes the place of one not yet shown. The service learns no more of it. */
const TOPIC = { alert: 'a', date: 'd' } as const;

/**
 * Tells one device of one thing, once. It is written down that it is being sent before it is, so that
 * two at once send one; only where the service says that it did not take it is it sent again.
 *
 * A server that dies between the two never sends it: the mail has gone as well, and twice is worse
 * on a screen that others see. Throws `JobPutOff` where it is to be tried later.
 */
export async function sendPush(service: Service, pushId: string): Promise<void> {
	const { push } = service;
	if (!push) return;
	const ready = await inTransaction(service, { kind: 'system' }, async (work) => {
		const due = await findDue(work, pushId);
		if (due.kind === 'ended') await end(work, pushId, due.outcome);
		if (due.kind !== 'due') return due;
		if (!isPushEndpoint(due.push.endpoint, push.services)) {
			await endSubscription(work, due.push.subscriptionId);
			return { kind: 'over' as const };
		}
		await claim(work, pushId, instantOf(work));
		return { ...due, key: await currentPushKey(work) };
	});
	if (ready.kind === 'later') throw new JobPutOff(ready.untilMs);
	if (ready.kind !== 'due') return;
	const request = await seal(ready.push, { key: ready.key, push, nowMs: service.now() });
	const answer = await push.post(request, service.now());
	await inTransaction(service, { kind: 'system' }, (work) => settle(work, ready.push, answer));
	if (answer.kind === 'later') throw new JobPutOff(answer.untilMs);
}

async function seal(
	due: DuePush,
	{ key, push, nowMs }: { key: PushKeyPair; push: PushWay; nowMs: number }
): Promise<PushRequest> {
	// Loaded where it is used: most starts of the server and the commands never send one.
	const { default: webPush } = await import('web-push');
	const notice: PushedNotice = { kind: due.kind };
	const keys = { p256dh: due.p256dh.toString('base64url'), auth: due.auth.toString('base64url') };
	const { headers, body } = webPush.generateRequestDetails(
		{ endpoint: due.endpoint, keys },
		JSON.stringify(notice),
		{
			vapidDetails: { subject: push.contact, ...key },
			TTL: Math.max(0, Math.floor((due.endsAtMs - nowMs) / 1_000)),
			urgency: URGENCY[due.kind],
			topic: TOPIC[due.kind]
		}
	);
	return {
		endpoint: due.endpoint,
		// The length is for `fetch` to say.
		headers: Object.fromEntries(
			Object.entries(headers)
				.filter(([name]) => name !== 'Content-Length')
				.map(([name, value]) => [name, String(value)])
		),
		body: new Uint8Array(body)
	};
}

async function settle(work: Work, due: DuePush, answer: PushAnswer): Promise<void> {
	switch (answer.kind) {
		case 'taken':
			return end(work, due.pushId, 'taken');
		case 'gone':
			return endSubscription(work, due.subscriptionId);
		case 'refused':
			log('warn', 'a push service refused a message', { status: answer.status });
			return end(work, due.pushId, 'refused');
		case 'later':
			return claim(work, due.pushId, null);
	}
}

async function claim({ trx }: Work, pushId: string, at: string | null): Promise<void> {
	await trx
		.updateTable('push_message')
		.set({ claimed_at: at })
		.where('push_id', '=', pushId)
		.execute();
}

async function end(work: Work, pushId: string, outcome: PushOutcome): Promise<void> {
	await work.trx
		.updateTable('push_message')
		.set({ done_at: instantOf(work), outcome })
		.where('push_id', '=', pushId)
		.execute();
}

async function endSubscription({ trx }: Work, subscriptionId: string): Promise<void> {
	await trx.deleteFrom('push_subscription').where('subscription_id', '=', subscriptionId).execute();
}
