import { sql, type Kysely } from 'kysely';

/** The database must not be used as it is; `message` says why and what to do. */
export class DatabaseRefused extends Error {
	override name = 'DatabaseRefused';
}

/** What `/healthz` says of the database: no address and no secret. */
export interface ServerFacts {
	/** As PostgreSQL writes it: '18.4'. */
	version: string;
	fsync: boolean;
	synchronousCommit: boolean;
}

const OLDEST_MAJOR_VERSION = 15;

/** The server's version, and whether what it has acknowledged survives a loss of power. */
export async function findServerFacts<Tables>(db: Kysely<Tables>): Promise<ServerFacts> {
	const { rows } = await sql<{ version: string; fsync: string; synchronous_commit: string }>`
		select current_setting('server_version') as version,
			current_setting('fsync') as fsync,
			current_setting('synchronous_commit') as synchronous_commit`.execute(db);
	const row = rows[0]!;
	return {
		version: row.version,
		fsync: row.fsync === 'on',
		// 'local', 'remote_write' and 'remote_apply' also wait for this server's own disk.
		synchronousCommit: row.synchronous_commit !== 'off'
	};
}

/** Throws `DatabaseRefused` where the server is too old or may lose what it has acknowledged. */
export async function checkServer<Tables>(db: Kysely<Tables>): Promise<void> {
	const facts = await findServerFacts(db);
	if (Number.parseInt(facts.version, 10) < OLDEST_MAJOR_VERSION) {
		throw new DatabaseRefused(
			`PostgreSQL ${facts.version} is too old: version ${OLDEST_MAJOR_VERSION} or later is needed.`
		);
	}
	if (!facts.fsync || !facts.synchronousCommit) {
		throw new DatabaseRefused(
			'The database may lose what it has confirmed: fsync and synchronous_commit must be on.'
		);
	}
}

/**
 * Throws `DatabaseRefused` unless the role of `db` is bound by row-level security and can
 * change no table's shape: not a superuser, no BYPASSRLS, owner of nothing here (itself or
 * through a role it belongs to), and without the right to create tables.
 */
export async function checkAppRole<Tables>(db: Kysely<Tables>): Promise<void> {
	const { rows } = await sql<AppRole>`
		select current_user as name, rolsuper as superuser, rolbypassrls as bypasses,
			has_schema_privilege(current_user, 'public', 'create') as creates,
			exists (
				select from pg_class
				join pg_namespace on pg_namespace.oid = relnamespace
				where nspname not in ('pg_catalog', 'information_schema')
					and nspname not like 'pg\_toast%' and nspname not like 'pg\_temp%'
					and pg_has_role(current_user, relowner, 'member')
			) as owns
		from pg_roles where rolname = current_user`.execute(db);
	const role = rows[0]!;
	const faults = [
		role.superuser && 'is a superuser',
		role.bypasses && 'bypasses row-level security',
		role.owns && 'owns tables',
		role.creates && 'may create tables'
	].filter((fault) => typeof fault === 'string');
	if (faults.length === 0) return;
	throw new DatabaseRefused(
		`The role ${role.name} of DATABASE_URL ${faults.join(', ')}. Give the app a role of its own that does none of this; migrations use DATABASE_OWNER_URL.`
	);
}

interface AppRole {
	name: string;
	superuser: boolean;
	bypasses: boolean;
	creates: boolean;
	owns: boolean;
}
