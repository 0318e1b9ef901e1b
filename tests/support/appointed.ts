import type { AppointmentRole } from '#lib/domain/roles/appointments.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';

/** Whom an appointment is given to, and for what. */
export interface InTestAppointed {
	complaintId: string;
	strandId: string;
	role: AppointmentRole;
	personId: string;
	endedOn?: string;
}

/** The row that an appointment leaves, without the log behind it: for what follows from the row. */
export async function appointInTest(
	service: Service,
	{ complaintId, strandId, role, personId, endedOn }: InTestAppointed
): Promise<string> {
	const appointmentId = crypto.randomUUID();
	await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		await trx
			.insertInto('appointment')
			.values({
				appointment_id: appointmentId,
				complaint_id: complaintId,
				strand_id: strandId,
				position: 1,
				role,
				person_id: personId,
				appointed_on: '2026-11-02',
				declaration_signed_on: '2026-11-02',
				accepted_warnings: [],
				ended_on: endedOn ?? null
			})
			.execute();
	});
	return appointmentId;
}

/** The child agreed that this children's rights officer sees the papers. */
export async function agreeInTest(
	service: Service,
	{ complaintId, staffId, by }: { complaintId: string; staffId: string; by: string }
): Promise<string> {
	const agreementId = crypto.randomUUID();
	await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		await trx
			.insertInto('papers_agreement')
			.values({
				agreement_id: agreementId,
				complaint_id: complaintId,
				staff_id: staffId,
				agreed_on: '2026-11-02',
				how: 'spoken',
				recorded_by: by
			})
			.execute();
	});
	return agreementId;
}

/** Makes somebody from outside of them, whose sign-in lasts to that day. */
export async function makeOutside(
	service: Service,
	staffId: string,
	validUntil = '2099-12-31'
): Promise<void> {
	await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		await trx
			.updateTable('staff')
			.set({ kind: 'outside', valid_until: validUntil })
			.where('staff_id', '=', staffId)
			.execute();
	});
}

/** The role of the staff side that goes with an appointment. */
export const STAFF_ROLE_OF = {
	investigatingOfficer: 'investigatingOfficer',
	independentPerson: 'independentPerson',
	adjudicatingOfficer: 'adjudicatingOfficer',
	panelChair: 'panelMember',
	panelMember: 'panelMember',
	stage3Director: 'director'
} as const satisfies Record<AppointmentRole, StaffRole>;
