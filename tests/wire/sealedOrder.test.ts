import { beforeAll, describe, expect, it } from 'vitest';
import { sealOrder } from '#lib/offline/device/sealOrder.ts';
import { makeSealKeyPair, type SealKeyPair } from '#lib/server/keys/sealKeyPair.ts';
import { openOrder } from '#lib/server/sync/openOrder.ts';
import { readSealed, writeSealed } from '#lib/wire/sealedOrder.ts';

const BESIDE = { commandId: 'order of Priya', complaintId: 'case of Jay', schema: 1 };
const ORDER = { type: 'addNote', words: 'My room is cold. Ich friere. بردان' };

let pair: SealKeyPair;
let sealed: string;
beforeAll(async () => {
	pair = await makeSealKeyPair();
	sealed = await sealOrder({ keyId: 'k1', publicKey: pair.publicKey }, BESIDE, ORDER);
});

const open = (text: string, beside = BESIDE, key: SealKeyPair | null = pair) =>
	openOrder(text, beside, async (keyId) => (keyId === 'k1' ? (key?.privateKey ?? null) : null));

describe('an order sealed to the server', () => {
	it('is opened by the server, word for word', async () => {
		expect(await open(sealed)).toEqual({ order: ORDER });
	});

	it('shows none of its words, and is never the same twice', async () => {
		expect(sealed).not.toContain('cold');
		expect(await sealOrder({ keyId: 'k1', publicKey: pair.publicKey }, BESIDE, ORDER)).not.toBe(
			sealed
		);
	});

	it('opens for no other key, and for none that is gone', async () => {
		expect(await open(sealed, BESIDE, await makeSealKeyPair())).toBeNull();
		expect(await open(sealed, BESIDE, null)).toBeNull();
	});

	it.each([
		['another order', { ...BESIDE, commandId: 'another' }],
		['another case', { ...BESIDE, complaintId: 'case of Tia' }],
		['another format of orders', { ...BESIDE, schema: 2 }]
	])('opens as nothing beside %s', async (_what, beside) => {
		expect(await open(sealed, beside)).toBeNull();
	});

	it('opens as nothing where any byte of it was changed', async () => {
		const { keyId, enc, ct } = readSealed(sealed)!;
		for (const at of [0, ct.length >> 1, ct.length - 1]) {
			const changed = Uint8Array.from(ct, (byte, place) => (place === at ? byte ^ 1 : byte));
			expect(await open(writeSealed({ keyId, enc, ct: changed }))).toBeNull();
		}
	});

	it.each(['', 'k1', 'k1.a', 'k1..', 'k1.a b.c', 'k1.abcd.abcd', 'k1.abcde.abcd', 'k1.a.b.c'])(
		'is not “%s”',
		async (text) => {
			expect(await open(text)).toBeNull();
		}
	);

	it('may be as long as the longest words, 64 KiB, and is a third longer at most', async () => {
		const order = { type: 'addNote', words: 'a'.repeat(65_536) };
		const long = await sealOrder({ keyId: 'k1', publicKey: pair.publicKey }, BESIDE, order);
		expect(await open(long)).toEqual({ order });
		expect(long.length).toBeLessThan(65_536 * 1.34);
	});
});
