import type { OrderOf } from '#lib/offline/files/keepFile.ts';
import { openFileLine } from '#lib/offline/files/fileLine.ts';
import { sealFile, type SealedFile } from '#lib/offline/files/sealFile.ts';
import { begunOf } from '#lib/offline/files/sendFiles.ts';
import { readJson, type Fetch } from '#lib/offline/server.ts';
import type { FileNamed, FileRefused, FileSealing } from '#lib/wire/deviceFile.ts';
import { fromBase64Url } from '#lib/wire/sealedOrder.ts';

/** What became of one file that was sent from the page. `lost`: the line broke, and it is only there. */
export type SentFromPage =
	{ sent: true } | { sent: false; because: 'lost' } | { sent: false; because: FileRefused };

/** How often a piece is tried before the line counts as broken. */
const TRIES = 3;

/** A file that was begun, and how it was sealed. */
interface Begun {
	named: FileNamed;
	sealed: SealedFile;
}

/**
 * What was begun in this page. Tried again it is the same file and goes on where it was; begun anew, what
 * is there of it would count as another one of its order, until no more is taken.
 */
const begunHere = new WeakMap<Blob, Begun>();

/** Sends a file after its order, where nobody has made this device theirs: with a signal, from the page. */
export async function sendFromPage(
	fetch: Fetch,
	{ order, file }: { order: OrderOf; file: Blob }
): Promise<SentFromPage> {
	const asked = await readJson<FileSealing>(fetch, '/api/sync/files');
	if (!asked.ok) return { sent: false, because: 'lost' };
	const { epoch, sealKey } = asked.value;
	// A file that cannot be sealed now stays on the page, as one whose line broke.
	const once = await beginOnce(sealKey, { order, file }).catch(() => null);
	if (!once) return { sent: false, because: 'lost' };
	const { named, sealed } = once;
	const { head, chunkCount, chunk } = sealed;
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

async function beginOnce(
	{ keyId, publicKey }: FileSealing['sealKey'],
	{ order, file }: { order: OrderOf; file: Blob }
): Promise<Begun> {
	const before = begunHere.get(file);
	if (before?.named.commandId === order.commandId) return before;
	const named = { fileId: crypto.randomUUID(), ...order };
	const key = { keyId, publicKey: fromBase64Url(publicKey) };
	const begun = { named, sealed: await sealFile(key, named, file) };
	begunHere.set(file, begun);
	return begun;
}
