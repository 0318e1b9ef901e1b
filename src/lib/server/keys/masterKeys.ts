import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { MasterKeys } from '#lib/server/service.ts';

const KEY_BYTES = 32;

/** The key file holds something else than a master key; `message` says so for an operator. */
class MasterKeyUnreadable extends Error {
	override name = 'MasterKeyUnreadable';
}

/** A new master key, from the machine's own randomness. */
export function makeMasterKey(): Buffer {
	return randomBytes(KEY_BYTES);
}

/** What the key file holds: 64 hexadecimal digits and the end of the line. */
export function writeMasterKey(masterKey: Buffer): string {
	return `${masterKey.toString('hex')}\n`;
}

/** The key in the text of a key file; throws where the text is anything else. */
export function readMasterKey(text: string, file: string): Buffer {
	const hex = text.trim();
	if (!/^[0-9a-f]{64}$/i.test(hex)) {
		throw new MasterKeyUnreadable(
			`${file} does not hold a master key (64 hexadecimal digits). Put the right file back; without it nothing in the database can be read.`
		);
	}
	return Buffer.from(hex, 'hex');
}

/**
 * Everything that follows from the master key. Each derived key has a purpose of its own
 * (HKDF-SHA256, RFC 5869), so that none of them tells another. `keyId` is the start of a hash.
 */
export function deriveMasterKeys(masterKey: Buffer): MasterKeys {
	return {
		masterKey,
		pepper: derive(masterKey, 'say-so pepper'),
		keyId: createHash('sha256')
			.update(derive(masterKey, 'say-so key id'))
			.digest('hex')
			.slice(0, 16)
	};
}

/** The key that wraps the key of each case. */
export function deriveWrappingKey({ masterKey }: MasterKeys): Buffer {
	return derive(masterKey, 'say-so wrapping key');
}

/** The key of the mark by which a restore knows that a backup was made by who holds the master key. */
export function deriveBackupMarkKey({ masterKey }: MasterKeys): Buffer {
	return derive(masterKey, 'say-so backup mark');
}

function derive(masterKey: Buffer, purpose: string): Buffer {
	return Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), purpose, KEY_BYTES));
}
