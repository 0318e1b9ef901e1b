import { canonicalCode, codeFromBytes } from '#lib/intake/receiptCode.ts';
import type { Draft } from '#lib/server/intake/draft.ts';
import type { Holder, Visit } from '#lib/server/intake/visit.ts';
import { childsWordBytesOf, lookupOf, wordBytesOf } from '#lib/server/intake/visitCookie.ts';
import { writeInstant } from '#lib/server/intake/writeInstant.ts';
import { hashSecret } from '#lib/server/keys/argon2id.ts';
import type { MasterKeys } from '#lib/server/service.ts';
import type { Work } from '#lib/server/work.ts';

/** Six words ready to be kept: their keyed lookup and their verifier, never the words. */
export interface PreparedCode {
	lookup: Buffer;
	verifier: string;
}

/** How long after sending the words are shown again. Then their secret is gone. */
export const SHOWN_AFTER_SENDING_MS = 10 * 60_000;

/** The visit's six words, the same each time; null where it came in with words of its own. */
export function wordsOf(keys: MasterKeys, visit: Visit): readonly string[] | null {
	return visit.cameWithCode ? null : codeFromBytes(wordBytesOf(keys, visit.secret));
}

/** A second code that follows from the same visit, for the child its sender speaks for. */
function childsWordsOf(keys: MasterKeys, { secret }: Visit): readonly string[] {
	return codeFromBytes(childsWordBytesOf(keys, secret));
}

/** Prepares the child's code to be kept; like `prepareCode`, outside the transaction. */
export async function prepareChildsCode(keys: MasterKeys, visit: Visit): Promise<PreparedCode> {
	const sorted = canonicalCode(childsWordsOf(keys, visit));
	return { lookup: lookupOf(keys, sorted), verifier: await hashSecret(sorted) };
}

/** From now on the child's code opens the complaint. */
export async function keepChildsCode(
	work: Work,
	code: PreparedCode,
	{ draftId, complaintId }: { draftId: string; complaintId: string }
): Promise<void> {
	await keepCode(work, code, draftId);
	await work.trx
		.updateTable('receipt_code')
		.set({ complaint_id: complaintId, holder: 'complainant' })
		.where('lookup', '=', code.lookup)
		.execute();
}

/** The child's words, where it was from this visit that they were kept; null otherwise. */
export async function findChildsWords(work: Work, visit: Visit): Promise<readonly string[] | null> {
	const words = childsWordsOf(work.keys, visit);
	const kept = await work.trx
		.selectFrom('receipt_code')
		.select('holder')
		.where('lookup', '=', lookupOf(work.keys, canonicalCode(words)))
		.where('complaint_id', 'is not', null)
		.executeTakeFirst();
	return kept ? words : null;
}

/** Whether the words of this draft may still be shown, to the browser it was sent from. */
export function mayShowWords({ sentAt }: Draft, nowMs: number): boolean {
	return sentAt !== null && nowMs < sentAt + SHOWN_AFTER_SENDING_MS;
}

/**
 * Prepares the visit's code to be kept, or null where the draft has one already. It takes as
 * long as Argon2id does, so it is done before the transaction and not in it.
 */
export async function prepareCode(
	keys: MasterKeys,
	visit: Visit,
	draft: Draft
): Promise<PreparedCode | null> {
	const words = draft.hasCode ? null : wordsOf(keys, visit);
	if (!words) return null;
	const sorted = canonicalCode(words);
	return { lookup: lookupOf(keys, sorted), verifier: await hashSecret(sorted) };
}

/** Keeps a code that is about to be shown. A second time changes nothing. */
export async function keepCode(work: Work, code: PreparedCode, draftId: string): Promise<void> {
	await work.trx
		.insertInto('receipt_code')
		.values({
			lookup: code.lookup,
			verifier: code.verifier,
			draft_id: draftId,
			created_at: writeInstant(work.now())
		})
		.onConflict((conflict) => conflict.column('lookup').doNothing())
		.execute();
}

/** From now on the draft's code opens the complaint. */
export async function openComplaintWithCode(
	{ trx }: Work,
	{ draftId, complaintId, holder }: { draftId: string; complaintId: string; holder: Holder }
): Promise<void> {
	await trx
		.updateTable('receipt_code')
		.set({ complaint_id: complaintId, holder })
		.where('draft_id', '=', draftId)
		.execute();
}
