import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** What a visitor of the public site is writing, their six words, and safety alerts. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [DRAFT, CODE, ALERT]);
	await run(db, [
		...['draft', 'visit', 'receipt_code', 'code_guess'].map((table) =>
			protect(app, { table, rule: 'is_actor_ours()' })
		),
		protect(app, { table: 'safety_alert', rule: 'may_see_alert(complaint_id)' }),
		protect(app, {
			table: 'safety_alert_step',
			rule: 'exists (select from safety_alert a where a.alert_id = safety_alert_step.alert_id)',
			rights: 'append'
		})
	]);
}

const DRAFT = `
create table draft (
	draft_id uuid primary key,
	state text not null check (state in ('open', 'sent', 'deleted')),
	sealed bytea,
	version integer not null default 0,
	complaint_id uuid references complaint,
	has_code boolean not null default false,
	created_at timestamptz not null default now(),
	saved_at timestamptz not null default now(),
	sent_at timestamptz,
	expires_at timestamptz not null
);
comment on table draft is 'Answers kept at each Continue. Staff never see one.';
comment on column draft.has_code is 'Its six words were shown, so it is kept for 14 days.';
create table visit (
	secret_hash bytea primary key,
	turn_hash bytea not null,
	draft_id uuid references draft,
	complaint_id uuid references complaint,
	came_with_code boolean not null default false,
	code_checked_at timestamptz,
	seen_at timestamptz not null default now(),
	created_at timestamptz not null default now(),
	expires_at timestamptz not null
);
comment on table visit is 'One browser that is telling us something or has come back. Only hashes of its cookie are kept.';`;

const CODE = `
create table receipt_code (
	lookup bytea primary key,
	verifier text not null,
	draft_id uuid references draft,
	complaint_id uuid references complaint,
	created_at timestamptz not null default now(),
	disabled_at timestamptz
);
comment on table receipt_code is 'A keyed lookup and an Argon2id verifier of the six words, never the words.';
create table code_guess (
	guess_id bigint generated always as identity primary key,
	visitor_hash bytea,
	at timestamptz not null default now()
);
comment on table code_guess is 'Wrong words of late, for the wait that grows and the cap over all. Nobody is locked out.';
create index on code_guess (at);`;

const ALERT = `
create table safety_alert (
	alert_id uuid primary key,
	draft_id uuid,
	complaint_id uuid,
	answer text not null check (answer in ('no', 'notSure')),
	raised_at timestamptz not null default now(),
	sealed bytea,
	told_count integer not null default 0,
	last_told_at timestamptz,
	taken_by uuid references staff,
	taken_at timestamptz,
	closed_by uuid references staff,
	closed_at timestamptz,
	closing_reason text
);
comment on table safety_alert is 'An answer "No" or "not sure" to "Are you safe?". Nothing that a draft does deletes it, so it holds no reference.';
comment on column safety_alert.sealed is 'A phone number, when to call and whether to leave a message, where given.';
create function may_see_alert(about uuid) returns boolean
language sql stable security definer set search_path = public as $$
	select is_actor_ours() or (
		actor_has_role(array['complaintsOfficer', 'complaintsManager', 'dutyWorker'])
		and (about is null or about <> all (actor_is_subject_of())))
$$;
create table safety_alert_step (
	step_id uuid primary key,
	alert_id uuid not null references safety_alert,
	at timestamptz not null default now(),
	staff_id uuid references staff,
	what text not null check (what in ('told', 'taken', 'called', 'noAnswer', 'note', 'closed')),
	sealed bytea
);
comment on table safety_alert_step is 'What was done about an alert, by whom. Added to, never changed.';
create index on safety_alert_step (alert_id);`;
