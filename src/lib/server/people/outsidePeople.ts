import type { Transaction } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	changeStaff,
	createStaff,
	listStaff,
	resetPassword,
	type AccountSaved,
	type StaffAccount
} from '#lib/server/auth/accounts.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import type { OutsidePersonFilled } from '#lib/server/people/outsideForms.ts';

/** Somebody from outside the council, with what the rules of independence ask about them. */
export interface OutsidePerson extends StaffAccount {
	isOfficerOrMember: boolean;
	leftOfficeOn: PlainDate | null;
	isSpouse: boolean;
	employer: string;
	wasPaid: boolean;
	dbsCheckedOn: PlainDate | null;
	trainedOn: PlainDate | null;
	/** The advocacy provider they work for; null for anybody but an advocate. */
	providerId: string | null;
}

/** Everyone from outside the council, by name; those who may no longer sign in last. */
export async function listOutsidePeople(trx: Transaction<Database>): Promise<OutsidePerson[]> {
	const people = (await listStaff(trx)).filter(({ kind }) => kind === 'outside');
	const told = await trx.selectFrom('outside_person').selectAll().execute();
	return people.map((person) => {
		const row = told.find(({ staff_id }) => staff_id === person.staffId);
		return {
			...person,
			isOfficerOrMember: row?.is_officer_or_member ?? false,
			leftOfficeOn: (row?.left_office_on ?? null) as PlainDate | null,
			isSpouse: row?.is_spouse_of_one ?? false,
			employer: row?.employer ?? '',
			wasPaid: row?.was_paid_before ?? false,
			dbsCheckedOn: (row?.dbs_checked_on ?? null) as PlainDate | null,
			trainedOn: (row?.trained_on ?? null) as PlainDate | null,
			providerId: row?.provider_id ?? null
		};
	});
}

/** The council's advocacy providers, to choose from. */
export async function providerChoices(
	trx: Transaction<Database>
): Promise<{ value: string; label: string }[]> {
	const { advocacy } = await readCouncil(trx);
	return advocacy.providers.map(({ providerId, name }) => ({ value: providerId, label: name }));
}

/** Makes a sign-in for somebody from outside, open until its last day. */
export async function addOutsidePerson(
	trx: Transaction<Database>,
	filled: OutsidePersonFilled,
	byStaffId: string
): Promise<AccountSaved> {
	const { password } = filled;
	const saved = await createStaff(trx, { ...accountOf(filled), password }, byStaffId);
	if (saved.saved) await keepStanding(trx, { staffId: saved.staffId, filled, byStaffId });
	return saved;
}

/** Changes one, or stops their sign-in. Takes effect at their next request. */
export async function changeOutsidePerson(
	trx: Transaction<Database>,
	change: { staffId: string; filled: OutsidePersonFilled; isActive: boolean },
	byStaffId: string
): Promise<AccountSaved> {
	const { staffId, filled, isActive } = change;
	const details = accountOf(filled);
	const saved = await changeStaff(trx, { staffId, details, isActive }, byStaffId);
	if (!saved.saved) return saved;
	await keepStanding(trx, { staffId, filled, byStaffId });
	if (filled.password) {
		await resetPassword(trx, { staffId, password: filled.password }, byStaffId);
	}
	return saved;
}

function accountOf({ signInName, name, email, phone, roles }: OutsidePersonFilled) {
	return {
		username: signInName,
		displayName: name,
		email,
		telephone: phone,
		teamId: null,
		roles
	};
}

async function keepStanding(
	trx: Transaction<Database>,
	kept: { staffId: string; filled: OutsidePersonFilled; byStaffId: string }
): Promise<void> {
	const { staffId, filled, byStaffId } = kept;
	await trx
		.updateTable('staff')
		.set({ kind: 'outside', valid_until: filled.validUntil })
		.where('staff_id', '=', staffId)
		.execute();
	const told = {
		is_officer_or_member: filled.office === 'now',
		left_office_on: filled.office === 'before' ? filled.leftOn : null,
		is_spouse_of_one: filled.isSpouse,
		employer: filled.employer || null,
		was_paid_before: filled.wasPaid,
		dbs_checked_on: filled.dbsOn || null,
		trained_on: filled.trainedOn || null,
		provider_id: filled.roles.includes('advocate') ? filled.providerId : null,
		changed_by: byStaffId
	};
	await trx
		.insertInto('outside_person')
		.values({ staff_id: staffId, ...told })
		.onConflict((conflict) => conflict.column('staff_id').doUpdateSet(told))
		.execute();
}
