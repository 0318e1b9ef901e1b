import { compareRowsWithLog, type RowDifference } from '#lib/server/complaints/rebuildRows.ts';
import { checkKeys, type KeysChecked } from '#lib/server/keys/checkKeys.ts';
import { compareMattersWithLog } from '#lib/server/ombudsman/compareMatters.ts';
import type { Service } from '#lib/server/service.ts';
import { inSnapshot, type Work } from '#lib/server/work.ts';

/** What a look through the whole database found. */
export interface DatabaseVerified extends KeysChecked {
	complaints: number;
	/** Matters at the Ombudsman's without a complaint here. */
	matters: number;
	/** Each place where a table says something else than the log; `reference` null for a matter. */
	differences: (Pick<RowDifference, 'table' | 'rowId' | 'column'> & { reference: string | null })[];
}

/**
 * Replays every log and compares every row that is worked out from one, and tries every key. As of
 * one moment, so that the office may work on; reads only.
 */
export function verifyDatabase(
	service: Service,
	onProgress: (complaints: number) => void = () => undefined
): Promise<DatabaseVerified> {
	return inSnapshot(service, { kind: 'system' }, async (work) => {
		let complaints = 0;
		const ofComplaints = await compareRowsWithLog(work, 200, (compared) => {
			complaints = compared;
			onProgress(compared);
		});
		const { matters, differences } = await compareMattersWithLog(work);
		return {
			complaints,
			matters,
			differences: await named(work, [...ofComplaints, ...differences]),
			...(await checkKeys(work))
		};
	});
}

/** Whether nothing was found. */
export function isSound({ differences, unopened, casesWithoutKey }: DatabaseVerified): boolean {
	return differences.length === 0 && unopened === 0 && casesWithoutKey.length === 0;
}

async function named(
	{ trx }: Work,
	differences: readonly RowDifference[]
): Promise<DatabaseVerified['differences']> {
	const ids = [...new Set(differences.flatMap(({ complaintId }) => complaintId ?? []))];
	const rows =
		ids.length === 0
			? []
			: await trx
					.selectFrom('complaint')
					.select(['complaint_id', 'reference'])
					.where('complaint_id', 'in', ids)
					.execute();
	const references = new Map(rows.map((row) => [row.complaint_id, row.reference]));
	return differences.map(({ complaintId, ...found }) => ({
		...found,
		reference: references.get(complaintId ?? '') ?? null
	}));
}
