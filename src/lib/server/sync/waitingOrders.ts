import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { countWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import { mayGiveOffline } from '#lib/domain/offline/offlineOrders.ts';
import { partIn, UNDO_MINUTES, type PartInIt } from '#lib/domain/offline/whoDecides.ts';
import { mayAct, PLAIN_ACTS, type PlainAct } from '#lib/domain/roles/acts.ts';
import { findRoleFor } from '#lib/domain/roles/permissions.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { openSetAside } from '#lib/server/sync/resealOrder.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import type { OfflineOrderSent } from '#lib/wire/offlineOrder.ts';
import type { Order } from '#lib/wire/sync.ts';

/** Whoever looks at what waits, with the roles they hold. */
export interface Looker {
	staffId: string;
	roles: readonly StaffRole[];
}

/** The person and their roles of this moment. */
export async function findLooker(work: Work, staffId: string): Promise<Looker> {
	return { staffId, roles: await findHeldRoles(work) };
}

/** An order that waits, or was decided by this person a short while ago. */
export interface Waiting {
	row: SetAsideRow;
	/** Null where it could not be read, or is not theirs to read. */
	sent: OfflineOrderSent | null;
	/** The case, where they may see it. */
	complaint: CaseRow | null;
	/** They see the case; or there is none yet. */
	seesCase: boolean;
	part: PartInIt;
	isOverdue: boolean;
}

type SetAsideRow = Awaited<ReturnType<typeof selectRows>>[number];
interface CaseRow {
	complaint_id: string;
	reference: string;
	officer_id: string | null;
}

/** The most that one answer tells of; the oldest are decided first. */
const MOST = 200;

/**
 * The orders from devices in which this person has a part, the oldest first. What the database hides
 * from them is not among them. With `setAsideId` that one alone, locked.
 */
export async function findWaiting(
	work: Work,
	looker: Looker,
	{
		today,
		holidays,
		setAsideId
	}: { today: PlainDate; holidays: BankHolidayList; setAsideId?: string }
): Promise<Waiting[]> {
	const rows = await selectRows(work, looker, setAsideId);
	const cases = await findCases(
		work,
		rows.map(({ complaint_id }) => complaint_id)
	);
	const there = await findThere(work, rows);
	const found: Waiting[] = [];
	for (const row of rows) {
		const complaint = cases.get(row.complaint_id) ?? null;
		const seesCase = complaint !== null || !there.cases.has(row.complaint_id);
		const waited = countWorkingDays(dateInEngland(Date.parse(row.received_at)), today, holidays);
		const isOverdue = waited.known && waited.value > 1;
		const partOf = (sent: OfflineOrderSent | null) =>
			partIn(
				{
					...{ because: row.because, isOverdue },
					hasOfficer: complaint?.officer_id != null,
					authorMaySignIn: there.active.has(row.author_id)
				},
				{
					...{ isAuthor: row.author_id === looker.staffId, seesCase },
					isOfficer: complaint?.officer_id === looker.staffId,
					isManager: looker.roles.includes('complaintsManager'),
					mayGive: sent !== null && mayGiveIt(looker.roles, sent.command.order)
				}
			);
		// What was left unopened is opened for whoever decides on it, and for nobody else.
		const isTheirs = row.because !== 'deposited' || partOf(null) === 'decides';
		const sent = isTheirs ? await asOurselves(work, (ours) => openSetAside(ours, row)) : null;
		const part = row.settled_by === looker.staffId ? 'decides' : partOf(sent);
		if (part !== 'nothing') found.push({ row, sent, complaint, seesCase, part, isOverdue });
	}
	return found;
}

const TEAM: readonly StaffRole[] = ['complaintsOfficer', 'complaintsManager'];

/** Whoever of the complaints team may give such an order. */
function mayGiveIt(roles: readonly StaffRole[], order: Order): boolean {
	const held = roles.filter((role) => TEAM.includes(role));
	if (held.length === 0 || !mayGiveOffline(order)) return false;
	return isPlainAct(order.type) ? mayAct(held, order.type) : findRoleFor(held, order.type) !== null;
}

function isPlainAct(type: Order['type']): type is PlainAct & Order['type'] {
	return (PLAIN_ACTS as readonly string[]).includes(type);
}

/**
 * Those in which they may have a part, asked before the limit: what others wait for never crowds out
 * what waits for them. Whether they do have one, `partIn` says.
 */
function selectRows({ trx, now }: Work, { staffId, roles }: Looker, setAsideId?: string) {
	const isManager = roles.includes('complaintsManager');
	const since = new Date(now() - UNDO_MINUTES * 60_000).toISOString();
	return trx
		.selectFrom('set_aside_order')
		.select(['set_aside_id', 'command_id', 'complaint_id', 'author_id', 'because', 'schema'])
		.select(['sealed_order', 'resealed', 'key_owner_id', 'received_at', 'device_id', 'refusal'])
		.select(['settled_at', 'settled_by', 'choice'])
		.where((eb) =>
			setAsideId === undefined
				? eb.or([
						eb.and([
							eb('settled_at', 'is', null),
							eb.or([
								eb.lit(isManager),
								eb('author_id', '=', staffId),
								eb('because', 'in', ['proposed', 'clash'])
							])
						]),
						eb.and([
							eb('settled_by', '=', staffId),
							eb('settled_at', '>', since),
							eb('choice', 'in', ['useTheirs', 'keepBothAsNote', 'discard'])
						])
					])
				: eb('set_aside_id', '=', setAsideId)
		)
		.orderBy('received_at')
		.orderBy('set_aside_id')
		.limit(MOST)
		.execute();
}

async function findCases(
	{ trx }: Work,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, CaseRow>> {
	if (complaintIds.length === 0) return new Map();
	const rows = await trx
		.selectFrom('complaint')
		.select(['complaint_id', 'reference', 'officer_id'])
		.where('complaint_id', 'in', complaintIds)
		.execute();
	return new Map(rows.map((row) => [row.complaint_id, row]));
}

/** Which of the cases there are at all, whoever may see them, and which authors may sign in. */
function findThere(work: Work, rows: readonly SetAsideRow[]) {
	return asOurselves(work, async ({ trx }) => {
		if (rows.length === 0) return { cases: new Set<string>(), active: new Set<string>() };
		const cases = await trx
			.selectFrom('complaint')
			.select('complaint_id')
			.where(
				'complaint_id',
				'in',
				rows.map((row) => row.complaint_id)
			)
			.execute();
		const active = await trx
			.selectFrom('staff')
			.select('staff_id')
			.where(
				'staff_id',
				'in',
				rows.map((row) => row.author_id)
			)
			.where('is_active', '=', true)
			.execute();
		return {
			cases: new Set(cases.map((row) => row.complaint_id)),
			active: new Set(active.map((row) => row.staff_id))
		};
	});
}
