import type { LedgerState } from '#lib/server/sync/protocol/answerItems.ts';
import type { Work } from '#lib/server/work.ts';
import { ORDER_SCHEMA } from '#lib/wire/offlineOrder.ts';

/** Where this server stands: its epoch, what a backup holds, and which orders it reads. */
export async function readLedgerState({ trx }: Work): Promise<LedgerState> {
	const { epoch, durable } = await trx
		.selectFrom('server_epoch')
		.select(['epoch', 'durable'])
		.executeTakeFirstOrThrow();
	return { epoch, durable, schema: ORDER_SCHEMA };
}
