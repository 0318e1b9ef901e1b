import { error, redirect } from '@sveltejs/kit';
import type { Kysely } from 'kysely';
import { takeAwaySecondStep } from '#lib/server/auth/secondStep.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { getService } from '#lib/server/running.ts';
import { inTransaction } from '#lib/server/work.ts';

/**
 * Whether that person has a second step which this one may take away: an administrator may, of
 * anybody but themselves, who has a page of their own. To be asked as the server itself.
 */
export async function hasStepToTake(
	trx: Kysely<Database>,
	staffId: string,
	{ staff }: App.Locals
): Promise<boolean> {
	if (!staff?.roles.includes('administrator') || staff.staffId === staffId) return false;
	const row = await trx
		.selectFrom('second_step')
		.select('staff_id')
		.where('staff_id', '=', staffId)
		.where('set_up_at', 'is not', null)
		.executeTakeFirst();
	return row !== undefined;
}

/** Takes it away, and shows the person's page again. */
export async function takeStepOf(staffId: string, locals: App.Locals): Promise<never> {
	const byStaffId = locals.staff?.staffId;
	await inTransaction(getService(), { kind: 'system' }, async (work) => {
		if (!byStaffId || !(await hasStepToTake(work.trx, staffId, locals))) {
			error(404, 'There is no such page');
		}
		await takeAwaySecondStep(work, staffId, byStaffId);
	});
	redirect(303, `/staff/people/${staffId}`);
}
