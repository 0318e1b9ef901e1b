import type { FileDisk } from '#lib/offline/files/fileDisk.ts';
import { takenNow, type KeptFile } from '#lib/offline/files/keptFile.ts';
import { sealFile, type SealedPieces } from '#lib/offline/files/sealFile.ts';
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
		const { head, chunkCount, chunk } = await sealFile(sealKey, { fileId, ...order }, file);
		const row: KeptFile = {
			...{ fileId, ...order, head, chunkCount, byteSize: file.size },
			...{ epoch: null, madeAtMs: takenNow(), sort: sortOf(file) },
			state: { at: 'waiting', sent: 0 }
		};
		await writeDown(disk, row, { chunk });
		return true;
	} catch {
		await letGo(disk, fileId);
		return false;
	}
}

export function sortOf({ type }: Blob): KeptFile['sort'] {
	return type.startsWith('image/') ? 'picture' : 'sound';
}

/**
 * Writes a file down piece by piece, and looks whether each is there: only then it stands here as `row`
 * says, in the place of its beginning if that lies here. Rejects where the disk refused, or where the file
 * cannot be read any more; the beginning is there then as it was.
 */
export async function writeDown(
	disk: FileDisk,
	row: KeptFile,
	{ chunk, insteadOf }: Pick<SealedPieces, 'chunk'> & { insteadOf?: string | null }
): Promise<void> {
	const { fileId, chunkCount } = row;
	await disk.put({ ...row, state: { at: 'writing' } });
	for (let place = 0; place < chunkCount; place += 1) {
		const sealed = await chunk(place);
		await disk.putChunk(fileId, place, sealed);
		if (!isSame(await disk.readChunk(fileId, place), sealed)) throw new NotFoundAgain(fileId);
	}
	if (insteadOf) await disk.putInsteadOf(insteadOf, row);
	else await disk.put(row);
}

/** Takes off the disk what is not whole. One that refuses this too has the rest of it cleared later. */
export async function letGo(disk: FileDisk, fileId: string): Promise<void> {
	await disk.change(fileId, () => null).catch(() => undefined);
}

/** A piece was written and was not there. */
class NotFoundAgain extends Error {
	override name = 'NotFoundAgain';
}

function isSame(there: Uint8Array | null, chunk: Uint8Array): boolean {
	return there?.length === chunk.length && there.every((byte, at) => byte === chunk[at]);
}
