import type { Kysely } from 'kysely';
import { findAppRole, run, SEES_COMPLAINT } from './protection.ts';

/** What waits for a person of orders from devices: who sees it, and what was decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		SETTLED,
		`drop policy seen_by_app on set_aside_order`,
		`create policy kept_by_server on set_aside_order to ${app} using (${OURSELVES}) with check (${OURSELVES})`,
		`create policy seen_by_app on set_aside_order for select to ${app} using (${SEEN})`
	]);
}

const OURSELVES = `current_setting('app.actor', true) = 'system'`;

/** Of a case that they see; their own always. Of somebody else's there is not even a row. */
const SEEN = `is_actor_at_work() and (author_id = (select actor_staff_id()) or ${SEES_COMPLAINT})`;

const SETTLED = `
alter table set_aside_order
	alter column sealed_order drop not null,
	add column resealed bytea,
	add column key_owner_id uuid,
	add column refusal jsonb,
	add column settled_at timestamptz,
	add column settled_by uuid references staff,
	add column choice text check (choice in ('useMine', 'useTheirs', 'keepBothAsNote', 'confirm', 'discard')),
	add column settled_command_id uuid,
	add constraint sealed_once check ((sealed_order is null) = (resealed is not null)),
	add constraint resealed_whole check ((resealed is null) = (key_owner_id is null)),
	add constraint settled_whole check (
		(settled_at is null) = (settled_by is null) and (settled_at is null) = (choice is null));
create index on set_aside_order (complaint_id) where settled_at is null;
comment on column set_aside_order.sealed_order is 'As the device sealed it; null once it was opened and sealed under the key of its case.';
comment on column set_aside_order.resealed is 'The order under the key of its case, or of its author where there is no case, so that destroying the key erases it.';
comment on column set_aside_order.refusal is 'Why the rules said no: codes and days.';
comment on column set_aside_order.settled_command_id is 'The order by which it was carried out after all.';`;
