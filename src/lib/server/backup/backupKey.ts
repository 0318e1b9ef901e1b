import { createECDH, createHash, ECDH } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { BackupRefused } from '#lib/server/backup/backupRefused.ts';
import { makeSealKeyPair } from '#lib/server/keys/sealKeyPair.ts';

const CURVE = 'prime256v1';

/** What backups are sealed to. It opens nothing, and may lie on the server. */
export interface BackupPublicKey {
	/** The start of a hash, by which people tell two keys apart. */
	keyId: string;
	/** Uncompressed point on P-256: 65 bytes. */
	bytes: Uint8Array<ArrayBuffer>;
}

/** What opens backups. It is never on the server but while one is restored. */
export interface BackupPrivateKey {
	keyId: string;
	/** 32 bytes. */
	bytes: Uint8Array<ArrayBuffer>;
}

const EXPLAINED = `This opens the backups of Say So. Keep it away from the server and from the backups.
Without it no backup can be restored; with it and the master key anybody can read one.
`;

/**
 * Makes a pair, writes the private half to a new file that its owner alone may read, and gives the
 * public half as the setting BACKUP_PUBLIC_KEY takes it. Throws `BackupRefused` where there is a file.
 */
export async function makeBackupKey(file: string): Promise<string> {
	const { publicKey, privateKey } = await makeSealKeyPair();
	try {
		writeFileSync(file, `${EXPLAINED}${toText(privateKey)}\n`, {
			mode: 0o600,
			flag: 'wx',
			flush: true
		});
	} catch (cause) {
		const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
		throw new BackupRefused(
			isThere
				? `There is a file ${file} already. Name another: an old key still opens the backups that were made with it.`
				: `The key could not be written to ${file}. Name a place where you may write.`,
			{ cause }
		);
	}
	return toText(publicKey);
}

/** Whether a text is a public half, as `makeBackupKey` gives it. */
export function isPublicKey(text: string): boolean {
	if (!/^[A-Za-z0-9_-]{87}$/.test(text)) return false;
	try {
		ECDH.convertKey(Buffer.from(text, 'base64url'), CURVE);
		return true;
	} catch {
		return false;
	}
}

/** The public half in a text of which `isPublicKey` is so. */
export function readPublicKey(text: string): BackupPublicKey {
	return publicOf(new Uint8Array(Buffer.from(text, 'base64url')));
}

/** The private half in the file that `makeBackupKey` wrote. Throws `BackupRefused`. */
export function readPrivateKey(file: string): BackupPrivateKey {
	const key = readText(file).trim().split(/\s/).at(-1) ?? '';
	if (!/^[A-Za-z0-9_-]{43}$/.test(key)) {
		throw new BackupRefused(`${file} does not hold the private half of a backup key.`);
	}
	const bytes = new Uint8Array(Buffer.from(key, 'base64url'));
	const curve = createECDH(CURVE);
	curve.setPrivateKey(bytes);
	return { bytes, keyId: publicOf(new Uint8Array(curve.getPublicKey())).keyId };
}

function readText(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (cause) {
		throw new BackupRefused(`${file} cannot be read. Name the file that backup --new-key made.`, {
			cause
		});
	}
}

function publicOf(bytes: Uint8Array<ArrayBuffer>): BackupPublicKey {
	return { bytes, keyId: createHash('sha256').update(bytes).digest('hex').slice(0, 16) };
}

function toText(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64url');
}
