import { forgetTries } from '#lib/server/intake/checkWords.ts';
import { forgetOldUnsent } from '#lib/server/intake/my/unsentWords.ts';
import { eraseDraft } from '#lib/server/intake/draft.ts';
import { writeInstant } from '#lib/server/intake/writeInstant.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';

/** How many drafts are erased in one transaction. */
const AT_ONCE = 100;

/**
 * Removes visits that are over, wrong tries that no longer count, words that nobody came
 * back to send, and unfinished forms that
 * nobody came back to, with their keys and codes. Alerts are not touched.
 */
export async function forgetExpired(service: Service): Promise<void> {
	let erased: number;
	do {
		erased = await inTransaction(service, { kind: 'system' }, async (work) => {
			const before = writeInstant(work.now());
			await work.trx.deleteFrom('visit').where('expires_at', '<=', before).execute();
			await forgetTries(work);
			await forgetOldUnsent(work);
			const drafts = await work.trx
				.selectFrom('draft')
				.select('draft_id')
				.where('state', '=', 'open')
				.where('expires_at', '<=', before)
				.limit(AT_ONCE)
				.forUpdate()
				.skipLocked()
				.execute();
			for (const { draft_id } of drafts) await eraseDraft(work, draft_id);
			return drafts.length;
		});
	} while (erased === AT_ONCE);
}
