import type { CommandType } from '#lib/domain/complaint/commands.ts';
import { findRoleFor } from '#lib/domain/roles/permissions.ts';
import { STAFF_ROLES, type ActorRole, type StaffRole } from '#lib/domain/roles/roles.ts';
import type { Work } from '#lib/server/work.ts';

/** The roles a member of staff holds at this moment; none for anyone else, or a former one. */
export async function findHeldRoles({ trx, actor }: Work): Promise<readonly StaffRole[]> {
	if (actor.kind !== 'staff') return [];
	const rows = await trx
		.selectFrom('staff_role')
		.innerJoin('staff', 'staff.staff_id', 'staff_role.staff_id')
		.select('role')
		.where('staff.staff_id', '=', actor.staffId)
		.where('is_active', '=', true)
		.execute();
	return STAFF_ROLES.filter((role) => rows.some((row) => row.role === role));
}

/** The role by which an order is judged. One that no held role may give is judged by the first. */
export function roleFor(
	{ actor }: Pick<Work, 'actor'>,
	held: readonly StaffRole[],
	command: CommandType
): ActorRole {
	switch (actor.kind) {
		case 'system':
			return 'system';
		case 'complainant':
		case 'public':
			return 'complainant';
		case 'staff':
			return findRoleFor(held, command) ?? held[0] ?? 'administrator';
	}
}
