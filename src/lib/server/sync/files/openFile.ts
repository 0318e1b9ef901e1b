import { openFor } from '#lib/server/keys/sealing.ts';
import { placeOfChunk, type FileRow } from '#lib/server/sync/files/fileRows.ts';
import { openToServer } from '#lib/server/sync/openOrder.ts';
import { findPrivateKey } from '#lib/server/sync/sealKeys.ts';
import type { Work } from '#lib/server/work.ts';
import { chunkSealing, FILE_SEALED_FOR, headBoundTo } from '#lib/wire/deviceFile.ts';
import { fileHeadSchema } from '#lib/wire/deviceFileSchema.ts';
import { fromBase64Url } from '#lib/wire/sealedOrder.ts';

/** A whole file as it was taken on the device; null where it does not open, or is not as it says. */
export async function openFile(work: Work, row: FileRow): Promise<Buffer | null> {
	const head = await openHead(work, row);
	const own = await openFor(work.trx, work.keys, row.key_owner_id);
	if (!head || !own || head.byteSize !== row.byte_size) return null;
	const raw = fromBase64Url(head.key);
	const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
	const parts: Buffer[] = [];
	for (let place = 0; place < row.chunk_count; place += 1) {
		const chunk = await work.trx
			.selectFrom('device_file_chunk')
			.select('sealed')
			.where('file_id', '=', row.file_id)
			.where('position', '=', place)
			.executeTakeFirst();
		const sealed = own.openBytes(placeOfChunk(row.file_id, place), chunk?.sealed ?? null);
		const part = sealed && (await open(key, row, { place, sealed }));
		if (!part) return null;
		parts.push(part);
	}
	const bytes = Buffer.concat(parts);
	return bytes.byteLength === row.byte_size ? bytes : null;
}

async function openHead(work: Work, row: FileRow) {
	const { file_id: fileId, command_id: commandId, complaint_id: complaintId } = row;
	const use = { info: FILE_SEALED_FOR, aad: headBoundTo({ fileId, commandId, complaintId }) };
	const opened = await openToServer(row.head, use, (keyId) => findPrivateKey(work, keyId));
	return fileHeadSchema.safeParse(opened?.value).data ?? null;
}

async function open(
	key: CryptoKey,
	{ file_id, chunk_count }: FileRow,
	{ place, sealed }: { place: number; sealed: Buffer }
): Promise<Buffer | null> {
	try {
		const sealing = chunkSealing(file_id, place, chunk_count);
		return Buffer.from(await crypto.subtle.decrypt(sealing, key, new Uint8Array(sealed)));
	} catch {
		// Changed or moved: nothing can be read of it.
		return null;
	}
}
