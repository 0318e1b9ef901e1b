import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { openFor, sealFor, type DataKey, type SealedPlace } from '#lib/server/keys/sealing.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import type { PulledSafeContact } from '#lib/wire/sync.ts';

/** The ways of reaching somebody. `code` is coming back to the site with the six words. */
export type SafeContactChannel = Database['safe_contact']['channel'];

/** Whose way it is: of the person whose case it is, or of whoever spoke for them. */
export type Whose = 'complainant' | 'helper';

/** How somebody is reached. Kept sealed, and never sent to the staff app. */
export interface SafeContactDetails {
	to: string;
	/** Of a trusted person only. */
	name: string | null;
}

/** One way of reaching them that they ticked (`isAllowed`), or one they said not to use. */
export interface NewSafeContact {
	safeContactId: string;
	channel: SafeContactChannel;
	isAllowed: boolean;
	/** The number or address, and for a trusted person the name; null for the code. Sealed. */
	details: SafeContactDetails | null;
	whoCanSee: 'justMe' | 'others' | 'notSure' | null;
	voicemailAllowed: boolean | null;
	goodTimes: readonly string[];
	/** The complainant's, where nothing else is said. */
	whose?: Whose;
}

/** Keeps the ways of reaching somebody that they said are safe. */
export async function keepSafeContacts(
	{ trx, keys }: Work,
	complaintId: string,
	contacts: readonly NewSafeContact[]
): Promise<void> {
	if (contacts.length === 0) return;
	const key = await sealFor(trx, keys, { ownerId: complaintId, ownerKind: 'complaint' });
	await trx
		.insertInto('safe_contact')
		.values(
			contacts.map((contact) => ({
				safe_contact_id: contact.safeContactId,
				complaint_id: complaintId,
				channel: contact.channel,
				is_allowed: contact.isAllowed,
				sealed:
					contact.details &&
					key.seal(placeOf(contact.safeContactId), JSON.stringify(contact.details)),
				who_can_see: contact.whoCanSee,
				voicemail_allowed: contact.voicemailAllowed,
				good_times: [...contact.goodTimes],
				whose: contact.whose ?? 'complainant'
			}))
		)
		.execute();
}

/** The ways by which something can be queued or posted to a person. */
export type AddressedChannel = Extract<SafeContactChannel, 'textMessage' | 'email' | 'letter'>;

/**
 * Somewhere a person said that they may be reached, looked up just now. Nothing can be queued or
 * posted to a complainant without one, and nothing but this file can make one: the `#proof`
 * keeps every other object from passing for it.
 */
class CheckedAddress {
	readonly #proof = true;
	readonly complaintId: string;
	readonly safeContactId: string;
	readonly channel: AddressedChannel;
	/** The number or the address. */
	readonly to: string;

	constructor(found: Omit<CheckedAddress, 'isChecked'>) {
		this.complaintId = found.complaintId;
		this.safeContactId = found.safeContactId;
		this.channel = found.channel;
		this.to = found.to;
	}

	get isChecked(): boolean {
		return this.#proof;
	}
}
export type SafeAddress = CheckedAddress;

/** Every safe address of a case for these channels; none where they said not to be reached so. */
export async function findSafeAddresses(
	{ trx, keys }: Pick<Work, 'trx' | 'keys'>,
	complaintId: string,
	channels: readonly AddressedChannel[],
	whose: Whose = 'complainant'
): Promise<readonly SafeAddress[]> {
	const rows = await safeRowsOf(trx, complaintId, whose).where('channel', 'in', channels).execute();
	const found = await Promise.all(rows.map((row) => openAddress({ trx, keys }, row)));
	return found.filter((address) => address !== null);
}

/** The same way again, at the moment of sending; null where it is no longer safe. */
export async function findSafeAddressAgain(
	work: Pick<Work, 'trx' | 'keys'>,
	safeContactId: string
): Promise<SafeAddress | null> {
	const row = await safeRows(work.trx)
		.where('safe_contact_id', '=', safeContactId)
		.executeTakeFirst();
	return row ? openAddress(work, row) : null;
}

/** The ways of one person only: what is one's must never go by a way of the other. */
function safeRowsOf(trx: Transaction<Database>, complaintId: string, whose: Whose) {
	return safeRows(trx).where('complaint_id', '=', complaintId).where('whose', '=', whose);
}

function safeRows(trx: Transaction<Database>) {
	return trx
		.selectFrom('safe_contact')
		.select(['safe_contact_id', 'complaint_id', 'channel', 'sealed', 'who_can_see'])
		.where('is_allowed', '=', true)
		.where('erased_at', 'is', null);
}

async function openAddress(
	{ trx, keys }: Pick<Work, 'trx' | 'keys'>,
	row: {
		safe_contact_id: string;
		complaint_id: string;
		channel: SafeContactChannel;
		sealed: Buffer | null;
	}
): Promise<SafeAddress | null> {
	const { channel } = row;
	if (channel !== 'textMessage' && channel !== 'email' && channel !== 'letter') return null;
	const key = await openFor(trx, keys, row.complaint_id);
	const words = key?.open(placeOf(row.safe_contact_id), row.sealed);
	const details = words ? (JSON.parse(words) as SafeContactDetails) : null;
	if (!details || details.to.trim() === '') return null;
	return new CheckedAddress({
		complaintId: row.complaint_id,
		safeContactId: row.safe_contact_id,
		channel,
		to: details.to
	});
}

/** The people they said they trust, by the id of that way; those without a name are left out. */
export async function openTrustedNames(
	trx: Transaction<Database>,
	key: DataKey,
	complaintId: string
): Promise<readonly { id: string; name: string }[]> {
	const rows = await safeRowsOf(trx, complaintId, 'complainant')
		.where('channel', '=', 'trustedPerson')
		.orderBy('safe_contact_id')
		.execute();
	return rows.flatMap(({ safe_contact_id: id, sealed }) => {
		const words = key.open(placeOf(id), sealed);
		const name = words ? (JSON.parse(words) as SafeContactDetails).name : null;
		return name ? [{ id, name }] : [];
	});
}

/** A phone that the person whose case it is gave, by its id and never by its number. */
export interface SafePhone {
	id: string;
	channel: 'telephone' | 'textMessage';
	whoCanSee: 'justMe' | 'others' | 'notSure' | null;
}

/** The phones they gave and did not take back; none of whoever spoke for them. */
export async function findSafePhones(
	{ trx }: Pick<Work, 'trx'>,
	complaintId: string
): Promise<readonly SafePhone[]> {
	const rows = await safeRowsOf(trx, complaintId, 'complainant')
		.where('channel', 'in', ['telephone', 'textMessage'])
		.where('sealed', 'is not', null)
		.orderBy('safe_contact_id')
		.execute();
	return rows.map(({ safe_contact_id, channel, who_can_see }) => ({
		id: safe_contact_id,
		channel: channel === 'telephone' ? 'telephone' : 'textMessage',
		whoCanSee: who_can_see
	}));
}

/**
 * Whether the person whose case it is comes back with their words, or a message by a safe way
 * leads them there. A way of whoever spoke for them does not count.
 */
export async function canReadOnline(work: Work, complaintId: string): Promise<boolean> {
	const way = await asOurselves(work, ({ trx }) =>
		safeRowsOf(trx, complaintId, 'complainant')
			.where('channel', 'in', ['code', 'textMessage', 'email'])
			.executeTakeFirst()
	);
	return way !== undefined;
}

/** Whether whoever spoke for the child comes back to a page of their own, where they read. */
export async function hasHelpersPage(work: Work, complaintId: string): Promise<boolean> {
	const way = await asOurselves(work, ({ trx }) =>
		safeRowsOf(trx, complaintId, 'helper').where('channel', '=', 'code').executeTakeFirst()
	);
	return way !== undefined;
}

/** Which ways are safe in these cases, and what must not be done. Never a number or an address. */
export async function findSafeContacts(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledSafeContact[]>> {
	const found = new Map<string, PulledSafeContact[]>(complaintIds.map((id) => [id, []]));
	if (complaintIds.length === 0) return found;
	const rows = await trx
		.selectFrom('safe_contact')
		.select([
			'complaint_id',
			'channel',
			'is_allowed',
			'who_can_see',
			'voicemail_allowed',
			'good_times',
			'checked_on',
			'whose'
		])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('safe_contact_id')
		.execute();
	for (const row of rows) {
		found.get(row.complaint_id)?.push({
			channel: row.channel,
			isAllowed: row.is_allowed,
			whoCanSee: row.who_can_see,
			voicemailAllowed: row.voicemail_allowed,
			goodTimes: row.good_times,
			checkedOn: row.checked_on as PulledSafeContact['checkedOn'],
			...(row.whose === 'helper' ? { whose: row.whose } : {})
		});
	}
	return found;
}

/** Whether anybody can reach them: by any way but their own coming back with the code. */
export function isReachable(contacts: readonly PulledSafeContact[]): boolean {
	return contacts.some(
		({ channel, isAllowed, whose }) => isAllowed && channel !== 'code' && whose !== 'helper'
	);
}

function placeOf(safeContactId: string): SealedPlace {
	return { table: 'safe_contact', column: 'sealed', rowId: safeContactId };
}
