import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** Links and duplicates are found from the other case too. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [
		`alter table complaint add column linked_with uuid[] not null default '{}';
		comment on column complaint.linked_with is 'The complaints it is linked with, worked out from its own log. The other one says nothing of it.';
		create index on complaint using gin (linked_with);
		create index on complaint (duplicate_of) where duplicate_of is not null;
		update complaint set linked_with = linked.others
		from (
			select complaint_id, array_agg((data ->> 'otherComplaintId')::uuid order by version) as others
			from complaint_event where type = 'complaintLinked' group by complaint_id
		) as linked
		where linked.complaint_id = complaint.complaint_id;`,
		FIND_TIED
	]);
}

// By an index behind the row rules, which would otherwise be asked of every case there is.
const FIND_TIED = `
create function find_tied(wanted uuid) returns setof uuid
language sql stable security definer set search_path = public rows 10 as $$
	select complaint_id from complaint where linked_with @> array[wanted]
	union select complaint_id from complaint where duplicate_of = wanted
	union select unnest(linked_with) from complaint where complaint_id = wanted
	union select duplicate_of from complaint where complaint_id = wanted and duplicate_of is not null
$$;
comment on function find_tied is 'The cases that are linked with one or the same as it, whichever of the two says so. To be read only beside the complaint, whose rows decide who sees them.';`;
