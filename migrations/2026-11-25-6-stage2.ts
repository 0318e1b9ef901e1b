import type { Kysely } from 'kysely';
import { findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/** Stage 2: who was appointed, what was recommended, and its dates. All worked out from the log. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [DATES, APPOINTMENT, RECOMMENDATION, TEXT_KINDS]);
	await run(
		db,
		['appointment', 'recommendation'].map((table) =>
			protect(app, { table, rule: `${SEES_COMPLAINT} and not is_actor_complainant()` })
		)
	);
}

const DATES = `
alter table strand
	add column stage2_statement_agreed_on date,
	add column stage2_responded_on date,
	add column stage2_received_on date;
comment on column strand.stage2_due_on is 'A copy: day 25 from the request, or the new date told with an extension.';
comment on column strand.stage2_limit_on is 'A copy: day 65 from the request.';
comment on column strand.stage2_responded_on is 'The day all three documents of stage 2 were sent.';
comment on column strand.stage2_received_on is 'The day the complainant is taken to have had them.';
alter table element add column stage2_outcome text;
comment on column element.outcome is 'What was found last: at stage 2 where it was answered, else at stage 1.';`;

const APPOINTMENT = `
create table appointment (
	appointment_id uuid primary key,
	complaint_id uuid not null references complaint,
	strand_id uuid not null references strand,
	position integer not null,
	role text not null,
	person_id uuid not null,
	appointed_on date not null,
	declaration_signed_on date,
	accepted_warnings text[] not null,
	reason_text_id uuid,
	ended_on date
);
comment on table appointment is 'Who has or had a part on a strand from stage 2 on, worked out from the log.';
comment on column appointment.person_id is 'The id of a member of staff, or of somebody from outside.';
comment on column appointment.ended_on is 'Null while it lasts. The day it began: it was never held.';
create index on appointment (complaint_id);
create index on appointment (person_id) where ended_on is null;`;

const RECOMMENDATION = `
create table recommendation (
	recommendation_id uuid primary key,
	complaint_id uuid not null references complaint,
	strand_id uuid not null references strand,
	position integer not null,
	made_at text not null,
	decided_on date not null,
	text_id uuid not null,
	accepted boolean not null,
	reason_text_id uuid,
	due_on date,
	done_on date,
	evidence_text_id uuid
);
comment on table recommendation is 'What was recommended and decided on, worked out from the log. It lives on after the strand is closed.';
create index on recommendation (complaint_id);
create index on recommendation (due_on) where accepted and done_on is null;`;

/** The kinds of words grow with the procedure; the program holds the list. */
const TEXT_KINDS = `
alter table sealed_text drop constraint sealed_text_kind_check;
alter table sealed_text add constraint sealed_text_kind_check check (kind ~ '^[a-z][A-Za-z0-9]{2,40}$');
comment on column sealed_text.kind is 'A code of the program’s list.';`;
