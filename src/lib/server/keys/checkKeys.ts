import { sql } from 'kysely';
import { decrypt } from '#lib/server/keys/cipher.ts';
import { deriveWrappingKey } from '#lib/server/keys/masterKeys.ts';
import { wrappedFor } from '#lib/server/keys/sealing.ts';
import type { Work } from '#lib/server/work.ts';

/** What a look through all keys found. */
export interface KeysChecked {
	/** How many there are that are not destroyed. */
	keys: number;
	/** How many of them the master key does not open. */
	unopened: number;
	/** References of the cases that have words and no key, nor a note that it was destroyed. */
	casesWithoutKey: string[];
}

const KEYS_AT_ONCE = 2_000;

/** Whether the master key opens every key there is, and every case with words has one. */
export async function checkKeys(work: Work): Promise<KeysChecked> {
	const wrappingKey = deriveWrappingKey(work.keys);
	const checked = { keys: 0, unopened: 0, casesWithoutKey: await findCasesWithoutKey(work) };
	for (let after: string | null = null; ;) {
		const rows = await findNext(work, after);
		for (const { owner_id, wrapped } of rows) {
			if (!wrapped) continue;
			checked.keys += 1;
			if (!opens(wrappingKey, owner_id, wrapped)) checked.unopened += 1;
		}
		after = rows.at(-1)?.owner_id ?? null;
		if (rows.length < KEYS_AT_ONCE) return checked;
	}
}

function findNext({ trx }: Work, after: string | null) {
	return trx
		.selectFrom('data_key')
		.select(['owner_id', 'wrapped'])
		.$if(after !== null, (query) => query.where('owner_id', '>', after ?? ''))
		.orderBy('owner_id')
		.limit(KEYS_AT_ONCE)
		.execute();
}

async function findCasesWithoutKey({ trx }: Work): Promise<string[]> {
	const { rows } = await sql<{ reference: string }>`
		select reference from complaint
		where not exists (select from data_key where owner_id = complaint_id)
			and exists (select from sealed_text t
				where t.complaint_id = complaint.complaint_id and t.sealed is not null)
		order by reference`.execute(trx);
	return rows.map(({ reference }) => reference);
}

function opens(wrappingKey: Buffer, ownerId: string, wrapped: Buffer): boolean {
	try {
		decrypt(wrappingKey, wrappedFor(ownerId), wrapped);
		return true;
	} catch {
		// By whatever it is broken: nothing that it sealed can be read.
		return false;
	}
}
