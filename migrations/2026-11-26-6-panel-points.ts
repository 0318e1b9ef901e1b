import type { Kysely } from 'kysely';
import { run } from './protection.ts';

/** What a panel is asked to consider is among the papers of those who take part in it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [PAPER_TEXTS]);
}

const PAPER_TEXTS = `
create or replace function actor_paper_texts() returns uuid[]
language sql stable security definer set search_path = public as $$
	select coalesce(array_agg(text_id), '{}') from (
		select (e.data ->> 'textId')::uuid from complaint_event e
		where e.type = 'statementDrafted' and e.complaint_id = any (actor_papers())
			and (e.data ->> 'strandId')::uuid = any (actor_paper_strands())
		union all
		select title_text_id from element
		where title_text_id is not null and strand_id = any (actor_paper_strands())
		union all
		select (e.data ->> 'pointsTextId')::uuid
		from papers_of_actor() p join complaint_event e on e.complaint_id = p.complaint_id
		where p.is_signed and e.type = 'stage3Requested' and e.data ->> 'pointsTextId' is not null
			and (p.strand_id is null or p.strand_id = (e.data ->> 'strandId')::uuid)
			and p.role in ('panelChair', 'panelMember', 'stage3Director', 'independentPerson',
				'childrensRightsOfficer')
	) as texts (text_id)
$$;
comment on function actor_paper_texts is 'The statement of complaint in each version and the titles of the points, of the strands whose papers they see; and what a panel is asked to consider, for those who take part in it.';`;
