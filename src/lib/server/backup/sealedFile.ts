import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { z } from 'zod';
import type { BackupPrivateKey, BackupPublicKey } from '#lib/server/backup/backupKey.ts';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';
import { openChunks, sealChunks } from '#lib/server/backup/sealedChunks.ts';
import { deriveBackupMarkKey } from '#lib/server/keys/masterKeys.ts';
import { HPKE_SUITE } from '#lib/server/keys/sealKeyPair.ts';
import type { MasterKeys } from '#lib/server/service.ts';

/** What stands at the start of a file of ours for everybody to read. None of it is about anybody. */
export interface FileFacts {
	/** `data`: every table but the keys. `keys`: the wrapped keys, and which are destroyed. */
	kind: 'data' | 'keys';
	/** An instant of the database's own clock. */
	madeAt: string;
	/** The epoch of the database it was made from. */
	epoch: string;
	/** What every transaction below it did is in the file. */
	place: number;
	backupKeyId: string;
	masterKeyId: string;
}

const headSchema = z.strictObject({
	kind: z.enum(['data', 'keys']),
	madeAt: z.iso.datetime(),
	epoch: z.string(),
	place: z.int().nonnegative(),
	backupKeyId: z.string(),
	masterKeyId: z.string(),
	enc: z.base64url(),
	sealedKey: z.base64url(),
	mark: z.base64url()
});

/** A file of ours that was opened, before its contents were looked at. */
export interface OpenedFile {
	facts: FileFacts;
	/** Whether it was made by somebody who holds this master key, and not only by its look. */
	isMarkedBy(keys: MasterKeys): boolean;
	/** The contents. Iterating throws `BackupRefused` at the first piece that was changed or cut off. */
	read(): AsyncIterable<Buffer>;
}

const NAME = 'SAY-SO-BACKUP-1 ';
const LONGEST_HEAD_BYTES = 4096;
const SEALED_FOR = new TextEncoder().encode('say-so backup, format 1');

/**
 * The bytes of a sealed file: a line of facts with a key for this file alone, sealed to the backup
 * key by HPKE, then the contents, packed and in chunks under that key, each bound to that line.
 */
export async function* sealFile(
	facts: FileFacts,
	{ to, keys, contents }: { to: BackupPublicKey; keys: MasterKeys; contents: AsyncIterable<Buffer> }
): AsyncGenerator<Buffer> {
	const fileKey = randomBytes(32);
	const recipientPublicKey = await HPKE_SUITE.kem.deserializePublicKey(to.bytes.buffer);
	const sealing = { recipientPublicKey, info: SEALED_FOR };
	const { ct, enc } = await HPKE_SUITE.seal(sealing, new Uint8Array(fileKey), boundTo(facts));
	const line = writeHead({
		...facts,
		enc: Buffer.from(enc).toString('base64url'),
		sealedKey: Buffer.from(ct).toString('base64url'),
		mark: markOf(keys, fileKey).toString('base64url')
	});
	yield line;
	// What goes wrong on the way comes out of the last stream, where it is waited for.
	const packed = pipeline(contents, createZstdCompress(), () => undefined);
	yield* sealChunks(packed, { key: fileKey, boundTo: hashOf(line) });
}

/** What a file says of itself. Throws `BackupRefused` where it is none of ours. */
export async function readFacts(file: string): Promise<FileFacts> {
	return factsIn((await readHead(file)).head);
}

/** Opens a file with the private half of the backup key. Throws `BackupRefused`. */
export async function openFile(file: string, key: BackupPrivateKey): Promise<OpenedFile> {
	const { head, line } = await readHead(file);
	const { enc, sealedKey, mark } = head;
	const facts = factsIn(head);
	if (facts.backupKeyId !== key.keyId) {
		throw new BackupRefused(
			`${file} is sealed to the backup key ${facts.backupKeyId}, and the key given is ${key.keyId}.`
		);
	}
	const fileKey = await openFileKey(file, { enc, sealedKey, facts, key });
	return {
		facts,
		isMarkedBy: (keys) => isSame(markOf(keys, fileKey), Buffer.from(mark, 'base64url')),
		read: () => {
			const sealed = createReadStream(file, { start: line.length });
			const chunks = openChunks(sealed, { key: fileKey, boundTo: hashOf(line), file });
			return pipeline(chunks, createZstdDecompress(), () => undefined);
		}
	};
}

type Head = z.infer<typeof headSchema>;

async function readHead(file: string): Promise<{ head: Head; line: Buffer }> {
	const start = await readStart(file);
	const end = start.indexOf('\n');
	const line = start.subarray(0, end + 1);
	if (end < 0 || !line.toString('latin1').startsWith(NAME)) throw notOurs(file);
	try {
		const head = headSchema.parse(JSON.parse(line.subarray(NAME.length).toString('utf8')));
		return { head, line };
	} catch (cause) {
		throw notOurs(file, cause);
	}
}

async function readStart(file: string): Promise<Buffer> {
	try {
		const handle = await open(file);
		try {
			const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST_HEAD_BYTES), 0);
			return buffer.subarray(0, bytesRead);
		} finally {
			await handle.close();
		}
	} catch (cause) {
		throw new BackupRefused(`${file} cannot be read. Is it there, and may you read it?`, { cause });
	}
}

function factsIn({ kind, madeAt, epoch, place, backupKeyId, masterKeyId }: Head): FileFacts {
	return { kind, madeAt, epoch, place, backupKeyId, masterKeyId };
}

function writeHead(head: Head): Buffer {
	return Buffer.from(`${NAME}${JSON.stringify(head)}\n`, 'utf8');
}

async function openFileKey(
	file: string,
	{
		enc,
		sealedKey,
		facts,
		key
	}: { enc: string; sealedKey: string; facts: FileFacts; key: BackupPrivateKey }
): Promise<Buffer> {
	try {
		const recipientKey = await HPKE_SUITE.kem.deserializePrivateKey(key.bytes.buffer);
		const opening = { recipientKey, enc: bytesOf(enc), info: SEALED_FOR };
		return Buffer.from(await HPKE_SUITE.open(opening, bytesOf(sealedKey), boundTo(facts)));
	} catch (cause) {
		throw new BackupRefused(`${file} was changed at its start. Take another copy of it.`, {
			cause
		});
	}
}

function boundTo(facts: FileFacts): Uint8Array<ArrayBuffer> {
	const { kind, madeAt, epoch, place, backupKeyId, masterKeyId } = facts;
	return new TextEncoder().encode(
		JSON.stringify([kind, madeAt, epoch, place, backupKeyId, masterKeyId])
	);
}

/** Anybody may seal to a public key; only who holds the master key can say this of the file's key. */
function markOf(keys: MasterKeys, fileKey: Buffer): Buffer {
	return createHmac('sha256', deriveBackupMarkKey(keys)).update(fileKey).digest();
}

function isSame(one: Buffer, other: Buffer): boolean {
	return one.length === other.length && timingSafeEqual(one, other);
}

function hashOf(line: Buffer): Buffer {
	return createHash('sha256').update(line).digest();
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
	return new Uint8Array(Buffer.from(text, 'base64url'));
}

function notOurs(file: string, cause?: unknown): BackupRefused {
	return new BackupRefused(`${file} is no backup of Say So, or its start was changed.`, { cause });
}
