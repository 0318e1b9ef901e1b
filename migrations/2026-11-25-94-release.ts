import type { Kysely } from 'kysely';
import { findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/** The full answers of stages 2 and 3 on their way to the complainant, by two people. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		FULL_ANSWER,
		protect(app, {
			table: 'full_answer',
			rule: `(select actor_sight()) in ('everything', 'all', 'own') and ${SEES_COMPLAINT}
				and (not is_actor_complainant() or state = 'sent')`
		}),
		`create policy sent_to_them on case_document for select to ${app}
			using (is_actor_complainant() and complaint_id = (select actor_complaint_id())
				and exists (select from full_answer a
					where a.complaint_id = case_document.complaint_id and a.state = 'sent'
						and case_document.document_id = any (a.document_ids)));`
	]);
}

const FULL_ANSWER = `
create table full_answer (
	full_answer_id uuid primary key,
	complaint_id uuid not null references complaint,
	strand_id uuid not null references strand,
	stage smallint not null check (stage in (2, 3)),
	state text not null check (state in ('waitingForRelease', 'sentBack', 'sent')),
	version integer not null default 1,
	sealed bytea,
	document_ids uuid[] not null default '{}',
	written_by uuid not null references staff,
	writers uuid[] not null,
	release_asked_at timestamptz,
	second_person_id uuid references staff,
	released_by uuid references staff check (released_by <> all (writers)),
	look_confirmed boolean not null default false,
	sent_at timestamptz,
	opened_at timestamptz,
	erased_at timestamptz,
	unique (strand_id, stage)
);
create index on full_answer (complaint_id);
comment on table full_answer is 'The full answer of stage 2 or 3: prepared by one person, released by a second, then read on the site.';
comment on column full_answer.sealed is 'What was prepared; once sent, every word that the complainant reads.';
comment on column full_answer.document_ids is 'The documents that went with it; the complainant may take away these alone.';
comment on column full_answer.writers is 'Everyone who prepared any of it.';
comment on column full_answer.released_by is 'The second person, never one of the writers.';
comment on column full_answer.look_confirmed is 'The second person looked at what no check can read, and at what may be an address or a number.';`;
