import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { createStaff, type AccountSaved } from '#lib/server/auth/accounts.ts';
import { makeSpokenCode, plainCode } from '#lib/server/auth/spokenCode.ts';
import type { Database } from '#lib/server/database/tables.ts';

/**
 * A one-time code for making the first administrator, or null once there is one.
 *
 * Each start until then makes a new code, and the one before stops working: it may
 * have been left on a screen. Only its hash is kept.
 */
export async function makeSetupCode(trx: Kysely<Database>): Promise<string | null> {
	if (await hasAdministrator(trx)) return null;
	const code = makeSpokenCode();
	await trx.deleteFrom('setup_code').where('used_at', 'is', null).execute();
	await trx
		.insertInto('setup_code')
		.values({ code_hash: hashOf(code) })
		.execute();
	return code;
}

/** Whether somebody can already administer this installation. */
export async function hasAdministrator(trx: Kysely<Database>): Promise<boolean> {
	const row = await trx
		.selectFrom('staff_role')
		.select('staff_id')
		.where('role', '=', 'administrator')
		.executeTakeFirst();
	return row !== undefined;
}

/** What typing the setup code came to. */
export type FirstAdministratorMade =
	AccountSaved | { saved: false; refusal: { code: 'wrongSetupCode' } | { code: 'alreadySetUp' } };

/** Makes the first administrator, once. Case, spaces and hyphens of the code do not matter. */
export async function makeFirstAdministrator(
	trx: Kysely<Database>,
	given: { code: string; username: string; displayName: string; password: string }
): Promise<FirstAdministratorMade> {
	// Two people with the same code must not both become the first.
	await sql`select pg_advisory_xact_lock(hashtext('first administrator'))`.execute(trx);
	if (await hasAdministrator(trx)) return { saved: false, refusal: { code: 'alreadySetUp' } };
	const used = await trx
		.updateTable('setup_code')
		.set({ used_at: sql<string>`now()` })
		.where('code_hash', '=', hashOf(given.code))
		.where('used_at', 'is', null)
		.executeTakeFirst();
	if (!used.numUpdatedRows) return { saved: false, refusal: { code: 'wrongSetupCode' } };
	return createStaff(
		trx,
		{
			username: given.username,
			displayName: given.displayName,
			password: given.password,
			email: '',
			telephone: '',
			teamId: null,
			roles: ['administrator']
		},
		null
	);
}

function hashOf(code: string): string {
	return createHash('sha256').update(plainCode(code)).digest('hex');
}
