import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** What a backup has to know of destroyed keys, and what a restore has to hold back. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [DESTROYED_IN, RESTORED_FROM, HELD]);
}

const DESTROYED_IN = `
alter table data_key add column destroyed_in xid8;
create index on data_key (destroyed_in) where destroyed_in is not null;
comment on column data_key.destroyed_in is 'The transaction that destroyed it: by this the key backup is found to be behind.';`;

const RESTORED_FROM = `
alter table server_epoch add column restored_from text;
comment on column server_epoch.restored_from is 'The epoch of the key backup it was restored with: that file may be written anew from here. Null for a database that was never restored.';`;

const HELD = `
alter table outgoing_message drop constraint outgoing_message_state_check;
alter table outgoing_message add constraint outgoing_message_state_check
	check (state in ('queued', 'sent', 'failed', 'kept', 'held'));
comment on column outgoing_message.state is 'kept: shown in the local outbox, sent to nobody. held: it waited when a backup was made that was restored since, and may have gone.';`;
