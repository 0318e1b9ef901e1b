import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { nameFor } from '#lib/offline/device/openDatabase.ts';
import { saveEdit, saveItem } from '#lib/offline/outbox/saveItem.ts';
import { SENDING_RULES, sendWaiting, type PushLine } from '#lib/offline/outbox/sendWaiting.ts';
import type { ItemPush, PushReply } from '#lib/wire/deviceSync.ts';

const PRIYA = 'person-priya';

let disk: IndexedDisk;
/** What each push brought, by the names of the orders. */
let pushed: string[][];
beforeEach(() => {
	disk = new IndexedDisk(PRIYA);
	pushed = [];
});
afterEach(async () => {
	await disk.close();
	await deleteDB(nameFor(PRIYA));
});

async function write(commandId: string, complaintId: string, sealed = 'sealed'): Promise<void> {
	const facts = { schema: 1, buildsOn: false, byteSize: sealed.length };
	await saveItem(disk, { commandId, complaintId, ...facts }, { commandId, sealed, copy: null });
}

/** A server that takes whatever is not too much for it. */
function send(isTooMuch: (sent: ItemPush) => boolean = () => false) {
	const push = async (sent: ItemPush): Promise<PushReply> => {
		if (sent.epoch === null) return { kind: 'otherEpoch', epoch: 'now' };
		if (isTooMuch(sent)) return { kind: 'tooLarge' };
		pushed.push(sent.items.map(({ commandId }) => commandId));
		const answers = sent.items.map(({ commandId }, at) => {
			return { commandId, outcome: 'applied' as const, place: at + 1 };
		});
		return { kind: 'answered', epoch: 'now', durable: 0, at: '2026-11-02T10:00:00Z', answers };
	};
	const line: PushLine = { push, deposit: push };
	return sendWaiting({ disk, line, deviceId: 'tablet' });
}

async function statesOf(): Promise<string[]> {
	const { items } = await disk.readOutbox();
	return items.map(({ commandId, state }) => `${commandId}: ${state.at}`);
}

describe('sending what waits', () => {
	it('goes on past an order that alone is too large, but for its own case', async () => {
		await write('long', 'Jay');
		await write('after it', 'Jay');
		await write('of Tia', 'Tia');
		const ended = await send(({ items }) => items.some(({ commandId }) => commandId === 'long'));
		expect(ended).toEqual({ ended: 'tooLarge', commandId: 'long' });
		expect(await statesOf()).toEqual(['long: waiting', 'after it: waiting', 'of Tia: sent']);
	});

	it('goes on past an order whose words are gone, but for its own case', async () => {
		await write('wordless', 'Jay');
		await write('after it', 'Jay');
		await write('of Tia', 'Tia');
		const db = await openDB(nameFor(PRIYA));
		await db.delete('words', 'wordless');
		db.close();
		expect(await send()).toEqual({ ended: 'wordsGone', commandId: 'wordless' });
		expect(pushed).toEqual([['of Tia']]);
		expect(await statesOf()).toEqual(['wordless: waiting', 'after it: waiting', 'of Tia: sent']);
	});

	it('halves what is too much at once, and sends all of it in its order', async () => {
		for (const name of ['one', 'two', 'three', 'four', 'five']) await write(name, 'Jay');
		expect(await send(({ items }) => items.length > 2)).toEqual({ ended: 'allSent' });
		expect(pushed).toEqual([['one', 'two'], ['three', 'four'], ['five']]);
	});

	it('sends what was written anew on the way, where a full disk could not note that it goes', async () => {
		await write('of Jay', 'Jay', 'It is cold.');
		const words: string[] = [];
		const push = async (sent: ItemPush): Promise<PushReply> => {
			if (sent.epoch === null) return { kind: 'otherEpoch', epoch: 'now' };
			for (const { sealed } of sent.items) {
				if (words.length === 0) await writeAnew('It is cold, and I am hungry.');
				words.push(sealed);
			}
			const answers = sent.items.map(({ commandId }) => {
				return { commandId, outcome: 'applied' as const, place: 1 };
			});
			return { kind: 'answered', epoch: 'now', durable: 0, at: '2026-11-02T10:00:00Z', answers };
		};
		const isFull = () => {
			throw new DOMException('There is no room', 'QuotaExceededError');
		};
		const line: PushLine = { push, deposit: push };
		const rules = { ...SENDING_RULES, handItems: isFull };
		await sendWaiting({ disk, line, deviceId: 'tablet' }, rules);
		expect(words).toEqual(['It is cold.', 'It is cold, and I am hungry.']);
		expect(await statesOf()).toEqual(['of Jay: sent']);
	});
});

async function writeAnew(sealed: string): Promise<void> {
	const item = { commandId: 'of Jay', complaintId: 'Jay', schema: 1, buildsOn: false };
	const words = { commandId: 'of Jay', sealed, copy: null };
	const kept = await saveEdit(disk, { ...item, byteSize: sealed.length }, { words, edition: 1 });
	expect(kept).toMatchObject({ saved: true });
}
