import type { DeviceDisk } from '#lib/offline/outbox/disk.ts';
import { hearChanges, type HearingEnded, type PullLine } from '#lib/offline/outbox/hearChanges.ts';
import { nextBatch } from '#lib/offline/outbox/nextBatch.ts';
import {
	SENDING_RULES,
	sendWaiting,
	type PushLine,
	type SendingEnded,
	type SendingRules
} from '#lib/offline/outbox/sendWaiting.ts';
import type { HeldCase } from '#lib/wire/deviceSync.ts';

/** What a run needs of the device and of the way to the server. */
export interface RunsOn<Case extends HeldCase> {
	disk: DeviceDisk<Case>;
	line: PushLine & PullLine<Case>;
	deviceId: string;
	/** Runs `work` while nobody else on this device does; null where somebody else is at it. */
	alone<T>(work: () => Promise<T>): Promise<T | null>;
}

/** How one run ended. `elsewhere`: another tab is at it. `noAnswer`: no signal, or half an answer. */
export type RunEnded =
	| Exclude<SendingEnded, { ended: 'allSent' }>
	| HearingEnded
	| { ended: 'elsewhere' }
	| { ended: 'noAnswer'; cause: unknown };

/**
 * One run: sends what waits, hears what has changed, and sends again where the hearing showed that
 * the server was restored. What was not sent stops nobody from hearing. Of somebody who may not sign
 * in any more, and on a device that was removed, it deposits what waits and forgets every case.
 * Never rejects.
 */
export async function syncRun<Case extends HeldCase>(
	on: RunsOn<Case>,
	rules: SendingRules = SENDING_RULES
): Promise<RunEnded> {
	try {
		return (await on.alone(() => runAlone(on, rules))) ?? { ended: 'elsewhere' };
	} catch (cause) {
		return { ended: 'noAnswer', cause };
	}
}

async function runAlone<Case extends HeldCase>(
	on: RunsOn<Case>,
	rules: SendingRules
): Promise<RunEnded> {
	const ended = await sendAndHear(on, rules);
	if (isToLeave(ended)) await leaveAll(on, rules);
	return ended;
}

/** A device that the server does not know is enrolled once more, and loses nothing by it. */
function isToLeave(ended: RunEnded): boolean {
	return (
		(ended.ended === 'signedOut' && ended.isOver) || (ended.ended === 'removed' && ended.isKnown)
	);
}

async function sendAndHear<Case extends HeldCase>(
	on: RunsOn<Case>,
	rules: SendingRules
): Promise<RunEnded> {
	const sent = await sendWaiting(on, rules);
	if (isUnheard(sent)) return sent;
	const heard = await hearChanges(on, rules);
	if (heard.ended !== 'upToDate') return heard;
	const isMore = sent.ended === 'allSent' && nextBatch(await on.disk.readOutbox()).length > 0;
	const again = isMore ? await sendWaiting(on, rules) : sent;
	return again.ended === 'allSent' ? heard : again;
}

type Unheard = Extract<SendingEnded, { ended: 'signedOut' | 'removed' | 'busy' }>;

/** Whoever was not let in, or told to wait, is not answered by another door either. */
function isUnheard(sent: SendingEnded): sent is Unheard {
	return sent.ended === 'signedOut' || sent.ended === 'removed' || sent.ended === 'busy';
}

/** What could be read here goes first; what was not sent stays until the server has it. */
async function leaveAll<Case extends HeldCase>(
	on: RunsOn<Case>,
	rules: SendingRules
): Promise<void> {
	const { epoch, held } = await on.disk.readPack();
	const forget = held.map(({ complaintId }) => complaintId);
	await on.disk.changePack({ epoch: epoch ?? '', cases: [], forget });
	await sendWaiting(on, rules, 'deposit');
}
