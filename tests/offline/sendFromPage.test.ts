import { expect, it } from 'vitest';
import { sendFromPage } from '#lib/offline/files/sendFromPage.ts';
import type { Fetch } from '#lib/offline/server.ts';
import { makeSealKeyPair } from '#lib/server/keys/sealKeyPair.ts';
import { CHUNK_BYTES, type FileBegun } from '#lib/wire/deviceFile.ts';
import { toBase64Url } from '#lib/wire/sealedOrder.ts';

const ORDER = { commandId: 'contact', complaintId: 'case' };
const { publicKey } = await makeSealKeyPair();
const SEAL_KEY = { keyId: 'key', publicKey: toBase64Url(publicKey) };
const TAKEN = { kind: 'taken', epoch: 'now', place: 7, durable: 0, at: '2026-11-02T10:00:00Z' };

it('is the same recording when it is tried again after the line broke, and goes on where it was', async () => {
	const there = new Map<string, number>();
	const heads = new Set<string>();
	const places: string[] = [];
	/** After so many pieces the line is dead. */
	let piecesLeft = 1;
	const fetch: Fetch = (path, init) => {
		const { pathname, searchParams } = new URL(path, 'https://staff.example');
		const fileId = searchParams.get('file');
		if (fileId !== null) {
			if (piecesLeft === 0) return Promise.reject(new TypeError('Failed to fetch'));
			piecesLeft -= 1;
			places.push(searchParams.get('at') ?? '');
			there.set(fileId, (there.get(fileId) ?? 0) + 1);
			return answer(there.get(fileId) === 3 ? TAKEN : { kind: 'at', next: there.get(fileId) });
		}
		if (init?.method !== 'POST') return answer({ epoch: 'now', sealKey: SEAL_KEY });
		expect(pathname).toBe('/api/sync/files');
		const begun = JSON.parse(init.body as string) as FileBegun;
		heads.add(begun.head);
		there.set(begun.fileId, there.get(begun.fileId) ?? 0);
		return answer({ kind: 'at', next: there.get(begun.fileId) });
	};
	const file = new Blob([new Uint8Array(2 * CHUNK_BYTES + 5).fill(7)]);
	const send = () => sendFromPage(fetch, { order: ORDER, file });
	for (let press = 0; press < 4; press += 1) {
		expect(await send()).toEqual({ sent: false, because: 'lost' });
	}
	piecesLeft = 2;
	expect(await send()).toEqual({ sent: true });
	expect(there.size).toBe(1);
	expect(heads.size).toBe(1);
	expect(places).toEqual(['0', '1', '2']);
});

function answer(value: unknown): Promise<Response> {
	return Promise.resolve(Response.json(value));
}
