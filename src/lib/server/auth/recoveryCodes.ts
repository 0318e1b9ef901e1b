import { createHmac } from 'node:crypto';
import type { Transaction } from 'kysely';
import { makeSpokenCode, plainCode } from '#lib/server/auth/spokenCode.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { hashSecret, isSecret } from '#lib/server/keys/argon2id.ts';
import type { MasterKeys } from '#lib/server/service.ts';

/** How many a person is given at once. */
const HOW_MANY = 10;

/** Codes for whoever loses their app, to be shown once, with what is kept of them. */
export interface PreparedCodes {
	codes: readonly string[];
	kept: readonly { lookup: Buffer; verifier: string }[];
}

/**
 * Makes ten of them. It takes as long as Argon2id does, ten times, so it is done before the
 * transaction and not in it.
 *
 * Source: ASVS 6.5.2 (a code of less than 112 bits is kept by a password hash).
 */
export async function prepareRecoveryCodes(keys: MasterKeys): Promise<PreparedCodes> {
	const codes = Array.from({ length: HOW_MANY }, makeSpokenCode);
	const kept = await Promise.all(
		codes.map(async (code) => ({
			lookup: lookupOf(keys, code),
			verifier: await hashSecret(plainCode(code))
		}))
	);
	return { codes, kept };
}

/** From now on these are the person's, and no earlier ones. */
export async function keepRecoveryCodes(
	trx: Transaction<Database>,
	staffId: string,
	{ kept }: PreparedCodes
): Promise<void> {
	await forgetRecoveryCodes(trx, staffId);
	await trx
		.insertInto('recovery_code')
		.values(kept.map((code) => ({ ...code, staff_id: staffId })))
		.execute();
}

/** The person has none any more. */
export async function forgetRecoveryCodes(
	trx: Transaction<Database>,
	staffId: string
): Promise<void> {
	await trx.deleteFrom('recovery_code').where('staff_id', '=', staffId).execute();
}

/** How many of them are left. */
export async function countRecoveryCodes(
	trx: Transaction<Database>,
	staffId: string
): Promise<number> {
	const row = await trx
		.selectFrom('recovery_code')
		.select(({ fn }) => fn.countAll().as('left'))
		.where('staff_id', '=', staffId)
		.where('used_at', 'is', null)
		.executeTakeFirst();
	return Number(row?.left ?? 0);
}

/** Uses one up; false where it is none of theirs, or was used before. A miss costs one hash. */
export async function takeRecoveryCode(
	trx: Transaction<Database>,
	keys: MasterKeys,
	taken: { staffId: string; typed: string; at: string }
): Promise<boolean> {
	const { staffId, typed, at } = taken;
	const row = await trx
		.updateTable('recovery_code')
		.set({ used_at: at })
		.where('lookup', '=', lookupOf(keys, typed))
		.where('staff_id', '=', staffId)
		.where('used_at', 'is', null)
		.returning('verifier')
		.executeTakeFirst();
	return row !== undefined && (await isSecret(plainCode(typed), row.verifier));
}

function lookupOf({ pepper }: MasterKeys, code: string): Buffer {
	return createHmac('sha256', pepper)
		.update(`recovery code\n${plainCode(code)}`)
		.digest();
}
