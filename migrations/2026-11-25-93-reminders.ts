import type { Kysely } from 'kysely';
import { AT_WORK_AND_NO_SUBJECT, findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/** What staff were reminded of, once each, and what a change of the bank holidays moved. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [REMINDERS, MOVED]);
	await run(db, [
		protect(app, {
			table: 'reminder_sent',
			rule: `${SEES_COMPLAINT} and not is_actor_complainant()`,
			rights: 'append'
		}),
		protect(app, { table: 'reminder_mail', rule: '(select is_actor_at_work())', rights: 'append' }),
		protect(app, { table: 'date_moved', rule: AT_WORK_AND_NO_SUBJECT, rights: 'append' })
	]);
}

const REMINDERS = `
create table reminder_sent (
	complaint_id uuid not null references complaint,
	about_id uuid not null,
	clock text not null,
	kind text not null check (kind in ('nearlyDue', 'dueToday', 'late')),
	due_on date not null,
	told uuid[] not null,
	sent_at timestamptz not null default now(),
	primary key (complaint_id, about_id, clock, kind, due_on)
);
comment on table reminder_sent is 'Every reminder there was. A second one for the same end of the same clock cannot be written.';
comment on column reminder_sent.about_id is 'The strand, or the complaint itself where the clock is of the whole complaint.';
comment on column reminder_sent.told is 'The members of staff who were told: whoever has the case, or covers for them.';
create index on reminder_sent using gin (told);
create index on reminder_sent (sent_at);
create table reminder_mail (
	staff_id uuid not null references staff,
	sent_on date not null,
	primary key (staff_id, sent_on)
);
comment on table reminder_mail is 'One mail a person a day, however many reminders there are; what they are about stands in the app.';`;

const MOVED = `
create table date_moved (
	moved_id uuid primary key,
	change_id uuid not null,
	complaint_id uuid not null references complaint,
	strand_id uuid,
	clock text not null,
	old_due_on date,
	new_due_on date,
	moved_at timestamptz not null default now(),
	moved_by uuid references staff
);
create index on date_moved (moved_at);
comment on table date_moved is 'The ends of clocks that a change of the bank holidays moved, for the list on their page.';
comment on column date_moved.change_id is 'What one change moved has one id.';`;
