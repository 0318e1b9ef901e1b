import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';

const idOrName = z.string().min(1);

/** A wrapped key as the key file has it: as `data_key`, with the bytes in base64. */
const dataKeyRow = z.strictObject({
	owner_id: z.uuid(),
	owner_kind: idOrName,
	/** Null: it is destroyed. */
	wrapped: z.base64().nullable(),
	master_key_id: idOrName,
	created_at: z.string(),
	destroyed_at: z.string().nullable()
});

/** As `device_seal_key`. */
const sealKeyRow = z.strictObject({
	key_id: idOrName,
	public_key: z.base64(),
	wrapped: z.base64(),
	master_key_id: idOrName,
	made_at: z.string()
});

/** What a file says between the rows: what comes next, how many there were, and that it is whole. */
const noteSchema = z.discriminatedUnion('is', [
	/** Which migrations the tables are of. First in a data file. */
	z.strictObject({ is: z.literal('shape'), migrations: z.array(idOrName) }),
	z.strictObject({ is: z.literal('table'), name: idOrName, columns: z.array(idOrName) }),
	z.strictObject({ is: z.literal('tableEnds'), rows: z.int() }),
	z.strictObject({ is: z.literal('dataKeys'), rows: z.array(dataKeyRow) }),
	z.strictObject({ is: z.literal('sealKeys'), rows: z.array(sealKeyRow) }),
	/** Of everything before it. */
	z.strictObject({ is: z.literal('end'), sha256: z.hex() })
]);

export type Note = z.infer<typeof noteSchema>;
export type DataKeyRow = z.infer<typeof dataKeyRow>;
export type SealKeyRow = z.infer<typeof sealKeyRow>;

/** What a file is made of: notes, and between them the bytes of rows as COPY writes them. */
export type Part = Note | { is: 'rows'; bytes: Buffer };

const NOTE = 1;
const ROWS = 2;
const HEAD_BYTES = 5;
/** The largest row is a file of 20 MB, which COPY writes in two characters a byte. */
const LONGEST_PART_BYTES = 200_000_000;

/** The parts as bytes, each with its kind and its length before it, and the end after them. */
export async function* writeParts(parts: AsyncIterable<Part>): AsyncGenerator<Buffer> {
	const hash = createHash('sha256');
	for await (const part of parts) {
		for (const bytes of bytesOf(part)) {
			hash.update(bytes);
			yield bytes;
		}
	}
	yield* bytesOf({ is: 'end', sha256: hash.digest('hex') });
}

/**
 * Reads them again, without the end, which it checks. Throws `BackupRefused`, naming `file`, where
 * it is not as it was written.
 */
export async function* readParts(
	contents: AsyncIterable<Buffer>,
	file: string
): AsyncGenerator<Exclude<Part, { is: 'end' }>> {
	const hash = createHash('sha256');
	for await (const { kind, head, bytes } of inParts(contents, file)) {
		const part = kind === ROWS ? { is: 'rows' as const, bytes } : readNote(bytes, file);
		if (part.is === 'end') {
			if (part.sha256 === hash.digest('hex')) return;
			break;
		}
		hash.update(head).update(bytes);
		yield part;
	}
	throw new BackupRefused(`${file} is not whole. Take another copy of it, or an older backup.`);
}

function bytesOf(part: Part): [Buffer, Buffer] {
	const bytes = part.is === 'rows' ? part.bytes : Buffer.from(JSON.stringify(part), 'utf8');
	const head = Buffer.alloc(HEAD_BYTES);
	head[0] = part.is === 'rows' ? ROWS : NOTE;
	head.writeUInt32BE(bytes.length, 1);
	return [head, bytes];
}

async function* inParts(
	contents: AsyncIterable<Buffer>,
	file: string
): AsyncGenerator<{ kind: number; head: Buffer; bytes: Buffer }> {
	let held: Buffer[] = [];
	let length = 0;
	let wanted = HEAD_BYTES;
	for await (const piece of contents) {
		held.push(piece);
		length += piece.length;
		if (length < wanted) continue;
		let all = Buffer.concat(held);
		for (;;) {
			wanted = all.length < HEAD_BYTES ? HEAD_BYTES : HEAD_BYTES + all.readUInt32BE(1);
			if (wanted > LONGEST_PART_BYTES) throw new BackupRefused(`${file} is not as it was written.`);
			if (all.length < wanted) break;
			const head = all.subarray(0, HEAD_BYTES);
			yield { kind: head[0] ?? 0, head, bytes: all.subarray(HEAD_BYTES, wanted) };
			all = all.subarray(wanted);
		}
		held = [all];
		length = all.length;
	}
}

function readNote(bytes: Buffer, file: string): Note {
	const read = noteSchema.safeParse(JSON.parse(bytes.toString('utf8')));
	if (read.success) return read.data;
	throw new BackupRefused(
		`${file} holds something that this version of Say So does not know. Restore it with the version that made it, or a later one.`
	);
}
