import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** Somebody who speaks for a child: their own code, their own messages, their own number. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		...['receipt_code', 'visit'].map(
			(table) => `alter table ${table} add column holder text not null default 'complainant'
				check (holder in ('complainant', 'helper'));`
		),
		`alter table safe_contact add column whose text not null default 'complainant'
			check (whose in ('complainant', 'helper'));`,
		`alter table message add column party text not null default 'complainant'
			check (party in ('complainant', 'helper'));`,
		`comment on column receipt_code.holder is 'Whom it lets in: the child whose case it is, or whoever spoke for them and sees how far it is.';`,
		`comment on column message.party is 'With whom it was exchanged. The child does not read what the helper and the team write, nor the other way round.';`
	]);
}
