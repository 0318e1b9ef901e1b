import pg from 'pg';
import { APP_ROLE, OWNER_ROLE } from './roles.ts';

/** Makes the two roles, where missing; with `password` they may sign in over a network port. */
export async function ensureRoles(superuserUrl: string, password: string | null): Promise<void> {
	await withClient(superuserUrl, async (client) => {
		const { rows } = await client.query<{ rolname: string }>(
			'select rolname from pg_roles where rolname = any($1)',
			[[OWNER_ROLE, APP_ROLE]]
		);
		const secret = password === null ? '' : ` password ${client.escapeLiteral(password)}`;
		for (const role of [OWNER_ROLE, APP_ROLE]) {
			if (rows.some(({ rolname }) => rolname === role)) continue;
			await client.query(
				`create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls noinherit${secret}`
			);
		}
	});
}

/** Makes a database that belongs to the owner's role, where missing. */
export async function ensureDatabase(superuserUrl: string, name: string): Promise<void> {
	await withClient(superuserUrl, async (client) => {
		const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
		if (rowCount) return;
		const database = client.escapeIdentifier(name);
		await client.query(`create database ${database} owner ${OWNER_ROLE} template template0`);
		await client.query(`revoke all on database ${database} from public`);
		await client.query(`grant connect on database ${database} to ${APP_ROLE}`);
	});
}

/** In that database, leaves the schema to the owner's role; the app's role may only look in. */
export async function ensureSchemaRights(superuserUrl: string): Promise<void> {
	await withClient(superuserUrl, async (client) => {
		await client.query(`alter schema public owner to ${OWNER_ROLE}`);
		await client.query('revoke all on schema public from public');
		await client.query(`grant usage on schema public to ${APP_ROLE}`);
	});
}

/** Opens one connection for `work` and closes it. */
export async function withClient<T>(
	url: string,
	work: (client: pg.Client) => Promise<T>
): Promise<T> {
	const client = new pg.Client({ connectionString: url });
	// The connection broke: whoever waits for an answer is told, and without a listener the process ends.
	client.on('error', () => undefined);
	await client.connect();
	try {
		return await work(client);
	} finally {
		await client.end();
	}
}
