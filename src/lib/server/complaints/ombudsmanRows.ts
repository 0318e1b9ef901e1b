import { sql, type RawBuilder, type Selectable, type Transaction } from 'kysely';
import type { OmbudsmanRows } from '#lib/domain/beside/besideRows.ts';
import type { Database } from '#lib/server/database/tables.ts';

type Columns<Table extends keyof Database> = Omit<Selectable<Database[Table]>, 'complaint_id'>;

/** The columns of the three Ombudsman tables that are worked out from a log. */
export interface OmbudsmanColumns {
	cases: readonly Columns<'ombudsman_case'>[];
	enquiries: readonly Columns<'ombudsman_enquiry'>[];
	recommendations: readonly Columns<'ombudsman_recommendation'>[];
}

/** What the three tables are to hold. */
export function ombudsmanColumns(rows: OmbudsmanRows): OmbudsmanColumns {
	return {
		cases: rows.cases.map((row) => ({
			ombudsman_case_id: row.ombudsmanCaseId,
			made_on: row.madeOn,
			kind: row.kind,
			reference_text_id: row.referenceTextId,
			decided_on: row.decidedOn,
			decision: row.decision,
			is_open: row.isOpen,
			next_due_on: row.nextDueOn
		})),
		enquiries: rows.enquiries.map((row) => ({
			enquiry_id: row.enquiryId,
			ombudsman_case_id: row.ombudsmanCaseId,
			received_on: row.receivedOn,
			due_on: row.dueOn,
			answered_on: row.answeredOn
		})),
		recommendations: rows.recommendations.map((row) => ({
			recommendation_id: row.recommendationId,
			ombudsman_case_id: row.ombudsmanCaseId,
			text_id: row.textId,
			made_on: row.madeOn,
			due_on: row.dueOn,
			done_on: row.doneOn,
			confirmed_on: row.confirmedOn
		}))
	};
}

/** Writes them; `complaintId` is null for a matter that has no complaint here. */
export async function saveOmbudsman(
	trx: Transaction<Database>,
	complaintId: string | null,
	{ cases, enquiries, recommendations }: OmbudsmanColumns
): Promise<void> {
	if (cases.length === 0) return;
	const hung = <Row extends object>(row: Row) => ({ ...row, complaint_id: complaintId });
	await trx
		.insertInto('ombudsman_case')
		.values(cases.map(hung))
		.onConflict((conflict) =>
			conflict.column('ombudsman_case_id').doUpdateSet(asGiven(CASE_COLUMNS))
		)
		.execute();
	if (enquiries.length > 0) {
		await trx
			.insertInto('ombudsman_enquiry')
			.values(enquiries.map(hung))
			.onConflict((conflict) => conflict.column('enquiry_id').doUpdateSet(asGiven(ENQUIRY_COLUMNS)))
			.execute();
	}
	if (recommendations.length > 0) {
		await trx
			.insertInto('ombudsman_recommendation')
			.values(recommendations.map(hung))
			.onConflict((conflict) =>
				conflict.column('recommendation_id').doUpdateSet(asGiven(RECOMMENDATION_COLUMNS))
			)
			.execute();
	}
}

/** What the three tables hold of these complaints. */
export async function findOmbudsmanColumns(
	trx: Transaction<Database>,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, OmbudsmanColumns>> {
	const cases = await trx
		.selectFrom('ombudsman_case')
		.select(['complaint_id', 'ombudsman_case_id', ...CASE_COLUMNS])
		.where('complaint_id', 'in', complaintIds)
		.execute();
	const enquiries = await trx
		.selectFrom('ombudsman_enquiry')
		.select(['complaint_id', 'enquiry_id', ...ENQUIRY_COLUMNS])
		.where('complaint_id', 'in', complaintIds)
		.execute();
	const recommendations = await trx
		.selectFrom('ombudsman_recommendation')
		.select(['complaint_id', 'recommendation_id', ...RECOMMENDATION_COLUMNS])
		.where('complaint_id', 'in', complaintIds)
		.execute();
	return new Map(
		complaintIds.map((complaintId) => {
			const isOfIt = (row: { complaint_id: string | null }) => row.complaint_id === complaintId;
			return [
				complaintId,
				{
					cases: cases.filter(isOfIt),
					enquiries: enquiries.filter(isOfIt),
					recommendations: recommendations.filter(isOfIt)
				}
			];
		})
	);
}

/** The same of one matter that has no complaint here. */
export async function findMatterColumns(
	trx: Transaction<Database>,
	ombudsmanCaseId: string
): Promise<OmbudsmanColumns> {
	const ofIt = ['ombudsman_case_id', '=', ombudsmanCaseId] as const;
	return {
		cases: await trx
			.selectFrom('ombudsman_case')
			.select(['ombudsman_case_id', ...CASE_COLUMNS])
			.where(...ofIt)
			.execute(),
		enquiries: await trx
			.selectFrom('ombudsman_enquiry')
			.select(['enquiry_id', ...ENQUIRY_COLUMNS])
			.where(...ofIt)
			.execute(),
		recommendations: await trx
			.selectFrom('ombudsman_recommendation')
			.select(['recommendation_id', ...RECOMMENDATION_COLUMNS])
			.where(...ofIt)
			.execute()
	};
}

const CASE_COLUMNS = [
	'made_on',
	'kind',
	'reference_text_id',
	'decided_on',
	'decision',
	'is_open',
	'next_due_on'
] as const satisfies readonly (keyof Columns<'ombudsman_case'>)[];

const ENQUIRY_COLUMNS = [
	'ombudsman_case_id',
	'received_on',
	'due_on',
	'answered_on'
] as const satisfies readonly (keyof Columns<'ombudsman_enquiry'>)[];

const RECOMMENDATION_COLUMNS = [
	'ombudsman_case_id',
	'text_id',
	'made_on',
	'due_on',
	'done_on',
	'confirmed_on'
] as const satisfies readonly (keyof Columns<'ombudsman_recommendation'>)[];

function asGiven<Name extends string>(names: readonly Name[]): Record<Name, RawBuilder<never>> {
	return Object.fromEntries(
		names.map((name) => [name, sql<never>`${sql.ref(`excluded.${name}`)}`])
	) as Record<Name, RawBuilder<never>>;
}
