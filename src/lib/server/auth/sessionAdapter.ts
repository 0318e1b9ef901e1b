import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { Kysely } from 'kysely';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';

/** A session ends this long after it began, however busy it was. */
export const LONGEST_SESSION_MS = 12 * 60 * 60 * 1000;

/** A session ends this long after the last request. */
export const LONGEST_IDLE_MS = 15 * 60 * 1000;

/** How often a busy session's last request is written down. */
const NOTED_EVERY_MS = 30 * 1000;

/** Marks a session id that is only a hash: fit for ending a session, never for using one. */
const HASH_MARK = 'h:';

/**
 * Where lucia keeps sessions. The database holds sha256 of each id, so that a copy of it
 * opens nothing.
 */
export function sessionAdapter(db: Kysely<Database>, now: () => number): Adapter {
	const asSystem = <Result>(work: (trx: Kysely<Database>) => Promise<Result>) =>
		asActor(db, 'system', work);
	return {
		getSessionAndUser: (id) => asSystem((trx) => findSession(trx, id, now())),
		getUserSessions: (staffId) => asSystem((trx) => listSessions(trx, staffId)),
		setSession: (session) => asSystem((trx) => addSession(trx, session, now())),
		updateSessionExpiration: (id, expiresAt) =>
			asSystem(async (trx) => {
				await trx
					.updateTable('staff_session')
					.set({ expires_at: expiresAt.toISOString() })
					.where('id_hash', '=', hashOf(id))
					.execute();
			}),
		deleteSession: (id) =>
			asSystem(async (trx) => {
				await trx.deleteFrom('staff_session').where('id_hash', '=', hashOf(id)).execute();
			}),
		deleteUserSessions: (staffId) =>
			asSystem(async (trx) => {
				await trx.deleteFrom('staff_session').where('staff_id', '=', staffId).execute();
			}),
		deleteExpiredSessions: () =>
			asSystem(async (trx) => {
				await trx
					.deleteFrom('staff_session')
					.where('expires_at', '<', new Date(now()).toISOString())
					.execute();
			})
	};
}

async function findSession(
	trx: Kysely<Database>,
	id: string,
	nowMs: number
): Promise<[DatabaseSession | null, DatabaseUser | null]> {
	if (id.startsWith(HASH_MARK)) return [null, null];
	const row = await trx
		.selectFrom('staff_session')
		.innerJoin('staff', 'staff.staff_id', 'staff_session.staff_id')
		.select([
			'staff.staff_id',
			'staff.display_name',
			'staff.team_id',
			'staff_session.expires_at',
			'staff_session.created_at',
			'staff_session.last_seen_at'
		])
		.where('staff_session.id_hash', '=', hashOf(id))
		// Handed to a young person: it opens nothing until its worker unlocks it.
		.where('staff_session.lent_at', 'is', null)
		.where('staff.is_active', '=', true)
		.where((eb) =>
			eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', dateInEngland(nowMs))])
		)
		.executeTakeFirst();
	if (!row || Date.parse(row.created_at) + LONGEST_SESSION_MS <= nowMs) return [null, null];
	const idleMs = nowMs - Date.parse(row.last_seen_at);
	if (idleMs >= LONGEST_IDLE_MS) return [null, null];
	if (idleMs >= NOTED_EVERY_MS) {
		await trx
			.updateTable('staff_session')
			.set({ last_seen_at: new Date(nowMs).toISOString() })
			.where('id_hash', '=', hashOf(id))
			.execute();
	}

	const session = { id, userId: row.staff_id, expiresAt: new Date(row.expires_at), attributes: {} };
	const roles = await trx
		.selectFrom('staff_role')
		.select('role')
		.where('staff_id', '=', row.staff_id)
		.orderBy('role')
		.execute();
	return [
		session,
		{
			id: row.staff_id,
			attributes: {
				displayName: row.display_name,
				teamId: row.team_id,
				roles: roles.map((each) => each.role)
			}
		}
	];
}

async function listSessions(trx: Kysely<Database>, staffId: string): Promise<DatabaseSession[]> {
	const rows = await trx
		.selectFrom('staff_session')
		.select(['id_hash', 'expires_at'])
		.where('staff_id', '=', staffId)
		.execute();
	return rows.map((row) => ({
		id: HASH_MARK + row.id_hash,
		userId: staffId,
		expiresAt: new Date(row.expires_at),
		attributes: {}
	}));
}

async function addSession(
	trx: Kysely<Database>,
	session: DatabaseSession,
	nowMs: number
): Promise<void> {
	const at = new Date(nowMs).toISOString();
	await trx
		.insertInto('staff_session')
		.values({
			id_hash: hashOf(session.id),
			staff_id: session.userId,
			created_at: at,
			last_seen_at: at,
			expires_at: session.expiresAt.toISOString()
		})
		.execute();
}

/** Under what the database knows a session, whose id it never holds. */
export function hashOf(id: string): string {
	if (id.startsWith(HASH_MARK)) return id.slice(HASH_MARK.length);
	return createHash('sha256').update(id).digest('hex');
}
