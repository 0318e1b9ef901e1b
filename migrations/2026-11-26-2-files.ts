import type { Kysely } from 'kysely';
import { findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/** Recordings and pictures that people send, and what the virus check said of every file. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		FILE,
		protect(app, {
			table: 'attached_file',
			rule: `case when draft_id is null then ${SEES_COMPLAINT} else is_actor_ours() end`
		}),
		`create policy papers on attached_file for select to ${app}
			using (part in ('happened', 'added')
				and complaint_id = any ((select actor_papers())::uuid[]))`,
		SCAN_OF_PAPERS
	]);
}

const FILE = `
create table attached_file (
	file_id uuid primary key,
	position bigint generated always as identity,
	draft_id uuid references draft,
	complaint_id uuid references complaint,
	part text not null check (part in ('happened', 'added', 'message')),
	part_id uuid,
	kind text not null check (kind in ('jpeg', 'png', 'webp', 'webm', 'mp4', 'mp3', 'wav', 'ogg', 'pdf')),
	byte_size integer not null check (byte_size between 1 and 20971520),
	seconds integer,
	sealed bytea,
	scan text not null check (scan in ('none', 'clean', 'waiting', 'found')),
	scanned_at timestamptz,
	added_at timestamptz not null,
	erased_at timestamptz,
	check ((draft_id is null) <> (complaint_id is null)),
	check (scan <> 'found' or sealed is null)
);
create index on attached_file (draft_id);
create index on attached_file (complaint_id);
comment on table attached_file is 'A recording, a picture or a paper that somebody sent. Pictures were encoded again and sounds copied into a new container before they came here; the file as it was sent is never kept, nor its name.';
comment on column attached_file.draft_id is 'The form it belongs to while that is not sent; it is then sealed by that form''s key, and gone with it.';
comment on column attached_file.part is 'With what it came: what happened, something added later, or a message.';
comment on column attached_file.part_id is 'The words added, or the message; null for what happened.';
comment on column attached_file.seconds is 'How long a recording is.';
comment on column attached_file.scan is 'none: no scanner was set up; waiting: it gave no answer, and nobody gets the file until it has; found: a virus, and the bytes are erased.';`;

const SCAN_OF_PAPERS = `
alter table case_document
	add column scan text not null default 'none'
		check (scan in ('none', 'clean', 'waiting', 'found')),
	add column scanned_at timestamptz;
comment on column case_document.scan is 'As for attached_file.';`;
