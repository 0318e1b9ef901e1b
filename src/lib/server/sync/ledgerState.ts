import type { LedgerState } from '#lib/server/sync/protocol/answerItems.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import { ORDER_SCHEMA } from '#lib/wire/offlineOrder.ts';

/** Where this server stands: its epoch, what a backup holds, which orders it reads, and its time. */
export async function readLedgerState(work: Work): Promise<LedgerState> {
	const { epoch, durable } = await work.trx
		.selectFrom('server_epoch')
		.select(['epoch', 'durable'])
		.executeTakeFirstOrThrow();
	return { epoch, durable, schema: ORDER_SCHEMA, at: instantOf(work) };
}
