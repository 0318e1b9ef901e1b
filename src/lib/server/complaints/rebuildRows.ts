import type { Transaction } from 'kysely';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { readRules } from '#lib/server/complaints/carryOut.ts';
import { findHistories, findHistory, lockComplaint } from '#lib/server/complaints/log.ts';
import {
	findOmbudsmanColumns,
	type OmbudsmanColumns
} from '#lib/server/complaints/ombudsmanRows.ts';
import {
	COMPLAINT_COLUMNS,
	ELEMENT_COLUMNS,
	STRAND_COLUMNS,
	columnsOf,
	saveRows,
	type WorkedOutRows
} from '#lib/server/complaints/rows.ts';
import { APPOINTMENT_COLUMNS, RECOMMENDATION_COLUMNS } from '#lib/server/complaints/stage2Rows.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { Work } from '#lib/server/work.ts';

/** One value in the tables that the log does not give. */
export interface RowDifference {
	/** Null for a matter at the Ombudsman's that has no complaint here. */
	complaintId: string | null;
	table:
		| 'complaint'
		| 'strand'
		| 'element'
		| 'appointment'
		| 'recommendation'
		| 'ombudsman_case'
		| 'ombudsman_enquiry'
		| 'ombudsman_recommendation';
	/** The id of the row. */
	rowId: string;
	/** The column; null where the whole row is missing, or is one too many. */
	column: string | null;
}

/** Writes the rows of one complaint anew from its log; false where there is no such complaint. */
export async function rebuildRows(work: Work, complaintId: string): Promise<boolean> {
	if (!(await lockComplaint(work, complaintId))) return false;
	const history = await findHistory(work.trx, complaintId);
	const complaint = rebuild(history.map(({ event }) => event));
	await saveRows(work.trx, complaintId, columnsOf(complaint, await readRules(work)));
	return true;
}

/**
 * Every place where a table says something else than the log. Empty in health; due dates differ
 * where a bank holiday or a time limit of the council has changed, until the rows are rebuilt.
 */
export async function compareRowsWithLog(
	work: Work,
	batchSize = 200,
	onProgress: (complaints: number) => void = () => undefined
): Promise<RowDifference[]> {
	const rules = await readRules(work);
	const differences: RowDifference[] = [];
	let compared = 0;
	for (let after: string | null = null; ;) {
		const ids = await findNextIds(work.trx, after, batchSize);
		const histories = await findHistories(work.trx, ids);
		const kept = await findKeptRows(work.trx, ids);
		for (const complaintId of ids) {
			const events = (histories.get(complaintId) ?? []).map(({ event }) => event);
			const due = columnsOf(rebuild(events), rules);
			differences.push(...compare(complaintId, due, kept.get(complaintId)!));
		}
		after = ids.at(-1) ?? null;
		onProgress((compared += ids.length));
		if (ids.length < batchSize) return differences;
	}
}

async function findNextIds(
	trx: Transaction<Database>,
	after: string | null,
	limit: number
): Promise<string[]> {
	const rows = await trx
		.selectFrom('complaint')
		.select('complaint_id')
		.$if(after !== null, (query) => query.where('complaint_id', '>', after ?? ''))
		.orderBy('complaint_id')
		.limit(limit)
		.execute();
	return rows.map(({ complaint_id }) => complaint_id);
}

async function findKeptRows(
	trx: Transaction<Database>,
	ids: readonly string[]
): Promise<ReadonlyMap<string, WorkedOutRows>> {
	if (ids.length === 0) return new Map();
	const complaints = await trx
		.selectFrom('complaint')
		.select(['complaint_id', ...COMPLAINT_COLUMNS])
		.where('complaint_id', 'in', ids)
		.execute();
	const strands = await trx
		.selectFrom('strand')
		.select(['complaint_id', 'strand_id', ...STRAND_COLUMNS])
		.where('complaint_id', 'in', ids)
		.execute();
	const elements = await trx
		.selectFrom('element')
		.select(['complaint_id', 'element_id', ...ELEMENT_COLUMNS])
		.where('complaint_id', 'in', ids)
		.execute();
	const ombudsman = await findOmbudsmanColumns(trx, ids);
	const appointments = await trx
		.selectFrom('appointment')
		.select(['complaint_id', 'appointment_id', ...APPOINTMENT_COLUMNS])
		.where('complaint_id', 'in', ids)
		.execute();
	const recommendations = await trx
		.selectFrom('recommendation')
		.select(['complaint_id', 'recommendation_id', ...RECOMMENDATION_COLUMNS])
		.where('complaint_id', 'in', ids)
		.execute();
	return new Map(
		complaints.map((complaint) => [
			complaint.complaint_id,
			{
				complaint,
				strands: strands.filter((row) => row.complaint_id === complaint.complaint_id),
				elements: elements.filter((row) => row.complaint_id === complaint.complaint_id),
				ombudsman: ombudsman.get(complaint.complaint_id)!,
				appointments: appointments.filter((row) => row.complaint_id === complaint.complaint_id),
				recommendations: recommendations.filter(
					(row) => row.complaint_id === complaint.complaint_id
				)
			}
		])
	);
}

function compare(complaintId: string, due: WorkedOutRows, kept: WorkedOutRows): RowDifference[] {
	const found = [
		...compareTable('complaint', 'complaint_id', {
			due: [{ ...due.complaint, complaint_id: complaintId }],
			kept: [{ ...kept.complaint, complaint_id: complaintId }]
		}),
		...compareTable('strand', 'strand_id', { due: due.strands, kept: kept.strands }),
		...compareTable('element', 'element_id', { due: due.elements, kept: kept.elements }),
		...compareOmbudsman(due.ombudsman, kept.ombudsman),
		...compareTable('appointment', 'appointment_id', {
			due: due.appointments,
			kept: kept.appointments
		}),
		...compareTable('recommendation', 'recommendation_id', {
			due: due.recommendations,
			kept: kept.recommendations
		})
	];
	return found.map((difference) => ({ complaintId, ...difference }));
}

/** What of the three Ombudsman tables the log of a matter does not give. */
export function compareOmbudsman(due: OmbudsmanColumns, kept: OmbudsmanColumns) {
	return [
		...compareTable('ombudsman_case', 'ombudsman_case_id', { due: due.cases, kept: kept.cases }),
		...compareTable('ombudsman_enquiry', 'enquiry_id', {
			due: due.enquiries,
			kept: kept.enquiries
		}),
		...compareTable('ombudsman_recommendation', 'recommendation_id', {
			due: due.recommendations,
			kept: kept.recommendations
		})
	];
}

type Row = Readonly<Record<string, unknown>>;

function compareTable(
	table: RowDifference['table'],
	idColumn: string,
	rows: { due: readonly object[]; kept: readonly object[] }
): Omit<RowDifference, 'complaintId'>[] {
	const byId = (list: readonly object[]) =>
		new Map((list as readonly Row[]).map((row) => [String(row[idColumn]), row]));
	const due = byId(rows.due);
	const kept = byId(rows.kept);
	const ids = new Set([...due.keys(), ...kept.keys()]);
	return [...ids].flatMap((rowId): Omit<RowDifference, 'complaintId'>[] => {
		const [should, does] = [due.get(rowId), kept.get(rowId)];
		if (!should || !does) return [{ table, rowId, column: null }];
		return Object.keys(should)
			.filter((column) => JSON.stringify(should[column]) !== JSON.stringify(does[column]))
			.map((column) => ({ table, rowId, column }));
	});
}
