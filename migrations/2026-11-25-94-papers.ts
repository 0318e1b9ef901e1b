import type { Kysely } from 'kysely';
import { findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/** The papers of a case for those appointed to it: what they see, what they signed, what they handed in. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [DOCUMENT, SIGNATURE, AGREEMENT, WHO]);
	await run(db, [
		protect(app, {
			table: 'case_document',
			rule: `(select actor_sight()) in ('everything', 'all') and ${SEES_COMPLAINT}
				and (state <> 'draft' or added_by = actor_staff_id())`
		}),
		...['confidentiality_signature', 'papers_agreement'].map((table) =>
			protect(app, { table, rule: `${SEES_COMPLAINT} and not is_actor_complainant()` })
		),
		`create policy own_papers on case_document for select to ${app} using (${IN_OWN_PAPERS});
		create policy hands_in on case_document for insert to ${app} with check (${HANDED_IN});
		create policy writes_on on case_document for update to ${app}
			using (${HANDED_IN} and state = 'draft') with check (${HANDED_IN});
		create policy signs on confidentiality_signature for insert to ${app}
			with check (staff_id = actor_staff_id()
				and paper_id = any ((select actor_paper_ids())::uuid[]));
		create policy signed on confidentiality_signature for select to ${app}
			using (staff_id = actor_staff_id());
		create policy looks on view_record for insert to ${app}
			with check (staff_id = actor_staff_id() and complaint_id = any ((select actor_papers())::uuid[]));
		create policy who_looked on view_record for select to ${app}
			using (actor_has_role(array['auditor', 'director'])
				and complaint_id <> all ((select actor_is_subject_of())::uuid[]));`,
		...Object.entries(PAPERS).map(
			([table, rule]) => `create policy papers on ${table} for select to ${app} using (${rule});`
		),
		...CLOSED_TO_OTHERS.map(
			(table) => `create policy not_beside_the_work on ${table} as restrictive for select to ${app}
				using (not (select sees_papers_only()));`
		)
	]);
}

/** What of a case its papers are, beside the documents: the story, the statement and the points. */
const PAPERS = {
	strand: `strand_id = any ((select actor_paper_strands())::uuid[])`,
	element: `strand_id = any ((select actor_paper_strands())::uuid[])`,
	sealed_text: `text_id = any ((select actor_paper_texts())::uuid[])
		or (complaint_id = any ((select actor_papers())::uuid[])
			and kind in ('whatHappened', 'whatWouldHelp', 'added', 'writtenRecord'))`,
	complaint_person: `part in ('complainant', 'child')
		and complaint_id = any ((select actor_papers())::uuid[])`
};

/** What no one needs who sees papers, figures or the access log and nothing else. */
const CLOSED_TO_OTHERS = [
	'job',
	'outgoing_message',
	'command_receipt',
	'imported_record',
	'imported_equality',
	'imported_context',
	'import_finding',
	'safe_contact'
];

const HANDED_IN = `added_by = actor_staff_id() and exists (select from papers_of_actor() p
	where p.is_signed and p.complaint_id = case_document.complaint_id
		and p.strand_id = case_document.strand_id)`;

const IN_OWN_PAPERS = `exists (select from papers_of_actor() p
	where p.is_signed and p.complaint_id = case_document.complaint_id
		and (p.strand_id is null or p.strand_id = case_document.strand_id)
		and (p.role = any (meant_for) or added_by = actor_staff_id()))`;

const DOCUMENT = `
create table case_document (
	document_id uuid primary key,
	position bigint generated always as identity,
	complaint_id uuid not null references complaint,
	strand_id uuid not null references strand,
	kind text not null check (kind ~ '^[a-z][A-Za-z0-9]{2,40}$'),
	state text not null check (state in ('draft', 'handedIn', 'recorded', 'given')),
	meant_for text[] not null default '{}',
	content_type text not null,
	byte_size integer not null check (byte_size between 0 and 10485760),
	sealed bytea,
	sealed_words bytea,
	added_by uuid not null references staff,
	added_at timestamptz not null default now(),
	handed_in_at timestamptz,
	erased_at timestamptz
);
create index on case_document (complaint_id);
comment on table case_document is 'Papers of a case, sealed. Only ever offered as a download.';
comment on column case_document.state is 'draft: its writer alone sees it; handedIn: waits to be recorded; recorded: the log has it; given: put here by the complaints team.';
comment on column case_document.meant_for is 'The parts on the case whose holders see it, beside who added it.';
comment on column case_document.sealed is 'The file as it came; null where only words were typed.';
comment on column case_document.sealed_words is 'The name it is known by, and the words that were typed.';`;

const SIGNATURE = `
create table confidentiality_signature (
	paper_id uuid primary key,
	complaint_id uuid not null references complaint,
	staff_id uuid not null references staff,
	statement_version text not null,
	signed_on date not null,
	signed_at timestamptz not null default now()
);
create index on confidentiality_signature (complaint_id);
comment on table confidentiality_signature is 'Who promised to keep the papers of a case to themselves, by the words of which version, before they saw any.';
comment on column confidentiality_signature.paper_id is 'The appointment, or the child''s agreement, by which they see the papers.';`;

const AGREEMENT = `
create table papers_agreement (
	agreement_id uuid primary key,
	complaint_id uuid not null references complaint,
	staff_id uuid not null references staff,
	agreed_on date not null,
	how text not null check (how in ('inWriting', 'spoken', 'throughAdvocate')),
	recorded_by uuid not null references staff,
	recorded_at timestamptz not null default now(),
	ended_on date
);
create index on papers_agreement (complaint_id);
create index on papers_agreement (staff_id) where ended_on is null;
comment on table papers_agreement is 'That the child agreed that a children''s rights officer sees the papers of their case.';
comment on column papers_agreement.ended_on is 'The day the child took it back; null while it holds.';`;

const WHO = `
create function manages_a_subject(about uuid) returns boolean
language sql stable security definer set search_path = public as $$
	select exists (
		select from complaint_subject s join staff on staff.staff_id = s.staff_id
		where s.complaint_id = about
			and (s.staff_id = actor_staff_id() or staff.line_manager_id = actor_staff_id()))
$$;
comment on function manages_a_subject is 'Whether the one acting is complained about in that case, or manages somebody who is.';
create function papers_of_actor() returns table (
	paper_id uuid, complaint_id uuid, reference text, strand_id uuid, role text, since_on date,
	is_signed boolean)
language sql stable security definer set search_path = public as $$
	select p.paper_id, p.complaint_id, c.reference, p.strand_id, p.role, p.since_on,
		exists (select from confidentiality_signature s
			where s.paper_id = p.paper_id and s.staff_id = actor_staff_id())
	from (
		select appointment_id, a.complaint_id, a.strand_id, a.role, a.appointed_on
		from appointment a
		where a.person_id = actor_staff_id() and a.ended_on is null
			and actor_has_role(case a.role
				when 'panelChair' then array['panelMember']
				when 'stage3Director' then array['director']
				when 'adjudicatingOfficer' then array['adjudicatingOfficer', 'director']
				else array[a.role] end)
		union all
		select agreement_id, g.complaint_id, null, 'childrensRightsOfficer', g.agreed_on
		from papers_agreement g
		where g.staff_id = actor_staff_id() and g.ended_on is null
			and actor_has_role(array['childrensRightsOfficer'])
	) as p (paper_id, complaint_id, strand_id, role, since_on)
	join complaint c on c.complaint_id = p.complaint_id
	where not manages_a_subject(p.complaint_id)
$$;
comment on function papers_of_actor is 'The cases whose papers the one acting sees today: appointed and not ended, or by the child''s agreement. Nobody the case is about, and no line manager of theirs.';
create function actor_paper_ids() returns uuid[] language sql stable as $$
	select coalesce(array_agg(paper_id), '{}') from papers_of_actor()
$$;
create function actor_papers() returns uuid[] language sql stable as $$
	select coalesce(array_agg(distinct complaint_id), '{}') from papers_of_actor() where is_signed
$$;
comment on function actor_papers is 'The cases whose papers they see, once they signed that they keep them to themselves.';
create function actor_paper_strands() returns uuid[]
language sql stable security definer set search_path = public as $$
	select coalesce(array_agg(s.strand_id), '{}')
	from papers_of_actor() p join strand s on s.complaint_id = p.complaint_id
	where p.is_signed and (p.strand_id is null or p.strand_id = s.strand_id)
$$;
create function actor_paper_texts() returns uuid[]
language sql stable security definer set search_path = public as $$
	select coalesce(array_agg(text_id), '{}') from (
		select (e.data ->> 'textId')::uuid from complaint_event e
		where e.type = 'statementDrafted' and e.complaint_id = any (actor_papers())
			and (e.data ->> 'strandId')::uuid = any (actor_paper_strands())
		union all
		select title_text_id from element
		where title_text_id is not null and strand_id = any (actor_paper_strands())
	) as texts (text_id)
$$;
comment on function actor_paper_texts is 'The statement of complaint in each version, and the titles of the points, of the strands whose papers they see.';
create function sees_papers_only() returns boolean language sql stable as $$
	select actor_staff_id() is not null and not actor_has_role(array['complaintsOfficer',
		'complaintsManager', 'teamManager', 'dutyWorker', 'administrator'])
$$;`;
