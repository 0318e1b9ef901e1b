import type { Selectable, Transaction } from 'kysely';
import { caseloadOf, type Caseload } from '#lib/domain/complaint/caseload.ts';
import type { CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import { toRows, type ElementRow, type StrandRow } from '#lib/domain/complaint/rows.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import { asGiven } from '#lib/server/complaints/asGiven.ts';
import {
	ombudsmanColumns,
	saveOmbudsman,
	type OmbudsmanColumns
} from '#lib/server/complaints/ombudsmanRows.ts';
import {
	saveStage2Rows,
	stage2ColumnsOf,
	type AppointmentColumns,
	type RecommendationColumns
} from '#lib/server/complaints/stage2Rows.ts';
import type { Database } from '#lib/server/database/tables.ts';

type StrandColumns = Omit<Selectable<Database['strand']>, 'complaint_id'>;
type ElementColumns = Omit<Selectable<Database['element']>, 'complaint_id'>;

/** The columns of the five tables that are worked out from the log. */
export interface WorkedOutRows {
	complaint: Pick<Selectable<Database['complaint']>, (typeof COMPLAINT_COLUMNS)[number]>;
	strands: readonly StrandColumns[];
	elements: readonly ElementColumns[];
	ombudsman: OmbudsmanColumns;
	appointments: readonly AppointmentColumns[];
	recommendations: readonly RecommendationColumns[];
}

/** What the tables are to hold for a complaint, as the rules work it out. */
export function columnsOf(complaint: Complaint, context: CountingContext): WorkedOutRows {
	const rows = toRows(complaint, context);
	const { version, phase, receivedOn, madeBy, duplicateOf, linkedWith } = rows.complaint;
	return {
		complaint: {
			version,
			phase,
			received_on: receivedOn,
			made_by: madeBy,
			duplicate_of: duplicateOf,
			linked_with: [...linkedWith],
			...caseloadColumns(caseloadOf(complaint, context))
		},
		strands: rows.strands.map(strandColumns),
		elements: rows.elements.map(elementColumns),
		ombudsman: ombudsmanColumns(rows.ombudsman),
		...stage2ColumnsOf(rows)
	};
}

/** Writes what the log now says into the tables, in the transaction that added to the log. */
export async function saveRows(
	trx: Transaction<Database>,
	complaintId: string,
	rows: WorkedOutRows
): Promise<void> {
	await trx
		.updateTable('complaint')
		.set(rows.complaint)
		.where('complaint_id', '=', complaintId)
		.execute();
	if (rows.strands.length > 0) {
		await trx
			.insertInto('strand')
			.values(rows.strands.map((strand) => ({ ...strand, complaint_id: complaintId })))
			.onConflict((conflict) => conflict.column('strand_id').doUpdateSet(asGiven(STRAND_COLUMNS)))
			.execute();
	}
	if (rows.elements.length > 0) {
		await trx
			.insertInto('element')
			.values(rows.elements.map((element) => ({ ...element, complaint_id: complaintId })))
			.onConflict((conflict) => conflict.column('element_id').doUpdateSet(asGiven(ELEMENT_COLUMNS)))
			.execute();
	}
	await saveOmbudsman(trx, complaintId, rows.ombudsman);
	await saveStage2Rows(trx, complaintId, rows);
}

/** The columns of `complaint` that follow from the log. */
export const COMPLAINT_COLUMNS = [
	'version',
	'phase',
	'received_on',
	'made_by',
	'duplicate_of',
	'linked_with',
	'standing',
	'stage',
	'next_due_on',
	'ended_on',
	'procedures',
	'categories',
	'routes'
] as const satisfies readonly (keyof Selectable<Database['complaint']>)[];

/** The columns of `strand` that follow from the log, but for the two ids. */
export const STRAND_COLUMNS = [
	'position',
	'procedure',
	'stage',
	'stage1_day_zero_on',
	'stage1_due_on',
	'stage1_limit_on',
	'is_extended',
	'is_paused',
	'responded_on',
	'resolved_on',
	'stage2_requested_on',
	'stage2_due_on',
	'stage2_limit_on',
	'stage2_statement_agreed_on',
	'stage2_responded_on',
	'stage2_received_on',
	'stage3_requested_on',
	'stage3_due_on',
	'panel_on',
	'panel_held_on',
	'is_panel_outside_at_wish',
	'stage3_responded_on',
	'withdrawn_on',
	'closed_on',
	'closing_reason',
	'outcome',
	'suspension_review_on',
	'resubmit_by_on'
] as const satisfies readonly (keyof StrandColumns)[];

/** The columns of `element` that follow from the log, but for the two ids. */
export const ELEMENT_COLUMNS = [
	'strand_id',
	'position',
	'title_text_id',
	'person',
	'subject',
	'category',
	'routes',
	'outcome',
	'stage2_outcome'
] as const satisfies readonly (keyof ElementColumns)[];

function caseloadColumns(caseload: Caseload) {
	return {
		standing: caseload.standing,
		stage: caseload.stage,
		next_due_on: caseload.nextDueOn,
		ended_on: caseload.endedOn,
		procedures: [...caseload.procedures],
		categories: [...caseload.categories],
		routes: [...caseload.routes]
	};
}

function strandColumns(row: StrandRow): StrandColumns {
	return {
		strand_id: row.strandId,
		position: row.position,
		procedure: row.procedure,
		stage: row.stage,
		stage1_day_zero_on: row.stage1DayZeroOn,
		stage1_due_on: row.stage1DueOn,
		stage1_limit_on: row.stage1LimitOn,
		is_extended: row.isExtended,
		is_paused: row.isPaused,
		responded_on: row.respondedOn,
		resolved_on: row.resolvedOn,
		stage2_requested_on: row.stage2RequestedOn,
		stage2_due_on: row.stage2DueOn,
		stage2_limit_on: row.stage2LimitOn,
		stage2_statement_agreed_on: row.stage2StatementAgreedOn,
		stage2_responded_on: row.stage2RespondedOn,
		stage2_received_on: row.stage2ReceivedOn,
		stage3_requested_on: row.stage3RequestedOn,
		stage3_due_on: row.stage3DueOn,
		panel_on: row.panelOn,
		panel_held_on: row.panelHeldOn,
		is_panel_outside_at_wish: row.isPanelOutsideAtWish,
		stage3_responded_on: row.stage3RespondedOn,
		withdrawn_on: row.withdrawnOn,
		closed_on: row.closedOn,
		closing_reason: row.closingReason,
		outcome: row.outcome,
		suspension_review_on: row.suspensionReviewOn,
		resubmit_by_on: row.resubmitByOn
	};
}

function elementColumns(row: ElementRow): ElementColumns {
	return {
		element_id: row.elementId,
		strand_id: row.strandId,
		position: row.position,
		title_text_id: row.titleTextId,
		person: row.person,
		subject: row.subject,
		category: row.category,
		routes: [...row.routes],
		outcome: row.outcome,
		stage2_outcome: row.stage2Outcome
	};
}
