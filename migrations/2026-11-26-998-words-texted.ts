import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/**
 * How often the six words of a form were asked for by text. The words themselves are kept nowhere;
 * the number keeps a page from texting a telephone again and again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		`alter table draft add column texts_asked smallint not null default 0
			check (texts_asked between 0 and 3);
		comment on column draft.texts_asked is 'How often its six words were handed to the provider of text messages.';`
	]);
}
