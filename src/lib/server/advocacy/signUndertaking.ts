import { sign } from '#lib/server/advocacy/seenRequests.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, instantOf } from '#lib/server/work.ts';
import { UNDERTAKING } from '#lib/words/advocates.ts';

/** Writes down that an advocate promised to keep what they see to themselves (DP-14). */
export function signUndertaking(service: Service, staffId: string): Promise<void> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		await sign(work);
		await work.trx
			.insertInto('audit_entry')
			.values({
				at: instantOf(work),
				actor: `staff:${staffId}`,
				action: 'undertakingSigned',
				entity: 'staff',
				entity_id: staffId,
				data: JSON.stringify({ version: UNDERTAKING.version })
			})
			.execute();
	});
}
