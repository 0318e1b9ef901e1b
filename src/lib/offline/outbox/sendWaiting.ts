import type { DeviceDisk } from '#lib/offline/outbox/disk.ts';
import { nextBatch, type BatchLimits, BATCH_LIMITS } from '#lib/offline/outbox/nextBatch.ts';
import {
	canEdit,
	editionOf,
	handItems,
	takeAnswers,
	takeDurable,
	takeEpoch,
	type Outbox,
	type OutboxItem
} from '#lib/offline/outbox/outbox.ts';
import type { ItemAnswer, ItemPush, PushReply, SentItem } from '#lib/wire/deviceSync.ts';

/** The way to the server. Rejects where no answer came, or not a whole one: nothing is known then. */
export interface PushLine {
	push(sent: ItemPush): Promise<PushReply>;
	/**
	 * The same for somebody who may not sign in any more, or on a device that is not theirs any more:
	 * taken in unopened, by the device's own credential.
	 */
	deposit(sent: ItemPush): Promise<PushReply>;
}

/** How the sending ended: everything that may be sent is, or why not. */
export type SendingEnded =
	| { ended: 'allSent' }
	/** The server would not take these yet: it is older than the app. */
	| { ended: 'deferred' }
	| { ended: 'signedOut'; isOver: boolean }
	| { ended: 'removed'; isKnown: boolean }
	| { ended: 'busy'; retryAfterMs: number | null }
	/** One order cannot go: it is larger than the server takes, or its words are gone. Others do. */
	| { ended: 'tooLarge' | 'wordsGone'; commandId: string };

/** The rules of sending, each by itself, so that a fault in any can be tried. */
export interface SendingRules {
	nextBatch: typeof nextBatch;
	handItems: typeof handItems;
	takeAnswers: typeof takeAnswers;
	takeDurable: typeof takeDurable;
	takeEpoch: typeof takeEpoch;
}

export const SENDING_RULES: SendingRules = {
	...{ nextBatch, handItems, takeAnswers, takeDurable, takeEpoch }
};

/**
 * Sends what waits, the oldest first, one push after another, until nothing is left that may go.
 *
 * Before an order is handed to the line for the first time the line is tried with nothing in it, so that
 * an order can be edited as long as there is no signal. What is handed over is noted first.
 *
 * `deposit` leaves it all with the server for somebody else to look at. To be called by one sender
 * at a time. Rejects where the line does; what was answered until then is kept. A disk that refuses
 * rejects too, and the order is sent once more later: the server answers it as before.
 */
export async function sendWaiting(
	{ disk, line, deviceId }: { disk: DeviceDisk; line: PushLine; deviceId: string },
	rules: SendingRules = SENDING_RULES,
	way: keyof PushLine = 'push'
): Promise<SendingEnded> {
	const held = new Set<string>();
	let limits: BatchLimits = BATCH_LIMITS;
	let stuck: SendingEnded | null = null;
	// Who only deposits hears nothing else: an empty push tells whether the server was restored.
	let mustAsk = way === 'deposit';
	let isHeard = false;
	for (;;) {
		const outbox = await disk.readOutbox();
		const next = rules.nextBatch(outbox, { limits, held, isDeposit: way === 'deposit' });
		if (next.length === 0 && outbox.epoch !== null && !mustAsk) {
			return stuck ?? { ended: held.size > 0 ? 'deferred' : 'allSent' };
		}
		const isTry = !isHeard && next.some(canEdit);
		const batch = isTry ? [] : await handOver(disk, next, rules);
		if (batch.length < next.length && !isTry) continue;
		const { items, wordless } = await withWords(disk, batch);
		if (wordless) {
			const { commandId, complaintId } = wordless;
			const isStillHere = (await disk.readOutbox()).items.some(
				(one) => one.commandId === commandId
			);
			// Else its author took it back meanwhile. One that stays holds up its own case, and no other.
			if (isStillHere) {
				stuck ??= { ended: 'wordsGone', commandId };
				held.add(complaintId);
			}
			continue;
		}
		mustAsk = false;
		const reply = await line[way]({ epoch: outbox.epoch, deviceId, items });
		isHeard = true;
		if (reply.kind === 'answered') {
			for (const one of batch) if (isDeferred(one, reply.answers)) held.add(one.complaintId);
			await disk.changeOutbox((now) => takeReply(now, { reply, batch }, rules));
		} else if (reply.kind === 'otherEpoch') {
			held.clear();
			await disk.changeOutbox((now) => rules.takeEpoch(now, reply.epoch));
		} else if (reply.kind === 'tooLarge') {
			const [first] = batch;
			if (first && batch.length === 1) {
				stuck ??= { ended: 'tooLarge', commandId: first.commandId };
				held.add(first.complaintId);
			}
			limits = { ...limits, items: Math.max(1, Math.floor(batch.length / 2)) };
		} else if (reply.kind === 'signedOut') {
			return { ended: 'signedOut', isOver: reply.isOver };
		} else if (reply.kind === 'removed') {
			return { ended: 'removed', isKnown: reply.isKnown };
		} else {
			return { ended: 'busy', retryAfterMs: reply.retryAfterMs };
		}
	}
}

/** What of these is still to go, each noted as handed over; what its author took back is left out. */
async function handOver(
	disk: DeviceDisk,
	batch: readonly OutboxItem[],
	rules: SendingRules
): Promise<readonly OutboxItem[]> {
	const ids = batch.filter(canEdit).map(({ commandId }) => commandId);
	if (ids.length === 0) return batch;
	try {
		const { items } = await disk.changeOutbox((now) => rules.handItems(now, ids));
		const there = new Map(items.map((item) => [item.commandId, item]));
		return batch.flatMap(({ commandId }) => there.get(commandId) ?? []);
	} catch {
		// A full disk is no reason to keep words from the server: sending them is what makes room.
		return batch;
	}
}

interface Answered {
	reply: Extract<PushReply, { kind: 'answered' }>;
	/** The orders as they were when their words were taken out to be sent. */
	batch: readonly OutboxItem[];
}

/**
 * An answer is about the words that were sent. Where the disk was too full to note that they go, their
 * author may have written them anew meanwhile: those are sent too, and a person sees both.
 */
function takeReply(outbox: Outbox, { reply, batch }: Answered, rules: SendingRules): Outbox {
	const editions = (items: readonly OutboxItem[]) =>
		new Map(items.map((item) => [item.commandId, editionOf(item)]));
	const [sent, now] = [editions(batch), editions(outbox.items)];
	const answers = reply.answers.filter(
		({ commandId }) => sent.get(commandId) === now.get(commandId)
	);
	const answered = rules.takeAnswers(outbox, reply.epoch, answers, reply.at);
	return rules.takeDurable(answered, reply.epoch, reply.durable);
}

function isDeferred({ commandId }: OutboxItem, answers: readonly ItemAnswer[]): boolean {
	const answer = answers.find((each) => each.commandId === commandId);
	// One that was not answered at all was not taken either.
	return !answer || (answer.outcome === 'deferred' && answer.because !== 'afterUndecided');
}

/** The batch with its words, and the first order of it whose words are not there. */
async function withWords(
	disk: DeviceDisk,
	batch: readonly OutboxItem[]
): Promise<{ items: SentItem[]; wordless: OutboxItem | undefined }> {
	const words = new Map(
		(await disk.readWords(batch.map(({ commandId }) => commandId))).map((each) => [
			each.commandId,
			each.sealed
		])
	);
	const items = batch.map(({ commandId, number, complaintId, schema, buildsOn }) => ({
		...{ commandId, number, complaintId, schema, buildsOn },
		sealed: words.get(commandId) ?? ''
	}));
	return { items, wordless: batch.find(({ commandId }) => !words.has(commandId)) };
}
