import type { OrderOf } from '#lib/offline/files/keepFile.ts';
import { openFileLine } from '#lib/offline/files/fileLine.ts';
import { sealFile } from '#lib/offline/files/sealFile.ts';
import { begunOf } from '#lib/offline/files/sendFiles.ts';
import { readJson, type Fetch } from '#lib/offline/server.ts';
import type { FileRefused, FileSealing } from '#lib/wire/deviceFile.ts';
import { fromBase64Url } from '#lib/wire/sealedOrder.ts';

/** What became of one file that was sent from the page. `lost`: the line broke, and it is only there. */
export type SentFromPage =
	{ sent: true } | { sent: false; because: 'lost' } | { sent: false; because: FileRefused };

/** How often a piece is tried before the line counts as broken. */
const TRIES = 3;

/** Sends a file after its order, where nobody has made this device theirs: with a signal, from the page. */
export async function sendFromPage(
	fetch: Fetch,
	{ order, file }: { order: OrderOf; file: Blob }
): Promise<SentFromPage> {
	const asked = await readJson<FileSealing>(fetch, '/api/sync/files');
	if (!asked.ok) return { sent: false, because: 'lost' };
	const { epoch, sealKey } = asked.value;
	const key = { keyId: sealKey.keyId, publicKey: fromBase64Url(sealKey.publicKey) };
	const named = { fileId: crypto.randomUUID(), ...order };
	const { head, chunkCount, chunk } = await sealFile(key, named, file);
	const begun = begunOf(
		{ ...named, head, chunkCount, byteSize: file.size },
		{ epoch, deviceId: null }
	);
	const line = openFileLine(fetch);
	for (let tries = 0; tries < TRIES; tries += 1) {
		try {
			let reply = await line.begin(begun);
			for (let last = -1; reply.kind === 'at' && reply.next > last;) {
				last = reply.next;
				if (last >= chunkCount) break;
				reply = await line.chunk(named.fileId, last, await chunk(last));
			}
			if (reply.kind === 'taken') return { sent: true };
			if (reply.kind === 'refused') return { sent: false, because: reply.because };
		} catch {
			// No whole answer: asked once more, and it goes on from where the server says it is.
		}
	}
	return { sent: false, because: 'lost' };
}
