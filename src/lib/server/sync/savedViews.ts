import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';
import { caseFilterSchema, type SavedView } from '#lib/wire/caseload.ts';

/** The most lists a person keeps; the oldest goes where there are more. */
const MOST_VIEWS = 30;

/** The lists this person has named, by name; one that can no longer be read is left out. */
export async function findViews({ trx }: Pick<Work, 'trx'>, staffId: string): Promise<SavedView[]> {
	const rows = await trx
		.selectFrom('saved_view')
		.select(['view_id', 'name', 'filter'])
		.where('staff_id', '=', staffId)
		.orderBy('name')
		.execute();
	return rows.flatMap(({ view_id: viewId, name, filter }) => {
		const read = caseFilterSchema.safeParse(filter);
		return read.success ? [{ viewId, name, filter: read.data }] : [];
	});
}

/** Keeps a list under its name, in place of one of the same name, and gives all there are. */
export async function saveView(
	service: Service,
	staffId: string,
	{ viewId, name, filter }: SavedView
): Promise<SavedView[]> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const value = { name, filter: JSON.stringify(filter), saved_at: instantOf(work) };
		await work.trx
			.insertInto('saved_view')
			.values({ view_id: viewId, staff_id: staffId, ...value })
			.onConflict((conflict) => conflict.columns(['staff_id', 'name']).doUpdateSet(value))
			.execute();
		await forgetOldest(work, staffId);
		return findViews(work, staffId);
	});
}

/** Forgets a list, and gives all that are left. */
export async function forgetView(
	service: Service,
	staffId: string,
	viewId: string
): Promise<SavedView[]> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		await work.trx
			.deleteFrom('saved_view')
			.where('view_id', '=', viewId)
			.where('staff_id', '=', staffId)
			.execute();
		return findViews(work, staffId);
	});
}

async function forgetOldest({ trx }: Work, staffId: string): Promise<void> {
	await trx
		.deleteFrom('saved_view')
		.where('staff_id', '=', staffId)
		.where('view_id', 'not in', (eb) =>
			eb
				.selectFrom('saved_view')
				.select('view_id')
				.where('staff_id', '=', staffId)
				.orderBy('saved_at', 'desc')
				.limit(MOST_VIEWS)
		)
		.execute();
}
