import type { FileDisk } from '#lib/offline/files/fileDisk.ts';
import type { KeptFile } from '#lib/offline/files/keptFile.ts';
import { sealFile } from '#lib/offline/files/sealFile.ts';
import type { ServerSealKey } from '#lib/wire/sealedOrder.ts';

/** The order that a file goes with. */
export interface OrderOf {
	commandId: string;
	complaintId: string;
}

/**
 * Keeps a recording or a picture on the device, in pieces that only the server opens, and looks whether
 * each is really there. False where the disk refused, or did not keep it: then none of it stays.
 */
export async function keepFile(
	disk: FileDisk,
	sealKey: ServerSealKey,
	{ order, file }: { order: OrderOf; file: Blob }
): Promise<boolean> {
	const fileId = crypto.randomUUID();
	try {
		const sealed = await sealFile(sealKey, { fileId, ...order }, file);
		const { head, chunkCount } = sealed;
		const row: KeptFile = {
			...{ fileId, ...order, head, chunkCount, byteSize: file.size },
			...{ epoch: null, madeAtMs: Date.now() },
			sort: file.type.startsWith('image/') ? 'picture' : 'sound',
			state: { at: 'writing' }
		};
		await disk.put(row);
		for (let place = 0; place < chunkCount; place += 1) {
			const chunk = await sealed.chunk(place);
			await disk.putChunk(fileId, place, chunk);
			if (!isSame(await disk.readChunk(fileId, place), chunk)) throw new NotFoundAgain(fileId);
		}
		await disk.put({ ...row, state: { at: 'waiting', sent: 0 } });
		return true;
	} catch {
		// Full, shut, or failing, or a file that cannot be read any more. A disk that refuses this too has
		// the rest of it cleared later.
		await disk.change(fileId, () => null).catch(() => undefined);
		return false;
	}
}

/** A piece was written and was not there. */
class NotFoundAgain extends Error {
	override name = 'NotFoundAgain';
}

function isSame(there: Uint8Array | null, chunk: Uint8Array): boolean {
	return there?.length === chunk.length && there.every((byte, at) => byte === chunk[at]);
}
