import { providerToAsk } from '#lib/domain/advocacy/providers.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { STAFF_ROLES } from '#lib/domain/roles/roles.ts';
import { inOrderOn } from '#lib/server/advocacy/providerAway.ts';
import { recordView, type Viewed } from '#lib/server/audit/views.ts';
import { numbersOf } from '#lib/server/complaints/outgoingWords.ts';
import { findCover } from '#lib/server/cover/cover.ts';
import { findReminders } from '#lib/server/reminders/findReminders.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { countNeedsYou } from '#lib/server/sync/needsYou.ts';
import { findListedIds } from '#lib/server/sync/listedCases.ts';
import { findAlerts } from '#lib/server/sync/pulledAlerts.ts';
import { readCases } from '#lib/server/sync/readCases.ts';
import { findViews } from '#lib/server/sync/savedViews.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';
import type { Pull, PulledCase, PulledCouncil, PulledStaff } from '#lib/wire/sync.ts';

/**
 * Everything a member of staff may see, as lists need it: no words of any case but the name
 * they chose. Null for one who may no longer sign in.
 */
export async function readPull(service: Service, staffId: string): Promise<Pull | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const staff = await findStaff(work);
		const me = staff.find((person) => person.staffId === staffId);
		if (!me || me.roles.length === 0) return null;
		const today = dateInEngland(work.now());
		return {
			asOf: instantOf(work),
			today,
			me,
			council: await findCouncil(work),
			holidays: await readHolidays(work.trx),
			staff,
			cases: await readCases(work, await findListedIds(work), 'list'),
			alerts: await findAlerts(work),
			cover: await findCover(work, today),
			reminders: await findReminders(work, staffId),
			views: await findViews(work, staffId),
			needsYou: await countNeedsYou(work, staffId)
		};
	});
}

/** One case whole, with the note that this person looked; null where it is not theirs to see. */
export async function readCase(
	service: Service,
	staffId: string,
	{ complaintId, what }: { complaintId: string; what: Viewed }
): Promise<PulledCase | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const isSeen = await work.trx
			.selectFrom('complaint')
			.select('complaint_id')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirst();
		if (!isSeen) return null;
		// Written down first, so that the list of who looked holds this look too.
		await recordView(work, complaintId, what);
		const [read] = await readCases(work, [complaintId], 'whole');
		return read ?? null;
	});
}

/** Everyone, former staff too: their names stand in what happened. Only active ones have roles. */
async function findStaff({ trx }: Work): Promise<PulledStaff[]> {
	const rows = await trx
		.selectFrom('staff')
		.select(['staff_id', 'display_name', 'team_id', 'is_active', 'line_manager_id'])
		.select(['kind', 'valid_until'])
		.orderBy('display_name')
		.execute();
	const held = await trx.selectFrom('staff_role').select(['staff_id', 'role']).execute();
	return rows.map(({ staff_id, display_name, team_id, is_active, line_manager_id, ...row }) => ({
		staffId: staff_id,
		displayName: display_name,
		teamId: team_id,
		lineManagerId: line_manager_id,
		kind: row.kind,
		validUntil: row.valid_until as PlainDate | null,
		roles: STAFF_ROLES.filter(
			(role) => is_active && held.some((row) => row.staff_id === staff_id && row.role === role)
		)
	}));
}

async function findCouncil({ trx, now }: Work): Promise<PulledCouncil> {
	const council = await readCouncil(trx);
	const today = dateInEngland(now());
	const { providers } = council.advocacy;
	const asked = await inOrderOn(trx, providers, today);
	const { providerId, name, telephone } = providerToAsk(asked, today);
	return {
		siteName: council.council.siteName,
		councilName: council.council.councilName,
		acknowledgeWorkingDays: council.timeLimits.acknowledgeWorkingDays,
		corporateStage1WorkingDays: council.timeLimits.corporateStage1WorkingDays,
		corporateStage2AcknowledgeWorkingDays: council.timeLimits.corporateStage2AcknowledgeWorkingDays,
		corporateStage2WorkingDays: council.timeLimits.corporateStage2WorkingDays,
		corporateStage2ExtensionWorkingDays: council.timeLimits.corporateStage2ExtensionWorkingDays,
		eligibilityWorkingDays: council.timeLimits.eligibilityWorkingDays,
		answerIdeaWorkingDays: council.timeLimits.answerIdeaWorkingDays,
		passOnThanksWorkingDays: council.timeLimits.passOnThanksWorkingDays,
		teams: council.teams.teams,
		categories: council.categories.categories,
		ombudsmanDecisions: council.ombudsman.decisions.map(({ name }) => name),
		ourNumbers: numbersOf(council),
		advocacyProvider: { providerId, name, telephone },
		advocacyProviders: providers.map((one) => ({ providerId: one.providerId, name: one.name }))
	};
}
