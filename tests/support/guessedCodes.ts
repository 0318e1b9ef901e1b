import { randomBytes, randomUUID } from 'node:crypto';
import { canonicalCode, codeFromBytes } from '#lib/intake/receiptCode.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { lookUpWords } from '#lib/server/intake/checkWords.ts';
import { lookupOf } from '#lib/server/intake/visitCookie.ts';
import { hashSecret } from '#lib/server/keys/argon2id.ts';
import type { Service } from '#lib/server/service.ts';

/** Six words that anybody may hit upon: drawn as ours are, from no secret of ours. */
export function randomCode(): string {
	return codeFromBytes(randomBytes(9)).join(' ');
}

/**
 * Keeps that many codes of unsent forms, and says the words of the first. All have one verifier,
 * that of the first: making one takes long on purpose, and a guess comes to it only after a hit.
 */
export async function keepCodes(service: Service, howMany: number): Promise<string> {
	const codes = Array.from({ length: howMany }, randomCode);
	const first = codes[0] ?? '';
	const verifier = await hashSecret(canonicalCode(first.split(' ')));
	const at = new Date(service.now()).toISOString();
	const later = new Date(service.now() + 86_400_000).toISOString();
	await asActor(service.db, 'system', async (trx) => {
		for (let from = 0; from < howMany; from += 500) {
			const some = codes.slice(from, from + 500).map((code) => ({ code, draftId: randomUUID() }));
			await trx
				.insertInto('draft')
				.values(some.map(({ draftId }) => draftRow(draftId, at, later)))
				.execute();
			await trx
				.insertInto('receipt_code')
				.values(
					some.map(({ code, draftId }) => ({
						lookup: lookupOf(service.keys, canonicalCode(code.split(' '))),
						verifier,
						draft_id: draftId,
						created_at: at
					}))
				)
				.execute();
		}
	});
	return first;
}

/** Tries that many random codes, several at once, and says how many opened something. */
export async function guess(service: Service, times: number, atOnce = 4): Promise<number> {
	let left = times;
	let opened = 0;
	const one = async () => {
		while (left-- > 0) if ((await lookUpWords(service, randomCode())).opened) opened += 1;
	};
	await Promise.all(Array.from({ length: atOnce }, one));
	return opened;
}

function draftRow(draftId: string, at: string, later: string) {
	return {
		draft_id: draftId,
		state: 'open' as const,
		sealed: null,
		has_code: true,
		created_at: at,
		saved_at: at,
		expires_at: later
	};
}
