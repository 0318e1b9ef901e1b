import { sql, type Kysely } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { withClient } from '#lib/server/database/embeddedRoles.ts';
import { EMBEDDED_SUPERUSER, OWNER_ROLE } from '#lib/server/database/roles.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { inTransaction } from '#lib/server/work.ts';
import { up } from '#migrations/2026-11-27-1-team-sight.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
// Before the app's first connection: from then on PostgreSQL counts how often it asks a function.
await withClient(test.ownerUrl.replace(OWNER_ROLE, EMBEDDED_SUPERUSER), (client) =>
	client.query(`do $$ begin
		execute format('alter database %I set track_functions = ''all''', current_database());
	end $$`)
);
const office = openOffice(test.db);
afterAll(() => test.close());

/** So many cases of the team that looks after fostering. */
async function casesOfTeam(count: number): Promise<void> {
	for (let made = 0; made < count; made += 1) {
		const { complaintId } = await office.receive();
		await inTransaction(office.service, { kind: 'system' }, ({ trx }) =>
			trx
				.updateTable('complaint')
				.set({ team_id: 'fostering' })
				.where('complaint_id', '=', complaintId)
				.execute()
		);
	}
}

/** So many children who said that they are not safe, each with a case. */
async function alerts(count: number): Promise<void> {
	for (let made = 0; made < count; made += 1) {
		const { complaintId } = await office.receive();
		await inTransaction(office.service, { kind: 'system' }, (work) =>
			raiseAlert(work, {
				...{ alertId: crypto.randomUUID(), draftId: null, complaintId },
				...{ answer: 'no', callBack: null }
			})
		);
	}
}

/** How many rows of a table they see in one statement, and how often the database asks who they are. */
function look(staffId: string, table: 'complaint' | 'safety_alert') {
	return inTransaction(office.service, { kind: 'staff', staffId }, async ({ trx }) => {
		// What the connection did before may be counted still.
		const before = await timesAsked(trx);
		const { rows } = await sql`select complaint_id from ${sql.table(table)}`.execute(trx);
		return { seen: rows.length, times: (await timesAsked(trx)) - before };
	});
}

async function timesAsked(trx: Kysely<Database>): Promise<number> {
	const { rows } = await sql<{ times: number }>`
		select coalesce(sum(calls), 0)::int as times from pg_stat_xact_user_functions
		where funcname in ('actor_is_subject_of', 'actor_has_role', 'actor_team_complaints')
	`.execute(trx);
	return rows[0]?.times ?? 0;
}

it.each([
	['a team manager who sees many cases of their team', 'teamManager', 'complaint', casesOfTeam],
	['a duty worker who sees many alerts', 'dutyWorker', 'safety_alert', alerts]
] as const)('%s is asked about no more often than with one', async (_, role, table, make) => {
	const staffId = await office.hire('Alex', [role], 'fostering');
	await make(1);
	const one = await look(staffId, table);
	await make(30);
	const many = await look(staffId, table);
	expect([one.seen, many.seen]).toEqual([1, 31]);
	expect(one.times).toBeGreaterThan(0);
	expect(many.times).toBeLessThanOrEqual(one.times);
});

it('the cases of a team are looked up, and not looked through from the first to the last', async () => {
	const staffId = await office.hire('Una', ['teamManager'], 'fostering');
	const plan = await inTransaction(office.service, { kind: 'staff', staffId }, async ({ trx }) => {
		const explained = await sql`explain select complaint_id from complaint`.execute(trx);
		return JSON.stringify(explained.rows);
	});
	expect(plan).toContain('hashed SubPlan');
});

it('a database from before comes to the same row rules', async () => {
	const rules = async () => {
		const { rows } = await sql<Rule>`select tablename, policyname, qual, with_check
			from pg_policies order by tablename, policyname`.execute(test.owner);
		return rows;
	};
	const now = await rules();
	const isOfTeams = ({ qual, with_check }: Rule) =>
		`${qual ?? ''}${with_check ?? ''}`.includes('actor_team_complaints');
	for (const { tablename, policyname, qual, with_check } of now.filter(isOfTeams)) {
		const before = (rule: string) => sql.raw(`(${rule.replace(LOOKED_UP, LOOKED_THROUGH)})`);
		await sql`alter policy ${sql.id(policyname)} on ${sql.table(tablename)}
			${qual ? sql`using ${before(qual)}` : sql``}
			${with_check ? sql`with check ${before(with_check)}` : sql``}`.execute(test.owner);
	}
	const then = (await rules()).filter(isOfTeams);
	expect(then.length).toBeGreaterThan(20);
	expect(then.filter((rule) => JSON.stringify(rule).includes('unnest'))).toEqual([]);
	await up(test.owner as unknown as Kysely<unknown>);
	expect(await rules()).toEqual(now);
});

interface Rule {
	tablename: string;
	policyname: string;
	qual: string | null;
	with_check: string | null;
}

const LOOKED_UP =
	'IN ( SELECT unnest(( SELECT actor_team_complaints() AS actor_team_complaints)) AS unnest)';
const LOOKED_THROUGH = '= ANY ((SELECT actor_team_complaints())::uuid[])';
