import type { ClientBase } from 'pg';
import type { FileFacts } from '#lib/server/backup/sealedFile.ts';

/** What became of the things that do not simply go on after a restore. */
export interface Settled {
	/** The name that devices know this database by from now on. */
	epoch: string;
	/** Messages that waited to be sent, and may have gone since: they wait for an administrator. */
	heldMessages: number;
	/** Cases in which the letter of day 20 is looked at again after a working day, and not at once. */
	putOffNotices: number;
	/** Cases whose words are gone, because their key was destroyed. */
	erasedCases: number;
	/** Accounts that may sign in, as on the day of the backup. */
	accounts: number;
}

/**
 * Settles in a restored database what time has passed over, before anybody sees it. In the
 * transaction of the restore, as the owner of the tables.
 */
export async function settleRestored(client: ClientBase, keys: FileFacts): Promise<Settled> {
	for (const statement of [FORGET_DRAFTS, FORGET_CASES, RELEASE_JOBS]) {
		await client.query(statement);
	}
	// A backup of an earlier version came into the tables of that version, which had no such files.
	const { rowCount: hasFiles } = await client.query(
		`select from pg_class where oid = to_regclass('device_file')`
	);
	if (hasFiles) await client.query(FORGET_FILES);
	const held = await client.query(
		`update outgoing_message set state = 'held' where state = 'queued'`
	);
	const putOff = await client.query(PUT_OFF_NOTICES);
	const { rows } = await client.query<Begun>(BEGIN_EPOCH, [keys.epoch]);
	const [begun] = rows;
	if (!begun) throw new Error('server_epoch has no row');
	const settled: Settled = {
		...begun,
		heldMessages: held.rowCount ?? 0,
		putOffNotices: putOff.rowCount ?? 0
	};
	await client.query(
		`insert into audit_entry (actor, action, entity, data)
		values ('system', 'databaseRestored', 'database', $1)`,
		[JSON.stringify({ ...settled, keysMadeAt: keys.madeAt })]
	);
	return settled;
}

/** A form that was sent or deleted since the backup: its words are gone, and so is its code. */
const FORGET_DRAFTS = `
with gone as (
	update draft set state = 'deleted', sealed = null, has_code = false
	from data_key where owner_id = draft_id and destroyed_at is not null and draft.state = 'open'
	returning draft_id
), files as (delete from attached_file using gone where attached_file.draft_id = gone.draft_id)
delete from receipt_code using gone where receipt_code.draft_id = gone.draft_id`;

/** What was on its way from a device to a case whose key is destroyed. */
const FORGET_FILES = `
delete from device_file using data_key
where owner_kind = 'complaint' and destroyed_at is not null and complaint_id = owner_id`;

/** As `forgetBesideKey` does where the key of a case is destroyed. */
const FORGET_CASES = `
with erased as (
	select owner_id from data_key where owner_kind = 'complaint' and destroyed_at is not null
), names as (
	update complaint_person set name_index = '{}' from erased where complaint_id = owner_id
)
delete from set_aside_order using erased where complaint_id = owner_id`;

/**
 * Else a child is told within seconds that nobody answered them, though the answer may be in the days
 * that were lost. The same hour of the next day in England on which a working day has gone by; bank
 * holidays are not counted.
 */
const PUT_OFF_NOTICES = `
with later as (
	select statement_timestamp()
		+ case extract(isodow from statement_timestamp() at time zone 'Europe/London')
			when 5 then interval '72 hours'
			when 6 then interval '72 hours'
			when 7 then interval '48 hours'
			else interval '24 hours'
		end as at
)
update job set run_at = later.at from later
where kind = 'tellDay20' and done_at is null and run_at < later.at`;

/** Nobody holds a lease any more, and what was to be sent waits for a person instead. */
const RELEASE_JOBS = `
with unsent as (delete from job where kind = 'sendMessage' and done_at is null)
update job set leased_until = null where leased_until is not null and kind <> 'sendMessage'`;

type Begun = Omit<Settled, 'heldMessages' | 'putOffNotices'>;

/** A name and not the next number: the same backup restored twice must not give the same one twice. */
const BEGIN_EPOCH = `
update server_epoch
set epoch = gen_random_uuid()::text, durable = 0, since = now(), restored_from = $1
returning epoch,
	(select count(*)::integer from data_key join complaint on complaint_id = owner_id
		where destroyed_at is not null) as "erasedCases",
	(select count(*)::integer from staff where is_active) as accounts`;
