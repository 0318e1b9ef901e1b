import type { Kysely } from 'kysely';
import { findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/** Letters of a case, and what a council has changed about their texts. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		LETTERS,
		protect(app, {
			table: 'letter_template',
			rule: 'is_actor_known() and not is_actor_complainant()',
			rights: 'append'
		}),
		protect(app, {
			table: 'letter',
			rule: `${SEES_COMPLAINT} and not is_actor_complainant()`
		})
	]);
}

const LETTERS = `
create table letter_template (
	letter_kind text not null,
	version integer not null check (version > 0),
	adult text,
	child text,
	changed_by uuid references staff,
	changed_at timestamptz not null default now(),
	primary key (letter_kind, version)
);
comment on table letter_template is 'Each change of a letter''s text, the newest being the one in use. No row: the built-in text.';
comment on column letter_template.adult is 'Null: back to the built-in text.';
create table letter (
	letter_id uuid primary key,
	position bigint generated always as identity,
	complaint_id uuid not null references complaint,
	strand_id uuid references strand,
	letter_kind text not null,
	template_version integer not null,
	audience text not null check (audience in ('adult', 'child')),
	state text not null check (state in ('draft', 'waitingForRelease', 'released', 'queued', 'printed')),
	version integer not null default 1,
	sealed bytea,
	written_by uuid not null references staff,
	writers uuid[] not null,
	saved_at timestamptz not null default now(),
	release_asked_at timestamptz,
	second_person_id uuid references staff,
	released_by uuid references staff check (released_by <> all (writers)),
	released_at timestamptz,
	look_confirmed boolean not null default false,
	message_id uuid references message,
	sent_by uuid references staff,
	sent_at timestamptz,
	sent_how text check (sent_how in ('online', 'post', 'byHand')),
	erased_at timestamptz
);
comment on table letter is 'A letter about a case, from its draft until it is read on the site, posted or handed over.';
create index on letter (complaint_id);
comment on column letter.position is 'The order in which they were begun.';
comment on column letter.template_version is '0: the built-in text.';
comment on column letter.state is 'queued: readable on the site, with a message by each safe way. printed: posted or handed over.';
comment on column letter.released_by is 'The second person, never one of the writers; null where the letter needs none.';
comment on column letter.look_confirmed is 'The second person looked at what may be an address, a number or another party''s detail.';`;
