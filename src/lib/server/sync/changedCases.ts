import { sql } from 'kysely';
import type { Work } from '#lib/server/work.ts';
import type { HeldCase } from '#lib/wire/deviceSync.ts';

/**
 * The stamp of this moment: the oldest transaction that is still under way. To be taken before what
 * it stamps is read.
 */
export async function takeStamp({ trx }: Work): Promise<string> {
	const { rows } = await sql<{ stamp: string }>`select
		pg_snapshot_xmin(pg_current_snapshot())::text as stamp`.execute(trx);
	return rows[0]?.stamp ?? '0';
}

/**
 * Those of the held cases in which something changed since their stamp.
 *
 * A writer that was still under way at the stamp counts, whenever it ended: by its place alone it
 * would lie before what was read, and never be told. One that ended before is told once more
 * instead, where an older writer was slower than it. What changed so long ago that it was forgotten
 * counts too.
 */
export async function findChanged(
	{ trx }: Work,
	held: readonly HeldCase[]
): Promise<readonly string[]> {
	const ids = held.map(({ complaintId }) => complaintId);
	const stamps = held.map(({ stamp }) => stamp ?? '0');
	const { rows } = await sql<{ complaint_id: string }>`select distinct complaint_id
		from unnest(${ids}::uuid[], ${stamps}::xid8[]) as held (complaint_id, stamp)
		where exists (select from change_feed
				where change_feed.complaint_id = held.complaint_id and transaction_id >= held.stamp)
			or held.stamp <= (select up_to from change_feed_end join server_epoch using (epoch))`.execute(trx);
	return rows.map((row) => row.complaint_id);
}
