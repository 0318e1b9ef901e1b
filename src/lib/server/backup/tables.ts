import type { ClientBase } from 'pg';

/** A table as a backup copies it. */
export interface CopiedTable {
	name: string;
	/** Those that hold something of their own: none that is worked out from the others. */
	columns: readonly string[];
	/** Columns that hold the number of a transaction, which means nothing in another database. */
	transactionColumns: readonly string[];
}

/** Those that have a row in every database, from the migration that made them. */
export const MADE_WITH_A_ROW: readonly string[] = ['server_epoch', 'change_feed_end'];

/**
 * What does not come back: a session, a visit or half a sign-in that was open on the day of the
 * backup must not be open again, nor a wait; and what another database counted means nothing. Who is
 * told on which device is asked anew, so that nothing old is told again on one that was given away.
 */
export const NOT_KEPT: readonly string[] = [
	'staff_session',
	'half_sign_in',
	'partner_pass',
	'visit',
	'sign_in_wait',
	'code_guess',
	'setup_code',
	'change_feed',
	'push_key',
	'push_subscription',
	'push_message',
	...MADE_WITH_A_ROW
];

/** What the key backup holds, and the data backup does not. */
export const IN_KEY_FILE: readonly string[] = ['data_key', 'device_seal_key'];

/** Every table of the data backup, each after those that it refers to. */
export async function listCopiedTables(client: ClientBase): Promise<readonly CopiedTable[]> {
	const left = new Set([...NOT_KEPT, ...IN_KEY_FILE]);
	const { rows } = await client.query<CopiedTable & { refersTo: string[] }>(TABLES);
	return inOrder(rows.filter(({ name }) => !left.has(name)));
}

/** Every table there is, those that no backup holds too. */
export async function listAllTables(client: ClientBase): Promise<string[]> {
	const { rows } = await client.query<{ name: string }>(TABLES);
	return rows.map(({ name }) => name);
}

const TABLES = `
select c.relname as name,
	array_agg(a.attname::text order by a.attnum) as columns,
	coalesce(array_agg(a.attname::text) filter (where a.atttypid = 'xid8'::regtype), '{}')
		as "transactionColumns",
	array(select distinct confrelid::regclass::text from pg_constraint f
		where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "refersTo"
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
	and a.attgenerated = ''
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
	and c.relname not like 'kysely\\_%'
group by c.oid, c.relname
order by c.relname`;

/** Throws where tables refer to each other in a ring: then no order would do. */
function inOrder<Table extends { name: string; refersTo: string[] }>(
	tables: readonly Table[]
): Table[] {
	const ordered: Table[] = [];
	const placed = new Set<string>();
	const isReady = ({ refersTo }: Table) =>
		refersTo.every((name) => placed.has(name) || !tables.some((table) => table.name === name));
	for (let waiting = tables; waiting.length > 0;) {
		const next = waiting.filter(isReady);
		if (next.length === 0) {
			throw new Error(
				`These tables refer to each other: ${waiting.map(({ name }) => name).join()}`
			);
		}
		for (const table of next) {
			ordered.push(table);
			placed.add(table.name);
		}
		waiting = waiting.filter(({ name }) => !placed.has(name));
	}
	return ordered;
}
