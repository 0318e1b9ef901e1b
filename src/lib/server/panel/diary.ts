import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { PanelDiary } from '#lib/domain/panel/planPanel.ts';
import { findRoleFor } from '#lib/domain/roles/permissions.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';

/** The longest stretch of days that is written down at once. */
export const LONGEST_STRETCH_DAYS = 92;

/** Whose diary counts for a panel, beside the complainant and their advocate. */
const AT_THE_PANEL = ['panelChair', 'panelMember', 'independentPerson', 'investigatingOfficer'];
const IN_THE_CASE = ['complainant', 'child', 'advocate'] as const;

/** A stretch of days, both ends in it, on which somebody is away, or is free again. */
export interface DiaryEntry {
	personId: string;
	from: PlainDate;
	to: PlainDate;
	isAway: boolean;
}

/**
 * On which days the people of a panel cannot be there: the panel, those of stage 2 who come, the
 * complainant and their advocate, each once. Empty where the case is not theirs to see.
 */
export function readDiaries(
	service: Service,
	staffId: string,
	complaintId: string
): Promise<PanelDiary[]> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const personIds = await findPanelPeople(work, complaintId);
		if (personIds.length === 0) return [];
		const rows = await work.trx
			.selectFrom('panel_diary')
			.select(['person_id', 'busy_on'])
			.where('person_id', 'in', personIds)
			.orderBy('busy_on')
			.execute();
		return personIds.map((personId) => ({
			personId,
			busyOn: rows
				.filter((row) => row.person_id === personId)
				.map((row) => row.busy_on as PlainDate)
		}));
	});
}

/**
 * Writes down that somebody of this panel is away, or free again; false where it is not theirs to
 * write. The same entry twice changes nothing.
 */
export function keepDiary(
	service: Service,
	staffId: string,
	{ complaintId, entry }: { complaintId: string; entry: DiaryEntry }
): Promise<boolean> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const { personId, isAway } = entry;
		const mayWrite = findRoleFor(await findHeldRoles(work), 'fixPanelDate') !== null;
		const people = await findPanelPeople(work, complaintId);
		if (!mayWrite || !people.includes(personId)) return false;
		const days = daysOf(entry);
		if (isAway) {
			await work.trx
				.insertInto('panel_diary')
				.values(days.map((day) => ({ person_id: personId, busy_on: day, recorded_by: staffId })))
				.onConflict((conflict) => conflict.columns(['person_id', 'busy_on']).doNothing())
				.execute();
		} else {
			await work.trx
				.deleteFrom('panel_diary')
				.where('person_id', '=', personId)
				.where('busy_on', 'in', days)
				.execute();
		}
		return true;
	});
}

async function findPanelPeople({ trx }: Work, complaintId: string): Promise<string[]> {
	const appointed = await trx
		.selectFrom('appointment')
		.select('person_id')
		.where('complaint_id', '=', complaintId)
		.where('role', 'in', AT_THE_PANEL)
		.where('ended_on', 'is', null)
		.orderBy('position')
		.execute();
	const inCase = await trx
		.selectFrom('complaint_person')
		.select('person_id')
		.where('complaint_id', '=', complaintId)
		.where('part', 'in', IN_THE_CASE)
		.orderBy('person_id')
		.execute();
	return [...new Set([...appointed, ...inCase].map(({ person_id }) => person_id))];
}

function daysOf({ from, to }: DiaryEntry): PlainDate[] {
	const days: PlainDate[] = [];
	for (let on = from; on <= to && days.length < LONGEST_STRETCH_DAYS; on = addDays(on, 1)) {
		days.push(on);
	}
	return days;
}
