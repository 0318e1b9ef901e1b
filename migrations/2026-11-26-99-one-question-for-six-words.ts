import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** Six words are looked up in one question, seen as a visitor sees: a guess costs no more. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [FIND, EXPLAIN]);
}

const FIND = `
create function find_receipt_code(sought bytea, at timestamptz)
returns table (verifier text, draft_id uuid, complaint_id uuid, holder text)
language plpgsql as $$
declare
	before text := coalesce(current_setting('app.actor', true), '');
begin
	perform set_config('app.actor', 'public', true);
	return query
		select code.verifier, code.draft_id, code.complaint_id, code.holder
		from receipt_code code
		left join draft on draft.draft_id = code.draft_id
		where code.lookup = sought
			and code.disabled_at is null
			and (code.complaint_id is not null or draft.expires_at > at);
	perform set_config('app.actor', before, true);
end
$$`;
const EXPLAIN = `comment on function find_receipt_code is
	'What six words open, by their keyed lookup; nothing for words of a form that has gone.'`;
