import { sql, type Kysely } from 'kysely';
import { openDatabase } from '#lib/server/database/connect.ts';
import { findHolder } from '#lib/server/database/dataFolderLock.ts';
import { APP_ROLE, EMBEDDED_SUPERUSER } from '#lib/server/database/roles.ts';
import { keepPeople } from '#lib/server/people/people.ts';
import { indexName } from '#lib/server/people/nameIndex.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { TestServer } from '../support/testServer.ts';

/** The names some of the cases have, each as often as the others. */
export const NAMES_IN_BENCH = Array.from({ length: 200 }, (_, number) => `Name${number}`);

/** One case in so many has a name to find it by, and one in so many is still going on. */
const NAMED_EACH = 25;
const OPEN_EACH = 500;

/**
 * Lays out the rows that so many imported cases leave: their log, strands, points and names, the
 * same each time. Some still go on, as in a council's real list.
 */
export async function seedOldCases(
	server: TestServer,
	{ cases, officerId }: { cases: number; officerId: string }
): Promise<void> {
	const db = openAsSuperuser(server);
	await insertCases(db, cases, officerId);
	await insertStrands(db);
	await sql`create table bench_name as
		select ${[indexName(server.service.keys, NAMES_IN_BENCH[0] ?? '')[0]]}::bytea[] as name_index`.execute(
		db
	);
	await sql.raw(`grant select on bench_name to ${APP_ROLE}`).execute(db);
	await nameSome(server, db);
	await sql`vacuum analyze`.execute(db);
	await db.destroy();
}

async function insertCases(db: Kysely<unknown>, cases: number, officerId: string): Promise<void> {
	await sql`insert into complaint (complaint_id, reference, version, phase, received_on, standing,
			stage, next_due_on, ended_on, procedures, categories, routes, officer_id, team_id)
		select overlay(overlay(md5(n::text) placing '8' from 13) placing '8' from 17)::uuid, to_char(received, 'YY') || '-' || lpad(n::text, 6, '0'), 1,
			case when goes_on then 'triaged' else 'imported' end, received,
			case when goes_on then 'open' else 'old' end,
			case when goes_on then 'stage1Open' else 'imported' end,
			case when goes_on then current_date + (n / ${OPEN_EACH} % 30)::integer - 10 end,
			case when not goes_on then received + 20 end,
			array[case when n % 5 = 0 then 'corporate' else 'statutory' end],
			array[case when n % 997 = 0 then 'policy'
				else (array['disputed-decision','quality','delay','delivery','staff','eligibility'])[n % 6 + 1] end],
			array[]::text[],
			case when goes_on then ${officerId}::uuid end,
			(array['assessment','children-in-care','family-support','fostering','leaving-care'])[n % 5 + 1]
		from generate_series(1, ${cases}) as n,
			lateral (select date '2008-01-01' + (n * 6600.0 / ${cases})::integer as received,
				n % ${OPEN_EACH} = 0 as goes_on) as facts`.execute(db);
}

async function insertStrands(db: Kysely<unknown>): Promise<void> {
	await sql`insert into strand (strand_id, complaint_id, position, procedure, stage,
			stage1_day_zero_on, is_extended, is_paused, closed_on)
		select md5('s' || complaint_id)::uuid, complaint_id, 0, procedures[1], stage, received_on,
			false, false, ended_on from complaint`.execute(db);
	await sql`insert into element (element_id, complaint_id, strand_id, position, category, routes)
		select md5('e' || complaint_id)::uuid, complaint_id, md5('s' || complaint_id)::uuid, 0,
			categories[1], '{}' from complaint`.execute(db);
	await sql`insert into complaint_event (complaint_id, version, type, data, command_id, actor_kind, given_at)
		select complaint_id, 1, 'historyImported', '{"type":"historyImported"}', complaint_id, 'system', now()
		from complaint`.execute(db);
}

/** Names are sealed one by one, as they are when a case begins. */
async function nameSome({ service }: TestServer, db: Kysely<unknown>): Promise<void> {
	const { rows } = await sql<{ complaint_id: string }>`
		select complaint_id from (select complaint_id, row_number() over (order by list_order, complaint_id) as n
			from complaint) as numbered where n <= 500 or n % ${NAMED_EACH} = 0`.execute(db);
	for (let from = 0; from < rows.length; from += 200) {
		await inTransaction(service, { kind: 'system' }, async (work) => {
			for (const [place, { complaint_id }] of rows.slice(from, from + 200).entries()) {
				await keepPeople(work, complaint_id, [
					{
						personId: crypto.randomUUID(),
						part: 'complainant',
						name: NAMES_IN_BENCH[(from + place) % NAMES_IN_BENCH.length] ?? '',
						relation: ''
					}
				]);
			}
		});
	}
}

function openAsSuperuser({ dataDir }: TestServer): Kysely<unknown> {
	const { appUrl } = findHolder(dataDir)!.database!;
	return openDatabase(appUrl.replace(APP_ROLE, EMBEDDED_SUPERUSER), {
		connections: 1,
		statementTimeoutMs: 0
	});
}
