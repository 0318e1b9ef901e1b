import type { Kysely } from 'kysely';
import { findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/**
 * In which cases something changed, by the transaction that changed it, for the devices that keep
 * them. Written by the database itself, so that no way of changing a case can forget it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		FEED,
		protect(app, { table: 'change_feed', rule: SEES_COMPLAINT, rights: 'append' }),
		`revoke insert on change_feed from ${app}`,
		...TOLD.map(tellChanges)
	]);
}

const FEED = `
create table change_feed (
	complaint_id uuid not null,
	transaction_id xid8 not null default pg_current_xact_id(),
	primary key (complaint_id, transaction_id)
);
comment on table change_feed is 'Which transactions changed what a device may hold of a case.';
create function tell_change() returns trigger
language plpgsql security definer set search_path = public as $$
begin
	insert into change_feed (complaint_id)
	values (case tg_op when 'DELETE' then old.complaint_id else new.complaint_id end)
	on conflict do nothing;
	return null;
end $$;
comment on function tell_change is 'Once a transaction and a case.';`;

/** Everything of which a device may hold something. */
const TOLD = [
	'complaint',
	'complaint_event',
	'complaint_person',
	'complaint_subject',
	'sealed_text',
	'message',
	'safe_contact',
	'promise',
	'advocate_request',
	'advocate_consent',
	'full_answer'
];

function tellChanges(table: string): string {
	return `create trigger tell_change after insert or update or delete on ${table}
		for each row execute function tell_change();`;
}
