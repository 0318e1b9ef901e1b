import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IndexedDisk } from '#lib/offline/device/indexedDisk.ts';
import { withDatabase } from '#lib/offline/device/withDatabase.ts';
import { nameFor } from '#lib/offline/device/openDatabase.ts';
import { FileDisk } from '#lib/offline/files/fileDisk.ts';
import type { FileLine } from '#lib/offline/files/fileLine.ts';
import { keepFile } from '#lib/offline/files/keepFile.ts';
import { clearLeftOver } from '#lib/offline/files/clearLeftOver.ts';
import { takeOut } from '#lib/offline/files/keptFile.ts';
import { sendFiles } from '#lib/offline/files/sendFiles.ts';
import { addItem, takeAnswers, takeDurable, takeEpoch } from '#lib/offline/outbox/outbox.ts';
import { makeSealKeyPair } from '#lib/server/keys/sealKeyPair.ts';
import { CHUNK_BYTES, type FileReply } from '#lib/wire/deviceFile.ts';

const PRIYA = 'person-priya';
const ORDER = { commandId: 'contact', complaintId: 'case' };
const KEY = { keyId: 'key', publicKey: (await makeSealKeyPair()).publicKey };

let disk: IndexedDisk;
let files: FileDisk;
/** How many pieces of each file the server has, and what it answers once it has all. */
let there: Map<string, number>;
let ends: (fileId: string) => FileReply;
let asked: string[];
/** After so many pieces the line is dead. */
let piecesLeft: number;
beforeEach(async () => {
	disk = new IndexedDisk(PRIYA);
	files = new FileDisk(PRIYA);
	there = new Map();
	asked = [];
	piecesLeft = Infinity;
	ends = () => taken(7);
	await disk.changeOutbox((outbox) =>
		takeEpoch(addItem(outbox, { ...ORDER, schema: 1, buildsOn: false, byteSize: 4 }), 'now')
	);
});
afterEach(async () => {
	await disk.close();
	await deleteDB(nameFor(PRIYA));
});

const taken = (place: number, durable = 0, epoch = 'now'): FileReply => ({
	...{ kind: 'taken', epoch, place, durable, at: '2026-11-02T10:00:00Z' }
});

/** A server that takes pieces in their order and says how many it has. */
const line: FileLine = {
	begin: ({ fileId, chunkCount }) => {
		asked.push('begin');
		const next = there.get(fileId) ?? 0;
		return Promise.resolve(next === chunkCount ? ends(fileId) : { kind: 'at', next });
	},
	chunk: async (fileId, place) => {
		if (piecesLeft === 0) throw new TypeError('Failed to fetch');
		piecesLeft -= 1;
		asked.push(`piece ${place}`);
		there.set(fileId, place + 1);
		const [file] = await files.list();
		return place + 1 === file?.chunkCount ? ends(fileId) : { kind: 'at', next: place + 1 };
	}
};

const send = () =>
	sendFiles({ files, outbox: disk, line, deviceId: 'tablet', onSent: () => Promise.resolve() });
const sound = (bytes = CHUNK_BYTES + 5) => new Blob([new Uint8Array(bytes).fill(7)]);
const keep = (file = sound()) => keepFile(files, KEY, { order: ORDER, file });
const states = async () => (await files.list()).map(({ state }) => state);

async function orderWent(): Promise<void> {
	const applied = { commandId: 'contact', outcome: 'applied', place: 3 } as const;
	await disk.changeOutbox((outbox) => takeAnswers(outbox, 'now', [applied]));
}

describe('a recording that is kept on a device', () => {
	it('is there when the app is started again, in pieces that are not what was said', async () => {
		expect(await keep()).toBe(true);
		const [file] = await new FileDisk(PRIYA).list();
		expect(file).toMatchObject({ ...ORDER, chunkCount: 2, state: { at: 'waiting', sent: 0 } });
		const piece = await files.readChunk(file!.fileId, 0);
		expect(piece?.length).toBe(CHUNK_BYTES + 16);
		expect(piece?.slice(0, 1_000).every((byte) => byte === 7)).toBe(false);
	});

	it('is not said to be there where the disk did not keep a piece, and leaves nothing', async () => {
		const forgetful = new FileDisk(PRIYA);
		forgetful.readChunk = () => Promise.resolve(null);
		expect(await keepFile(forgetful, KEY, { order: ORDER, file: sound() })).toBe(false);
		expect(await files.list()).toEqual([]);
	});
});

describe('a recording that cannot be sealed', () => {
	it('is not kept, and whoever asked hears of it', async () => {
		const broken = { keyId: 'key', publicKey: new Uint8Array(3) };
		expect(await keepFile(files, broken, { order: ORDER, file: sound() })).toBe(false);
		expect(await files.list()).toEqual([]);
	});
});

describe('a recording that its author took out', () => {
	const DAY_MS = 86_400_000;

	it('can be put back for a day, and is on the disk no longer', async () => {
		await keep();
		const [file] = await files.list();
		await files.change(file!.fileId, takeOut);
		await clearLeftOver(files, Date.now() + DAY_MS - 60_000);
		expect(await states()).toMatchObject([{ at: 'withdrawn' }]);
		await clearLeftOver(files, Date.now() + DAY_MS + 60_000);
		expect(await states()).toEqual([]);
		expect(await files.readChunk(file!.fileId, 0)).toBeNull();
	});

	it('is told from one that waits, however long that has waited', async () => {
		await keep();
		await clearLeftOver(files, Date.now() + 400 * DAY_MS);
		expect(await states()).toEqual([{ at: 'waiting', sent: 0 }]);
	});
});

describe('a recording that is sent', () => {
	it('waits for its order, and then goes piece by piece', async () => {
		await keep();
		await send();
		expect(asked).toEqual([]);
		await orderWent();
		await send();
		expect(asked).toEqual(['begin', 'piece 0', 'piece 1']);
		expect(await states()).toEqual([{ at: 'sent', place: 7 }]);
	});

	it('stands in the order in which they were taken', async () => {
		for (let bytes = 1; bytes <= 6; bytes += 1) await keep(sound(bytes));
		expect((await files.list()).map(({ byteSize }) => byteSize)).toEqual([1, 2, 3, 4, 5, 6]);
	});

	it('goes on where the line broke', async () => {
		await keep();
		await orderWent();
		piecesLeft = 1;
		await expect(send()).rejects.toThrow('Failed to fetch');
		expect(await states()).toEqual([{ at: 'waiting', sent: 1 }]);
		piecesLeft = Infinity;
		await send();
		expect(asked).toEqual(['begin', 'piece 0', 'begin', 'piece 1']);
	});

	it('breaks off for words that were written meanwhile', async () => {
		await keep();
		await orderWent();
		const writes: FileLine = {
			...line,
			begin: async (begun) => {
				const more = { commandId: 'note', complaintId: 'case', schema: 1 };
				await disk.changeOutbox((now) => addItem(now, { ...more, buildsOn: false, byteSize: 4 }));
				return line.begin(begun);
			}
		};
		const on = { files, outbox: disk, deviceId: 'tablet', onSent: () => Promise.resolve() };
		expect(await sendFiles({ ...on, line: writes })).toBe('ordersFirst');
		expect(asked).toEqual(['begin']);
		// What could not go before the files began holds them up no more.
		expect(await sendFiles({ ...on, line })).toBe('ended');
		expect(await states()).toEqual([{ at: 'sent', place: 7 }]);
	});

	it('stays until a restore could not lose it, and goes again after one that did', async () => {
		await keep();
		await orderWent();
		await send();
		await disk.changeOutbox((outbox) => takeEpoch(outbox, 'restored'));
		await send();
		expect(asked).toHaveLength(3);
		there.clear();
		ends = () => taken(2, 0, 'restored');
		const again = { commandId: 'contact', outcome: 'applied', place: 1 } as const;
		await disk.changeOutbox((outbox) => takeAnswers(outbox, 'restored', [again]));
		await send();
		expect(await states()).toEqual([{ at: 'sent', place: 2 }]);
		await disk.changeOutbox((outbox) => takeDurable(outbox, 'restored', 5));
		ends = () => taken(2, 5, 'restored');
		await send();
		expect(await states()).toEqual([]);
		expect(await files.readChunk('any', 0)).toBeNull();
	});

	it('of which the browser lost a piece says so, and does not wait for ever', async () => {
		await keep();
		await orderWent();
		const [file] = await files.list();
		await withDatabase(PRIYA, (db) => db.delete('fileChunks', [file!.fileId, 1]));
		await send();
		expect(await states()).toEqual([{ at: 'refused', because: 'unreadable' }]);
	});

	it('that its author takes out just as it is to go stays out', async () => {
		await keep();
		await orderWent();
		const list = files.list.bind(files);
		files.list = async () => {
			const found = await list();
			for (const { fileId } of found) await files.change(fileId, takeOut);
			return found;
		};
		await send();
		files.list = list;
		expect(asked).not.toContain('piece 0');
		expect(await states()).toMatchObject([{ at: 'withdrawn' }]);
	});

	it('that the server does not take says why, and its order stands', async () => {
		await keep();
		await orderWent();
		const facts = { epoch: 'now', place: 7, durable: 0, at: '2026-11-02T10:00:00Z' };
		ends = () => ({ kind: 'refused', because: 'virus', ...facts });
		await send();
		expect(await states()).toEqual([{ at: 'refused', because: 'virus' }]);
		expect((await disk.readOutbox()).items[0]?.state.at).toBe('sent');
		asked = [];
		await send();
		expect(asked).toEqual([]);
	});
});
