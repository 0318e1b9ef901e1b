import type { Kysely } from 'kysely';
import { findAppRole, protect, run } from './protection.ts';

/** The pages that a person has read aloud: one recording a page and language. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [
		CLIP,
		protect(app, { table: 'page_clip', rule: 'is_actor_ours() or is_actor_at_work()' })
	]);
}

const CLIP = `
create table page_clip (
	clip_id uuid primary key,
	page text not null check (page ~ '^/[a-z0-9/-]*$'),
	language text not null check (language ~ '^[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8})*$'),
	kind text not null check (kind in ('webm', 'mp4', 'mp3', 'wav', 'ogg')),
	bytes bytea not null check (length(bytes) between 1 and 20971520),
	seconds integer,
	kept_at timestamptz not null,
	kept_by uuid not null references staff,
	unique (page, language)
);
comment on table page_clip is 'A public page read aloud by a person, for Listen. It says what everybody may read, so it is not sealed; the sound was copied into a new container before it came here.';`;
