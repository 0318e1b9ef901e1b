import { hashOf } from '#lib/server/auth/sessionAdapter.ts';
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import { STAFF_ROLES } from '#lib/domain/roles/roles.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { hashSecret } from '#lib/server/keys/argon2id.ts';

/** A member of staff, as the people page shows them. */
export interface StaffAccount {
	staffId: string;
	username: string;
	displayName: string;
	email: string;
	telephone: string;
	teamId: string | null;
	roles: readonly StaffRole[];
	isActive: boolean;
	/** Whether they work for the council or come from outside it. */
	kind: 'inside' | 'outside';
	/** The last day on which they may sign in; null for no end. */
	validUntil: PlainDate | null;
	lineManagerId: string | null;
}

/** What an administrator fills in. */
export type StaffDetails = Omit<
	StaffAccount,
	'staffId' | 'isActive' | 'kind' | 'validUntil' | 'lineManagerId'
> & {
	/** Who manages them; left out for nobody that is known. */
	lineManagerId?: string | null;
};

/** Why an account was not saved. */
export type AccountRefusal = { code: 'usernameTaken' } | { code: 'lastAdministrator' };

export type AccountSaved =
	{ saved: true; staffId: string } | { saved: false; refusal: AccountRefusal };

/** Everyone who can sign in, by name; former staff last. */
export async function listStaff(trx: Kysely<Database>): Promise<StaffAccount[]> {
	const rows = await trx
		.selectFrom('staff')
		.select(['staff_id', 'username', 'display_name', 'email', 'telephone', 'team_id', 'is_active'])
		.select(['kind', 'valid_until', 'line_manager_id'])
		.orderBy('is_active', 'desc')
		.orderBy('display_name')
		.execute();
	const roles = await trx.selectFrom('staff_role').select(['staff_id', 'role']).execute();
	return rows.map((row) => ({
		staffId: row.staff_id,
		username: row.username,
		displayName: row.display_name,
		email: row.email ?? '',
		telephone: row.telephone ?? '',
		teamId: row.team_id,
		isActive: row.is_active,
		kind: row.kind,
		validUntil: row.valid_until as PlainDate | null,
		lineManagerId: row.line_manager_id,
		roles: STAFF_ROLES.filter((role) =>
			roles.some((each) => each.staff_id === row.staff_id && each.role === role)
		)
	}));
}

/** Everyone who works here and may manage somebody, by name. */
export async function listManagers(
	trx: Kysely<Database>
): Promise<{ staffId: string; displayName: string }[]> {
	const people = await listStaff(trx);
	return people
		.filter(({ kind, isActive }) => kind === 'inside' && isActive)
		.map(({ staffId, displayName }) => ({ staffId, displayName }));
}

/** Makes an account. The user name is kept in small letters. */
export async function createStaff(
	trx: Kysely<Database>,
	details: StaffDetails & { password: string },
	byStaffId: string | null
): Promise<AccountSaved> {
	const staffId = randomUUID();
	const written = await trx
		.insertInto('staff')
		.values({
			staff_id: staffId,
			...columnsOf(details),
			password_hash: await hashSecret(details.password)
		})
		.onConflict((conflict) => conflict.column('username').doNothing())
		.executeTakeFirst();
	if (!written.numInsertedOrUpdatedRows)
		return { saved: false, refusal: { code: 'usernameTaken' } };
	await saveRoles(trx, staffId, details.roles);
	await noteAboutStaff(trx, { action: 'staffCreated', staffId, byStaffId });
	return { saved: true, staffId };
}

/** Changes what an account says and may do. Takes effect at the next request. */
export async function changeStaff(
	trx: Kysely<Database>,
	change: { staffId: string; details: StaffDetails; isActive: boolean },
	byStaffId: string
): Promise<AccountSaved> {
	const { staffId, details, isActive } = change;
	const staysAdministrator = isActive && details.roles.includes('administrator');
	if (!staysAdministrator && (await isLastAdministrator(trx, staffId))) {
		return { saved: false, refusal: { code: 'lastAdministrator' } };
	}
	const other = await trx
		.selectFrom('staff')
		.select('staff_id')
		.where('username', '=', details.username.toLowerCase())
		.where('staff_id', '<>', staffId)
		.executeTakeFirst();
	if (other) return { saved: false, refusal: { code: 'usernameTaken' } };

	await trx
		.updateTable('staff')
		.set({ ...columnsOf(details), is_active: isActive })
		.where('staff_id', '=', staffId)
		.execute();
	await saveRoles(trx, staffId, details.roles);
	if (!isActive) await endSessions(trx, staffId);
	await noteAboutStaff(trx, {
		action: isActive ? 'staffChanged' : 'staffEnded',
		staffId,
		byStaffId
	});
	return { saved: true, staffId };
}

/** Gives an account a new password and ends every session it has. */
export async function resetPassword(
	trx: Kysely<Database>,
	reset: { staffId: string; password: string },
	byStaffId: string
): Promise<void> {
	await trx
		.updateTable('staff')
		.set({ password_hash: await hashSecret(reset.password) })
		.where('staff_id', '=', reset.staffId)
		.execute();
	await endSessions(trx, reset.staffId);
	await noteAboutStaff(trx, { action: 'passwordReset', staffId: reset.staffId, byStaffId });
}

function columnsOf(details: StaffDetails) {
	return {
		username: details.username.toLowerCase(),
		display_name: details.displayName,
		email: details.email || null,
		telephone: details.telephone || null,
		team_id: details.teamId,
		line_manager_id: details.lineManagerId ?? null
	};
}

async function saveRoles(
	trx: Kysely<Database>,
	staffId: string,
	roles: readonly StaffRole[]
): Promise<void> {
	await trx.deleteFrom('staff_role').where('staff_id', '=', staffId).execute();
	if (roles.length === 0) return;
	await trx
		.insertInto('staff_role')
		.values(roles.map((role) => ({ staff_id: staffId, role })))
		.execute();
}

/** Locks the administrators, so that two of them cannot each end the other at once. */
async function isLastAdministrator(trx: Kysely<Database>, staffId: string): Promise<boolean> {
	const administrators = await trx
		.selectFrom('staff')
		.innerJoin('staff_role', 'staff_role.staff_id', 'staff.staff_id')
		.select('staff.staff_id')
		.where('role', '=', 'administrator')
		.where('is_active', '=', true)
		.forUpdate()
		.execute();
	return administrators.length === 1 && administrators[0]?.staff_id === staffId;
}

/** Ends every session of a person but `kept`, and every sign-in that waits for its second step. */
export async function endSessions(
	trx: Kysely<Database>,
	staffId: string,
	kept?: string
): Promise<void> {
	await trx.deleteFrom('half_sign_in').where('staff_id', '=', staffId).execute();
	await trx
		.deleteFrom('staff_session')
		.where('staff_id', '=', staffId)
		.where('id_hash', '<>', kept === undefined ? '' : hashOf(kept))
		.execute();
}

/** What a person may be, in the order of the roles. */
export async function findRoles(trx: Kysely<Database>, staffId: string): Promise<StaffRole[]> {
	const rows = await trx
		.selectFrom('staff_role')
		.select('role')
		.where('staff_id', '=', staffId)
		.execute();
	return STAFF_ROLES.filter((role) => rows.some((row) => row.role === role));
}

/** Writes down what was done about somebody's account, and by whom; null for the machine itself. */
export async function noteAboutStaff(
	trx: Kysely<Database>,
	act: { action: string; staffId: string; byStaffId: string | null }
): Promise<void> {
	await trx
		.insertInto('audit_entry')
		.values({
			actor: act.byStaffId ? `staff:${act.byStaffId}` : 'system',
			action: act.action,
			entity: 'staff',
			entity_id: act.staffId
		})
		.execute();
}
