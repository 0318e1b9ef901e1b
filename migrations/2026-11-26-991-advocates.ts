import type { Kysely } from 'kysely';
import { findAppRole, protect, run, SEES_COMPLAINT } from './protection.ts';

/**
 * Advocates sign in: the requests of their own provider, the young people who are theirs, and of
 * those what the child lets them know today.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	const app = await findAppRole(db);
	await run(db, [PEOPLE, REQUEST, CONSENT, UNDERTAKING, CHASE, HELP, OF_A_CASE, SIGHT]);
	await run(db, [
		protect(app, { table: 'advocate_consent', rule: SEES_COMPLAINT, rights: 'append' }),
		protect(app, {
			table: 'advocate_undertaking',
			rule: `staff_id = (select actor_staff_id()) or (select actor_sight()) = 'everything'`,
			rights: 'append'
		}),
		protect(app, {
			table: 'advocate_chase',
			rule: SEES_COMPLAINT,
			rights: 'append'
		}),
		protect(app, {
			table: 'advocate_help',
			rule: `staff_id = (select actor_staff_id()) or (select actor_sight()) = 'everything'`,
			rights: 'append'
		}),
		...Object.entries(SHARED).map(
			([table, rule]) =>
				`create policy shared_with_advocate on ${table} for select to ${app} using (${rule});`
		),
		`create policy advocate_looked on view_record for insert to ${app} with check
			(staff_id = actor_staff_id()
				and complaint_id = any ((select actor_young_people('nameOnly'))::uuid[]));`,
		`drop policy not_beside_the_work on safe_contact;
		create policy not_beside_the_work on safe_contact as restrictive for select to ${app}
			using (not (select sees_papers_only())
				or complaint_id = any ((select actor_young_people('nameOnly'))::uuid[]));`
	]);
}

/** What an advocate sees of a young person, beside nothing at all of ours. */
const SHARED = {
	advocate_request: `request_id = any ((select actor_requests())::uuid[])`,
	advocate_consent: `request_id = any ((select actor_requests())::uuid[])`,
	complaint_person: `part in ('complainant', 'child')
		and complaint_id = any ((select actor_young_people('nameOnly'))::uuid[])`,
	safe_contact: `whose = 'complainant'
		and complaint_id = any ((select actor_young_people('nameOnly'))::uuid[])`,
	sealed_text: `kind in ('whatHappened', 'whatWouldHelp', 'whenItChanges', 'added')
		and complaint_id = any ((select actor_young_people('story'))::uuid[])
		and (author_kind = 'complainant' or complaint_id = any ((select actor_told_by_child())::uuid[]))`,
	message: `(party = 'advocate' and state = 'sent'
			and complaint_id = any ((select actor_young_people('nameOnly'))::uuid[]))
		or (party = 'complainant' and direction = 'fromComplainant'
			and complaint_id = any ((select actor_young_people('story'))::uuid[]))`,
	attached_file: `(part = 'mandate'
			and complaint_id = any ((select actor_young_people('nameOnly'))::uuid[]))
		or (part in ('happened', 'added')
			and complaint_id = any ((select actor_young_people('story'))::uuid[]))`
};

const PEOPLE = `
alter table staff_role drop constraint staff_role_role_check;
alter table staff_role add constraint staff_role_role_check check (role in
	('complaintsOfficer', 'complaintsManager', 'teamManager', 'dutyWorker', 'administrator',
	'investigatingOfficer', 'independentPerson', 'panelMember', 'adjudicatingOfficer',
	'director', 'auditor', 'childrensRightsOfficer', 'advocate'));
alter table outside_person add column provider_id text;
comment on column outside_person.provider_id is 'The advocacy provider an advocate works for, by its final short name in the settings; null for anybody else.';`;

const REQUEST = `
alter table advocate_request
	add column acknowledged_on date,
	add column declined_because text check (declined_because in
		('nobodyFree', 'notOurArea', 'language', 'conflict', 'other')),
	add column needs_language text check (needs_language ~ '^[a-z][A-Za-z]{1,20}$'),
	add column assigned_to uuid references staff,
	add column assigned_on date,
	add column first_contact_on date,
	add column spoke_on date,
	add column ended_on date,
	add column ended_because text check (ended_because in ('childTookBack', 'declined')),
	add constraint assigned_on_a_day check (assigned_to is null or assigned_on is not null),
	add constraint ended_for_a_reason check ((ended_on is null) = (ended_because is null));
update advocate_request set acknowledged_on = answered_on where answered_on is not null;
update advocate_request set ended_on = answered_on, ended_because = 'declined'
	where answer = 'declined' and answered_on is not null;
create index on advocate_request (provider_id) where ended_on is null;
create index on advocate_request (assigned_to) where ended_on is null;
comment on column advocate_request.acknowledged_on is 'The day the provider first said anything to it.';
comment on column advocate_request.needs_language is 'For which language, as a code, an interpreter is looked for.';
comment on column advocate_request.assigned_to is 'The advocate, by their sign-in; null where the provider has none here and staff wrote down a name.';
comment on column advocate_request.spoke_on is 'The last day the advocate spoke with the young person.';
comment on column advocate_request.ended_on is 'From this day nobody at the provider sees anything of it.';`;

const CONSENT = `
create table advocate_consent (
	consent_id uuid primary key,
	position bigint generated always as identity,
	complaint_id uuid not null references complaint,
	request_id uuid not null references advocate_request,
	may_know text not null check (may_know in ('nothing', 'nameOnly', 'story')),
	wording text not null,
	told_on date not null,
	told_at timestamptz not null,
	recorded_by uuid references staff
);
create index on advocate_consent (request_id, position);
comment on table advocate_consent is 'What the child lets the advocate know, each change a row with its day; the last one holds.';
comment on column advocate_consent.wording is 'Which version of the words the child chose from.';
comment on column advocate_consent.recorded_by is 'The officer who asked for the child, by name alone; null where the child chose.';
insert into advocate_consent
	(consent_id, complaint_id, request_id, may_know, wording, told_on, told_at, recorded_by)
select gen_random_uuid(), complaint_id, request_id, may_know, '2026-11', asked_on, asked_at, recorded_by
	from advocate_request;`;

const UNDERTAKING = `
create table advocate_undertaking (
	staff_id uuid not null references staff,
	statement_version text not null,
	signed_on date not null,
	signed_at timestamptz not null,
	primary key (staff_id, statement_version)
);
comment on table advocate_undertaking is 'Which advocate promised to keep what they see to themselves, by the words of which version, before they saw anything.';`;

const CHASE = `
create table advocate_chase (
	request_id uuid not null references advocate_request,
	complaint_id uuid not null references complaint,
	chased_on date not null,
	about text not null check (about in ('acknowledge', 'assign', 'contact')),
	primary key (request_id, chased_on)
);
create index on advocate_chase (complaint_id);
comment on table advocate_chase is 'That the provider was asked again, at most once a day for each request.';`;

const HELP = `
create table advocate_help (
	help_id uuid primary key,
	provider_id text not null,
	staff_id uuid not null references staff,
	helped_on date not null,
	kind text not null check (kind ~ '^[a-z][A-Za-z]{2,40}$'),
	outcome text not null check (outcome ~ '^[a-z][A-Za-z]{2,40}$'),
	recorded_at timestamptz not null
);
create index on advocate_help (helped_on);
comment on table advocate_help is 'Help that advocates gave outside the procedure: days and codes, and no child.';`;

const OF_A_CASE = `
alter table message drop constraint message_party_check;
alter table message add constraint message_party_check
	check (party in ('complainant', 'helper', 'advocate'));
alter table attached_file drop constraint attached_file_part_check;
alter table attached_file add constraint attached_file_part_check
	check (part in ('happened', 'helpersAccount', 'added', 'message', 'mandate'));
alter table sealed_text add column with_advocate uuid references staff;
comment on column sealed_text.with_advocate is 'The advocate beside whom the young person said it; null for alone. The words are the young person''s.';`;

const SIGHT = `
create function advocates_of(provider text) returns uuid[]
language sql stable security definer set search_path = public as $$
	select coalesce(array_agg(staff_id), '{}')
	from outside_person join staff using (staff_id) join staff_role using (staff_id)
	where provider_id = provider and role = 'advocate' and is_active
		and (valid_until is null or valid_until >= today_in_england())
$$;
comment on function advocates_of is 'The advocates of a provider who may sign in today.';
create function requests_of_actor() returns table (
	request_id uuid, complaint_id uuid, reference text, told_by_child boolean, may_know text,
	place text)
language sql stable security definer set search_path = public as $$
	select r.request_id, r.complaint_id, c.reference, c.made_by is distinct from 'helper',
		consent.may_know,
		case
			when r.assigned_to = me.staff_id then 'mine'
			when r.assigned_to is not null and r.assigned_to = any (advocates_of(r.provider_id))
				then 'covered'
			else 'inbox' end
	from outside_person me
	join advocate_request r on r.provider_id = me.provider_id
	join complaint c on c.complaint_id = r.complaint_id
	join lateral (
		select k.may_know from advocate_consent k
		where k.request_id = r.request_id order by k.position desc limit 1) consent on true
	where me.staff_id = actor_staff_id()
		and me.staff_id = any (advocates_of(me.provider_id))
		and exists (select from advocate_undertaking u where u.staff_id = me.staff_id)
		and r.ended_on is null and consent.may_know <> 'nothing'
		and r.complaint_id <> all (actor_is_subject_of()) and not manages_a_subject(r.complaint_id)
		and (r.assigned_to = me.staff_id
			or (r.assigned_to is null and r.answer is distinct from 'accepted')
			or (r.assigned_to is not null and r.assigned_to <> all (advocates_of(r.provider_id)))
			or exists (select from cover
				where absent_id = r.assigned_to and covering_id = me.staff_id
					and today_in_england() between from_on and to_on))
$$;
comment on function requests_of_actor is 'The requests the acting advocate sees today: of their own provider, while the child lets them; nobody''s yet, theirs, those of a colleague they cover for, and those of one who may no longer sign in.';
create function actor_requests() returns uuid[] language sql stable as $$
	select coalesce(array_agg(request_id), '{}') from requests_of_actor()
$$;
create function actor_young_people(at_least text) returns uuid[] language sql stable as $$
	select coalesce(array_agg(complaint_id), '{}') from requests_of_actor()
	where at_least = 'nameOnly' or may_know = at_least
$$;
comment on function actor_young_people is 'The cases of these young people, where the child lets at least so much be known: nameOnly or story.';
create function actor_told_by_child() returns uuid[] language sql stable as $$
	select coalesce(array_agg(complaint_id), '{}') from requests_of_actor() where told_by_child
$$;`;
