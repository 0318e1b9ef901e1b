import { sql } from 'kysely';
import { decrypt, encrypt } from '#lib/server/keys/cipher.ts';
import { deriveWrappingKey } from '#lib/server/keys/masterKeys.ts';
import { makeSealKeyPair } from '#lib/server/keys/sealKeyPair.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';
import type { ServerSealKey } from '#lib/wire/sealedOrder.ts';

/** The public key that devices seal their orders to now; made where there is none yet. */
export function currentSealKey(work: Work): Promise<ServerSealKey> {
	return asOurselves(work, async (ours) => {
		const newest = await findNewest(ours);
		if (newest) return newest;
		// Two first devices at once get one key.
		await sql`select pg_advisory_xact_lock(hashtextextended('device_seal_key', 1))`.execute(
			ours.trx
		);
		return (await findNewest(ours)) ?? makeSealKey(ours);
	});
}

/** The private half of a key by its name; null where there is none of that name. */
export function findPrivateKey(work: Work, keyId: string): Promise<Uint8Array<ArrayBuffer> | null> {
	return asOurselves(work, async ({ trx, keys }) => {
		const row = await trx
			.selectFrom('device_seal_key')
			.select('wrapped')
			.where('key_id', '=', keyId)
			.executeTakeFirst();
		return row
			? new Uint8Array(decrypt(deriveWrappingKey(keys), boundTo(keyId), row.wrapped))
			: null;
	});
}

async function findNewest({ trx }: Work): Promise<ServerSealKey | null> {
	const row = await trx
		.selectFrom('device_seal_key')
		.select(['key_id', 'public_key'])
		.orderBy('made_at', 'desc')
		.executeTakeFirst();
	return row ? { keyId: row.key_id, publicKey: new Uint8Array(row.public_key) } : null;
}

async function makeSealKey(work: Work): Promise<ServerSealKey> {
	const { publicKey, privateKey } = await makeSealKeyPair();
	const keyId = crypto.randomUUID();
	const wrapped = encrypt(deriveWrappingKey(work.keys), boundTo(keyId), Buffer.from(privateKey));
	await work.trx
		.insertInto('device_seal_key')
		.values({
			...{ key_id: keyId, public_key: Buffer.from(publicKey), wrapped },
			...{ master_key_id: work.keys.keyId, made_at: instantOf(work) }
		})
		.execute();
	return { keyId, publicKey };
}

function boundTo(keyId: string): string {
	return `device_seal_key ${keyId}`;
}
