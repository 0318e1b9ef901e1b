import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { withClient } from '#lib/server/database/embeddedRoles.ts';
import { EMBEDDED_SUPERUSER, OWNER_ROLE } from '#lib/server/database/roles.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { inTransaction } from '#lib/server/work.ts';
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
async function casesOfTeam(count: number): Promise<string[]> {
	const ids: string[] = [];
	for (let made = 0; made < count; made += 1) {
		const { complaintId } = await office.receive();
		ids.push(complaintId);
	}
	await inTransaction(office.service, { kind: 'system' }, ({ trx }) =>
		trx
			.updateTable('complaint')
			.set({ team_id: 'fostering' })
			.where('complaint_id', 'in', ids)
			.execute()
	);
	return ids;
}

/** How often it was asked, in one look at one case, which cases are about the one who looks. */
function asksInOneLook(staffId: string, complaintId: string): Promise<number> {
	return inTransaction(office.service, { kind: 'staff', staffId }, async ({ trx }) => {
		const seen = await trx
			.selectFrom('complaint')
			.select('complaint_id')
			.where('complaint_id', '=', complaintId)
			.execute();
		expect(seen).toHaveLength(1);
		const asked = await sql<{ calls: string }>`
			select calls from pg_stat_xact_user_functions where funcname = 'actor_is_subject_of'
		`.execute(trx);
		return Number(asked.rows[0]?.calls);
	});
}

it('a team manager looks at a case as fast with many cases in their team as with one', async () => {
	const manager = await office.hire('Alex', ['teamManager'], 'fostering');
	const [first = ''] = await casesOfTeam(1);
	const withOne = await asksInOneLook(manager, first);
	await casesOfTeam(30);
	const withMany = await asksInOneLook(manager, first);
	expect(withOne).toBeGreaterThan(0);
	expect(withMany).toBeLessThanOrEqual(withOne);
});
