import { sql } from 'kysely';
import { decrypt, encrypt } from '#lib/server/keys/cipher.ts';
import { deriveWrappingKey } from '#lib/server/keys/masterKeys.ts';
import { asOurselves, instantOf, type Work } from '#lib/server/work.ts';

/** By what push services know this installation (VAPID, RFC 8292); both in base64url. */
export interface PushKeyPair {
	publicKey: string;
	privateKey: string;
}

const BOUND_TO = 'push_key';

/** The one pair of this installation, made where there is none yet. */
export function currentPushKey(work: Work): Promise<PushKeyPair> {
	return asOurselves(work, async (ours) => {
		const kept = await findPair(ours);
		if (kept) return kept;
		// Two first devices at once get one key.
		await sql`select pg_advisory_xact_lock(hashtextextended('push_key', 1))`.execute(ours.trx);
		return (await findPair(ours)) ?? makePair(ours);
	});
}

async function findPair({ trx, keys }: Work): Promise<PushKeyPair | null> {
	const row = await trx.selectFrom('push_key').select(['public_key', 'wrapped']).executeTakeFirst();
	if (!row) return null;
	return {
		publicKey: row.public_key.toString('base64url'),
		privateKey: decrypt(deriveWrappingKey(keys), BOUND_TO, row.wrapped).toString('base64url')
	};
}

async function makePair(work: Work): Promise<PushKeyPair> {
	const { default: webPush } = await import('web-push');
	const pair = webPush.generateVAPIDKeys();
	const wrapped = encrypt(
		deriveWrappingKey(work.keys),
		BOUND_TO,
		Buffer.from(pair.privateKey, 'base64url')
	);
	await work.trx
		.insertInto('push_key')
		.values({
			...{ public_key: Buffer.from(pair.publicKey, 'base64url'), wrapped },
			...{ master_key_id: work.keys.keyId, made_at: instantOf(work) }
		})
		.execute();
	return pair;
}
