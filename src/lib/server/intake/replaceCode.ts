import { canonicalCode, codeFromBytes } from '#lib/intake/receiptCode.ts';
import type { PreparedCode } from '#lib/server/intake/sixWords.ts';
import { lookupOf, makeSecret, wordBytesOf } from '#lib/server/intake/visitCookie.ts';
import { writeInstant } from '#lib/server/intake/writeInstant.ts';
import { hashSecret } from '#lib/server/keys/argon2id.ts';
import type { MasterKeys } from '#lib/server/service.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';

/** Six new words, and what is kept of them. */
export interface NewCode extends PreparedCode {
	words: readonly string[];
}

/**
 * Six words from a secret of their own, which is forgotten at once: they can be had again from
 * nothing. It takes as long as Argon2id does, so it is done before the transaction and not in it.
 */
export async function makeNewCode(keys: MasterKeys): Promise<NewCode> {
	const words = codeFromBytes(wordBytesOf(keys, makeSecret()));
	const sorted = canonicalCode(words);
	return { words, lookup: lookupOf(keys, sorted), verifier: await hashSecret(sorted) };
}

/**
 * From now on this code opens the complaint and no other does; every visit to it ends, those of
 * the browser it was sent from too.
 */
export async function replaceCode(
	work: Work,
	complaintId: string,
	{ lookup, verifier }: PreparedCode
): Promise<void> {
	const at = writeInstant(work.now());
	await asOurselves(work, async ({ trx }) => {
		await trx
			.updateTable('receipt_code')
			.set({ disabled_at: at })
			.where('complaint_id', '=', complaintId)
			// The code of whoever spoke for them opens less, and is not the one that was lost.
			.where('holder', '=', 'complainant')
			.where('disabled_at', 'is', null)
			.execute();
		await trx
			.deleteFrom('visit')
			.where((eb) =>
				eb.or([
					eb('complaint_id', '=', complaintId),
					eb(
						'draft_id',
						'in',
						eb.selectFrom('draft').select('draft_id').where('complaint_id', '=', complaintId)
					)
				])
			)
			.execute();
		await trx
			.insertInto('receipt_code')
			.values({ lookup, verifier, complaint_id: complaintId, created_at: at })
			.execute();
	});
}
