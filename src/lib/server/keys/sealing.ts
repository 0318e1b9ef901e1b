import { sql, type Transaction } from 'kysely';
import { IdAlreadyUsed } from '#lib/server/complaints/idAlreadyUsed.ts';
import { makeMasterKey, deriveWrappingKey } from '#lib/server/keys/masterKeys.ts';
import { decrypt, encrypt } from '#lib/server/keys/cipher.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { MasterKeys } from '#lib/server/service.ts';

/** What has a key of its own: a case, or one thing that has no case. */
export interface KeyOwner {
	ownerId: string;
	ownerKind: Database['data_key']['owner_kind'];
}

/** Where a sealed value lies. It opens nowhere else: a row swapped for another does not. */
export interface SealedPlace {
	table: keyof Database;
	column: string;
	rowId: string;
}

/** One owner's key, opened for the length of a transaction. */
export interface DataKey {
	seal(place: SealedPlace, words: string): Buffer;
	/** The words; null where there are none (erased). Throws `SealBroken` for a moved value. */
	open(place: SealedPlace, sealed: Buffer | null): string | null;
	/** The same for a file. */
	sealBytes(place: SealedPlace, bytes: Uint8Array): Buffer;
	openBytes(place: SealedPlace, sealed: Buffer | null): Buffer | null;
}

/** Words were to be sealed for somebody whose key is destroyed, such as a case that was erased. */
export class KeyDestroyed extends Error {
	override name = 'KeyDestroyed';
	readonly ownerKind: KeyOwner['ownerKind'];

	constructor({ ownerId, ownerKind }: KeyOwner) {
		super(`The key of ${ownerKind} ${ownerId} was destroyed`);
		this.ownerKind = ownerKind;
	}
}

/** The database holds a key wrapped by another master key; it was moved without its key file. */
class OtherMasterKey extends Error {
	override name = 'OtherMasterKey';
}

type Opened = Map<string, DataKey | null>;
type Kinds = Map<string, KeyOwner['ownerKind']>;
const openedIn = new WeakMap<Transaction<Database>, { keys: Opened; kinds: Kinds }>();

/**
 * The owner's key, made now where there is none. Throws `KeyDestroyed`; and `IdAlreadyUsed` where
 * something of another kind has that id, since what opens the one would open the other.
 */
export async function sealFor(
	trx: Transaction<Database>,
	keys: MasterKeys,
	{ ownerId, ownerKind }: KeyOwner
): Promise<DataKey> {
	const { keys: opened, kinds } = openedBefore(trx);
	const known = opened.get(ownerId);
	if (known && kinds.get(ownerId) === ownerKind) return known;
	// Nearly every case has its key already.
	await openFor(trx, keys, ownerId);
	if (!kinds.has(ownerId)) await makeKey(trx, keys, { ownerId, ownerKind });
	const key = await openFor(trx, keys, ownerId);
	if (kinds.get(ownerId) !== ownerKind) throw new IdAlreadyUsed('ownerId');
	if (!key) throw new KeyDestroyed({ ownerId, ownerKind });
	return key;
}

/** Makes the owner's key, unless somebody else just did. */
async function makeKey(
	trx: Transaction<Database>,
	keys: MasterKeys,
	{ ownerId, ownerKind }: KeyOwner
): Promise<void> {
	await trx
		.insertInto('data_key')
		.values({
			owner_id: ownerId,
			owner_kind: ownerKind,
			wrapped: encrypt(deriveWrappingKey(keys), wrappedFor(ownerId), makeMasterKey()),
			master_key_id: keys.keyId
		})
		.onConflict((conflict) => conflict.column('owner_id').doNothing())
		.execute();
}

/** Whether the owner had a key, and it is destroyed. */
export async function isKeyDestroyed(
	trx: Transaction<Database>,
	ownerId: string
): Promise<boolean> {
	const row = await trx
		.selectFrom('data_key')
		.select('wrapped')
		.where('owner_id', '=', ownerId)
		.executeTakeFirst();
	return row !== undefined && row.wrapped === null;
}

/** The owner's key to read with; null where it was destroyed or there never was one. */
export async function openFor(
	trx: Transaction<Database>,
	keys: MasterKeys,
	ownerId: string
): Promise<DataKey | null> {
	return (await openForAll(trx, keys, [ownerId])).get(ownerId) ?? null;
}

/** As `openFor` for many owners in one question, for lists. */
export async function openForAll(
	trx: Transaction<Database>,
	keys: MasterKeys,
	ownerIds: readonly string[]
): Promise<ReadonlyMap<string, DataKey | null>> {
	const { keys: opened, kinds } = openedBefore(trx);
	const missing = ownerIds.filter((ownerId) => !opened.get(ownerId));
	if (missing.length === 0) return opened;
	const rows = await trx
		.selectFrom('data_key')
		.select(['owner_id', 'owner_kind', 'wrapped', 'master_key_id'])
		.where('owner_id', 'in', missing)
		.execute();
	const wrappingKey = deriveWrappingKey(keys);
	for (const row of rows) {
		if (row.wrapped && row.master_key_id !== keys.keyId) {
			throw new OtherMasterKey(`The key of ${row.owner_id} is wrapped by another master key`);
		}
		kinds.set(row.owner_id, row.owner_kind);
		opened.set(
			row.owner_id,
			row.wrapped && asDataKey(decrypt(wrappingKey, wrappedFor(row.owner_id), row.wrapped))
		);
	}
	return opened;
}

/**
 * Forgets the keys opened in a transaction. To be called after a rollback to a savepoint: a key
 * made since is undone in the database, and what it sealed later could never be opened.
 */
export function forgetOpenedKeys(trx: Transaction<Database>): void {
	openedIn.delete(trx);
}

/** Destroys the owner's key for good. What it sealed reads as erased from now on. */
export async function destroyKey(trx: Transaction<Database>, ownerId: string): Promise<void> {
	openedBefore(trx).keys.delete(ownerId);
	await trx
		.updateTable('data_key')
		.set({
			wrapped: null,
			destroyed_at: sql<string>`now()`,
			destroyed_in: sql<string>`pg_current_xact_id()`
		})
		.where('owner_id', '=', ownerId)
		.execute();
}

function asDataKey(key: Buffer): DataKey {
	return {
		seal: (place, words) => encrypt(key, boundTo(place), Buffer.from(words, 'utf8')),
		open: (place, sealed) =>
			sealed === null ? null : decrypt(key, boundTo(place), sealed).toString('utf8'),
		sealBytes: (place, bytes) => encrypt(key, boundTo(place), Buffer.from(bytes)),
		openBytes: (place, sealed) => (sealed === null ? null : decrypt(key, boundTo(place), sealed))
	};
}

function boundTo({ table, column, rowId }: SealedPlace): string {
	return `${table}/${rowId}/${column}`;
}

/** What the wrapped key of an owner is bound to. */
export function wrappedFor(ownerId: string): string {
	return `data_key/${ownerId}/wrapped`;
}

function openedBefore(trx: Transaction<Database>): { keys: Opened; kinds: Kinds } {
	const known = openedIn.get(trx) ?? { keys: new Map(), kinds: new Map() };
	openedIn.set(trx, known);
	return known;
}
