import { hashOf } from '#lib/server/auth/sessionAdapter.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { Service } from '#lib/server/service.ts';

/** How long ago the session began, in milliseconds; 0 for one that is not there. */
export async function signedInForMs(
	{ db, now }: Pick<Service, 'db' | 'now'>,
	sessionId: string | undefined
): Promise<number> {
	if (!sessionId) return 0;
	const row = await asActor(db, 'system', (trx) =>
		trx
			.selectFrom('staff_session')
			.select('created_at')
			.where('id_hash', '=', hashOf(sessionId))
			.executeTakeFirst()
	);
	return row ? Math.max(0, now() - Date.parse(row.created_at)) : 0;
}
