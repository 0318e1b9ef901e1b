import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** Stage 3: its dates, worked out from the log, who owns an action, and who is away when. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [DATES, DIARY]);
	await run(db, [protect(app, { table: 'panel_diary', rule: 'is_actor_at_work()' })]);
}

const DATES = `
alter table strand
	add column stage3_requested_on date,
	add column stage3_due_on date,
	add column panel_on date,
	add column panel_held_on date,
	add column is_panel_outside_at_wish boolean not null default false,
	add column stage3_responded_on date;
comment on column strand.stage3_due_on is 'A copy: day 30 from the request, by which the panel meets.';
comment on column strand.panel_on is 'The day the panel is to meet, or met; null while none is fixed.';
comment on column strand.is_panel_outside_at_wish is 'The panel is after day 30 because the complainant asked for that.';
comment on column strand.stage3_responded_on is 'The day the response to the panel was sent.';
alter table recommendation add column owner_id uuid;
comment on column recommendation.owner_id is 'The member of staff who does it; null where no name was asked for.';`;

const DIARY = `
create table panel_diary (
	person_id uuid not null,
	busy_on date not null,
	recorded_by uuid not null references staff,
	recorded_at timestamptz not null default now(),
	primary key (person_id, busy_on)
);
comment on table panel_diary is 'Days on which somebody cannot be at a panel. Why is nobody’s business here.';
comment on column panel_diary.person_id is 'A member of staff, somebody from outside, or somebody in a case.';`;
