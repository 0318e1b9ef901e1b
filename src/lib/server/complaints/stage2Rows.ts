import type { Selectable, Transaction } from 'kysely';
import type { AppointmentRow, RecommendationRow, Rows } from '#lib/domain/complaint/rows.ts';
import { asGiven } from '#lib/server/complaints/asGiven.ts';
import type { Database } from '#lib/server/database/tables.ts';

export type AppointmentColumns = Omit<Selectable<Database['appointment']>, 'complaint_id'>;
export type RecommendationColumns = Omit<Selectable<Database['recommendation']>, 'complaint_id'>;

/** What the two tables that live on after an answer hold for one complaint. */
export interface Stage2Rows {
	appointments: readonly AppointmentColumns[];
	recommendations: readonly RecommendationColumns[];
}

/** The columns of `appointment` that follow from the log, but for the two ids. */
export const APPOINTMENT_COLUMNS = [
	'strand_id',
	'position',
	'role',
	'person_id',
	'appointed_on',
	'declaration_signed_on',
	'accepted_warnings',
	'reason_text_id',
	'ended_on'
] as const satisfies readonly (keyof AppointmentColumns)[];

/** The columns of `recommendation` that follow from the log, but for the two ids. */
export const RECOMMENDATION_COLUMNS = [
	'strand_id',
	'position',
	'made_at',
	'decided_on',
	'text_id',
	'accepted',
	'reason_text_id',
	'due_on',
	'done_on',
	'evidence_text_id',
	'owner_id'
] as const satisfies readonly (keyof RecommendationColumns)[];

/** The two tables as the rules work them out. */
export function stage2ColumnsOf({ appointments, recommendations }: Rows): Stage2Rows {
	return {
		appointments: appointments.map(appointmentColumns),
		recommendations: recommendations.map(recommendationColumns)
	};
}

/** Writes both; an appointment or a recommendation once made is never taken out. */
export async function saveStage2Rows(
	trx: Transaction<Database>,
	complaintId: string,
	{ appointments, recommendations }: Stage2Rows
): Promise<void> {
	if (appointments.length > 0) {
		await trx
			.insertInto('appointment')
			.values(appointments.map((row) => ({ ...row, complaint_id: complaintId })))
			.onConflict((conflict) =>
				conflict.column('appointment_id').doUpdateSet(asGiven(APPOINTMENT_COLUMNS))
			)
			.execute();
	}
	if (recommendations.length > 0) {
		await trx
			.insertInto('recommendation')
			.values(recommendations.map((row) => ({ ...row, complaint_id: complaintId })))
			.onConflict((conflict) =>
				conflict.column('recommendation_id').doUpdateSet(asGiven(RECOMMENDATION_COLUMNS))
			)
			.execute();
	}
}

function appointmentColumns(row: AppointmentRow): AppointmentColumns {
	return {
		appointment_id: row.appointmentId,
		strand_id: row.strandId,
		position: row.position,
		role: row.role,
		person_id: row.personId,
		appointed_on: row.appointedOn,
		declaration_signed_on: row.declarationSignedOn,
		accepted_warnings: [...row.acceptedWarnings],
		reason_text_id: row.reasonTextId,
		ended_on: row.endedOn
	};
}

function recommendationColumns(row: RecommendationRow): RecommendationColumns {
	return {
		recommendation_id: row.recommendationId,
		strand_id: row.strandId,
		position: row.position,
		made_at: row.madeAt,
		decided_on: row.decidedOn,
		text_id: row.textId,
		accepted: row.accepted,
		reason_text_id: row.reasonTextId,
		due_on: row.dueOn,
		done_on: row.doneOn,
		evidence_text_id: row.evidenceTextId,
		owner_id: row.ownerId ?? null
	};
}
