import { createHmac } from 'node:crypto';
import type { MasterKeys } from '#lib/server/service.ts';

const HASH_BYTES = 16;

/**
 * A keyed hash of each word of a name: what a search looks for, without the names being there
 * to read. The same words in any order, case and accents give the same hashes.
 */
export function indexName({ pepper }: Pick<MasterKeys, 'pepper'>, name: string): Buffer[] {
	return wordsOf(name).map((word) =>
		createHmac('sha256', pepper).update(`name/${word}`).digest().subarray(0, HASH_BYTES)
	);
}

function wordsOf(name: string): string[] {
	const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’]/g, '');
	return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])];
}
