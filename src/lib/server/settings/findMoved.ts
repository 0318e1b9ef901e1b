import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClockName } from '#lib/domain/clocks/statutoryClocks.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';

/** The most lines of the list. */
const MOST_SHOWN = 200;

/** The end of one clock that a change of the bank holidays moved. */
export interface DateMovedShown {
	movedId: string;
	reference: string;
	clock: ClockName;
	oldDueOn: PlainDate | null;
	newDueOn: PlainDate | null;
	movedAt: string;
}

/**
 * What the changes of the bank holidays moved, the newest first, 200 lines at most; nothing of a
 * case about the person asking. The number and the clock only: an administrator sees no case.
 */
export async function findMoved(service: Service, staffId: string): Promise<DateMovedShown[]> {
	const rows = await inTransaction(service, { kind: 'staff', staffId }, ({ trx }) =>
		trx
			.selectFrom('date_moved')
			.select(['moved_id', 'complaint_id', 'clock', 'old_due_on', 'new_due_on', 'moved_at'])
			.orderBy('moved_at', 'desc')
			.orderBy('old_due_on')
			.orderBy('complaint_id')
			.orderBy('moved_id')
			.limit(MOST_SHOWN)
			.execute()
	);
	const references = await findReferences(
		service,
		rows.map(({ complaint_id }) => complaint_id)
	);
	return rows.map((row) => ({
		movedId: row.moved_id,
		reference: references.get(row.complaint_id) ?? '',
		clock: row.clock as ClockName,
		oldDueOn: row.old_due_on as PlainDate | null,
		newDueOn: row.new_due_on as PlainDate | null,
		movedAt: row.moved_at
	}));
}

/** Of cases whose lines the person sees already. */
async function findReferences(service: Service, ids: readonly string[]) {
	if (ids.length === 0) return new Map<string, string>();
	const rows = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
		trx
			.selectFrom('complaint')
			.select(['complaint_id', 'reference'])
			.where('complaint_id', 'in', ids)
			.execute()
	);
	return new Map(rows.map(({ complaint_id, reference }) => [complaint_id, reference]));
}
