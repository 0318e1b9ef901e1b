import type { Kysely } from 'kysely';
import { findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/** Names, words and contact details: sealed under a key per case, and erasable. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [KEYS, WORDS, PEOPLE, MESSAGES, ANSWER, ADVOCATE]);
	await run(db, [
		protect(app, { table: 'data_key', rule: 'is_actor_known()' }),
		...Object.entries(SHOWN_TO_COMPLAINANT).map(([table, shown]) =>
			protect(app, {
				table,
				rule: `${SEES_COMPLAINT} and (not is_actor_complainant() or ${shown})`
			})
		)
	]);
}

/** What of their own case a complainant sees: never a note, a draft or another person. */
const SHOWN_TO_COMPLAINANT = {
	sealed_text: `author_kind = 'complainant' or kind in ('elementTitle', 'terms')`,
	complaint_person: `part in ('complainant', 'child', 'helper', 'advocate')`,
	safe_contact: 'true',
	intake_fact: 'true',
	message: `direction = 'fromComplainant' or state = 'sent'`,
	stage1_answer: `state = 'sent'`,
	promise: 'true',
	advocate_request: 'true'
};

const KEYS = `
create table data_key (
	owner_id uuid primary key,
	owner_kind text not null check (owner_kind in ('complaint', 'draft', 'alert', 'message', 'importedRecord')),
	wrapped bytea,
	master_key_id text not null,
	created_at timestamptz not null default now(),
	destroyed_at timestamptz
);
comment on table data_key is 'The key that seals one case, or one thing without a case, wrapped by the master key. Destroying it erases.';`;

const WORDS = `
create table sealed_text (
	text_id uuid primary key,
	position bigint generated always as identity,
	complaint_id uuid not null references complaint,
	kind text not null check (kind in ('whatHappened', 'whatWouldHelp', 'whenItChanges', 'added',
		'writtenRecord', 'elementTitle', 'note', 'reason', 'terms', 'spokenTo')),
	sealed bytea,
	author_kind text not null check (author_kind in ('staff', 'complainant', 'system')),
	author_id uuid,
	written_at timestamptz not null default now(),
	erased_at timestamptz
);
comment on table sealed_text is 'Words of a case. Those of the child are kept as they were typed.';
create index on sealed_text (complaint_id);
comment on column sealed_text.position is 'The order in which they were written.';
create table intake_fact (
	complaint_id uuid primary key references complaint,
	picked_subjects text[] not null default '{}',
	wishes text[] not null default '{}',
	told_how text,
	safety_answer text,
	wants_advocate text,
	advocate_may_know text,
	changes_coming text[] not null default '{}',
	promise_version text
);
comment on table intake_fact is 'What the child picked on the form, as codes; beside what staff decide, neither overwrites the other.';
comment on column intake_fact.changes_coming is 'What is about to change, as codes; it may have to be put on hold.';
comment on column intake_fact.promise_version is 'Which wording of the three things to know the child was shown; null where staff took the complaint down.';`;

const PEOPLE = `
create table complaint_person (
	person_id uuid primary key,
	complaint_id uuid not null references complaint,
	part text not null check (part in ('complainant', 'child', 'helper', 'advocate', 'subjectOfComplaint', 'other')),
	sealed bytea,
	staff_id uuid references staff,
	name_index bytea[] not null default '{}',
	erased_at timestamptz
);
create index on complaint_person using gin (name_index);
comment on column complaint_person.name_index is 'A keyed hash of each word of the name, to search by; empty for the person complained about.';
comment on column complaint_person.sealed is 'Name and how they belong to the case.';
create index on complaint_person (complaint_id);
create table safe_contact (
	safe_contact_id uuid primary key,
	complaint_id uuid not null references complaint,
	channel text not null check (channel in ('code', 'textMessage', 'telephone', 'email', 'letter', 'trustedPerson')),
	is_allowed boolean not null,
	sealed bytea,
	who_can_see text check (who_can_see in ('justMe', 'others', 'notSure')),
	voicemail_allowed boolean,
	good_times text[] not null default '{}',
	checked_on date,
	erased_at timestamptz
);
comment on table safe_contact is 'The ways of reaching somebody that they said are safe. Nothing else may be used.';
create index on safe_contact (complaint_id);`;

const MESSAGES = `
create table message (
	message_id uuid primary key,
	position bigint generated always as identity,
	complaint_id uuid not null references complaint,
	direction text not null check (direction in ('fromComplainant', 'toComplainant')),
	state text not null default 'sent' check (state in ('waitingForSecondPerson', 'sent', 'notSent')),
	sealed bytea,
	author_id uuid references staff,
	second_person_id uuid references staff check (second_person_id <> author_id),
	sent_at timestamptz not null default now(),
	read_at timestamptz,
	reply_by_on date,
	not_understood_at timestamptz,
	erased_at timestamptz
);
create index on message (complaint_id);
comment on column message.position is 'The order in which they were written.';
comment on column message.state is 'A message that may hold an address or a number waits for a second person.';
comment on column message.reply_by_on is 'The day by which staff promised to reply.';`;

const ANSWER = `
create table stage1_answer (
	answer_id uuid primary key,
	complaint_id uuid not null references complaint,
	strand_id uuid not null unique references strand,
	state text not null check (state in ('draft', 'waitingForRelease', 'sent')),
	version integer not null default 1,
	sealed bytea,
	written_by uuid not null references staff,
	writers uuid[] not null,
	saved_at timestamptz not null default now(),
	release_asked_at timestamptz,
	second_person_id uuid references staff,
	released_by uuid references staff check (released_by <> all (writers)),
	addresses_confirmed boolean not null default false,
	sent_at timestamptz,
	opened_at timestamptz,
	not_understood_at timestamptz,
	reply text check (reply in ('content', 'talkFirst', 'thinking', 'stage2')),
	replied_at timestamptz,
	erased_at timestamptz
);
comment on column stage1_answer.reply is 'What the complainant said to the answer. None of them takes away the right to stage 2.';
comment on column stage1_answer.written_by is 'The last to save it; writers has everyone who did.';
comment on column stage1_answer.second_person_id is 'Who was asked to look; anyone who is no writer may release.';
comment on column stage1_answer.addresses_confirmed is 'The second person looked at what may be an address or a number.';
comment on column stage1_answer.released_by is 'The second person, never one of the writers.';
create table promise (
	promise_id uuid primary key,
	complaint_id uuid not null references complaint,
	element_id uuid references element,
	sealed bytea,
	due_on date not null,
	done_on date,
	owner_id uuid references staff,
	erased_at timestamptz
);
comment on table promise is 'What an answer said would be done, and by when.';
create index on promise (complaint_id);`;

const ADVOCATE = `
create table advocate_request (
	request_id uuid primary key,
	complaint_id uuid not null references complaint,
	provider_id text not null,
	asked_on date not null,
	asked_at timestamptz not null default now(),
	may_know text not null check (may_know in ('nameOnly', 'story')),
	answer text check (answer in ('accepted', 'declined', 'needsInterpreter')),
	answered_on date,
	recorded_by uuid references staff
);
comment on table advocate_request is 'The inbox record of each request to the advocacy provider, with its answer.';
create index on advocate_request (complaint_id);`;
