import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { mayCover } from '#lib/domain/roles/cover.ts';
import { STAFF_ROLES, type StaffRole } from '#lib/domain/roles/roles.ts';
import { noteEntry } from '#lib/server/audit/auditEntries.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';
import type { CoverAnswer, SetCover } from '#lib/wire/caseload.ts';

/**
 * Writes down who covers for whom and when. A person says so for themselves; for others a
 * complaints manager does. Whoever covers must be able to do what the absent person does, and be
 * there themselves; nobody is covered by two at once.
 */
export async function setCover(
	service: Service,
	staffId: string,
	cover: SetCover
): Promise<CoverAnswer> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const refusal = await findObjection(work, staffId, cover);
		if (refusal) return { done: false, refusal };
		await work.trx
			.insertInto('cover')
			.values({
				cover_id: cover.coverId,
				absent_id: cover.absentId,
				covering_id: cover.coveringId,
				from_on: cover.fromOn,
				to_on: cover.toOn,
				recorded_by: staffId,
				recorded_at: instantOf(work)
			})
			.onConflict((conflict) => conflict.column('cover_id').doNothing())
			.execute();
		await note(work, 'coverSet', cover.coverId, {
			absentId: cover.absentId,
			coveringId: cover.coveringId,
			fromOn: cover.fromOn,
			toOn: cover.toOn
		});
		return { done: true };
	});
}

/** The absent person is back from today on; cover that has not begun is taken away. */
export async function endCover(
	service: Service,
	staffId: string,
	coverId: string
): Promise<CoverAnswer> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const cover = await work.trx
			.selectFrom('cover')
			.select(['absent_id', 'from_on'])
			.where('cover_id', '=', coverId)
			.forUpdate()
			.executeTakeFirst();
		if (!cover) return { done: false, refusal: 'unknown' };
		if (!(await maySay(work, staffId, cover.absent_id))) {
			return { done: false, refusal: 'mayNotSay' };
		}
		const today = dateInEngland(work.now());
		if (cover.from_on >= today) {
			await work.trx.deleteFrom('cover').where('cover_id', '=', coverId).execute();
		} else {
			await work.trx
				.updateTable('cover')
				.set({ to_on: addDays(today, -1) })
				.where('cover_id', '=', coverId)
				.where('to_on', '>=', today)
				.execute();
		}
		await note(work, 'coverEnded', coverId, {});
		return { done: true };
	});
}

type Objection = Extract<CoverAnswer, { done: false }>['refusal'];

async function findObjection(
	work: Work,
	staffId: string,
	{ coverId, absentId, coveringId, fromOn, toOn }: SetCover
): Promise<Objection | null> {
	// Two at once would each be checked without the other.
	await work.trx
		.selectFrom('staff')
		.select('staff_id')
		.where('staff_id', 'in', [absentId, coveringId])
		.orderBy('staff_id')
		.forUpdate()
		.execute();
	if (!(await maySay(work, staffId, absentId))) return 'mayNotSay';
	if (toOn < dateInEngland(work.now())) return 'over';
	const [absent, covering] = [await rolesOf(work, absentId), await rolesOf(work, coveringId)];
	if (!mayCover(covering, absent)) return 'cannotCover';
	if (!(await isOneProvider(work, [absentId, coveringId]))) return 'cannotCover';
	const clash = await work.trx
		.selectFrom('cover')
		.select('absent_id')
		.where('cover_id', '<>', coverId)
		.where('from_on', '<=', toOn)
		.where('to_on', '>=', fromOn)
		.where('absent_id', 'in', [absentId, coveringId])
		.execute();
	if (clash.some((row) => row.absent_id === absentId)) return 'coveredAlready';
	return clash.length > 0 ? 'awayThemselves' : null;
}

/** Whether two advocates are of one provider; others have none. */
async function isOneProvider({ trx }: Work, staffIds: readonly string[]): Promise<boolean> {
	const rows = await trx
		.selectFrom('outside_person')
		.select('provider_id')
		.distinct()
		.where('staff_id', 'in', staffIds)
		.execute();
	return rows.length <= 1;
}

async function maySay(work: Work, staffId: string, absentId: string): Promise<boolean> {
	const held = await rolesOf(work, staffId);
	return held.includes('complaintsManager') || (staffId === absentId && held.length > 0);
}

async function rolesOf({ trx }: Work, staffId: string): Promise<StaffRole[]> {
	const rows = await trx
		.selectFrom('staff_role')
		.innerJoin('staff', 'staff.staff_id', 'staff_role.staff_id')
		.select('role')
		.where('staff.staff_id', '=', staffId)
		.where('is_active', '=', true)
		.execute();
	return STAFF_ROLES.filter((role) => rows.some((row) => row.role === role));
}

function note(
	work: Work,
	action: string,
	coverId: string,
	data: Record<string, string | PlainDate>
): Promise<void> {
	return noteEntry(work, { action, entity: 'cover', entityId: coverId, data });
}
