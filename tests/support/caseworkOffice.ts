import type { Kysely } from 'kysely';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dateInEngland, instantInEngland } from '#lib/domain/calendar/england.ts';
import type { TriagedElement } from '#lib/domain/complaint/events.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import { giveCommand } from '#lib/server/complaints/giveCommand.ts';
import { receiveFromIntake } from '#lib/server/complaints/receiveFromIntake.ts';
import type { IntakeComplaint } from '#lib/server/complaints/intakeComplaint.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { deriveMasterKeys } from '#lib/server/keys/masterKeys.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Order, PushedText, PushResult } from '#lib/wire/sync.ts';

/** An office with invented people, on a day that tests set. */
export interface Office {
	service: Service;
	/** Sets the day; it is then ten in the morning in England. */
	setToday(date: PlainDate): void;
	/** Sets the instant, in milliseconds. */
	setNow(instantMs: number): void;
	hire(name: string, roles: readonly StaffRole[], teamId?: string): Promise<string>;
	/** Says who manages whom. */
	manages(managerId: string, staffId: string): Promise<void>;
	receive(intake?: Partial<IntakeComplaint>): Promise<{ complaintId: string; reference: string }>;
	give(order: GivenInTest): Promise<PushResult>;
	/** Triage of one point under the statutory procedure, and where asked one under the corporate. */
	triage(by: string, complaintId: string, alsoCorporate?: boolean): Promise<TriagedCase>;
}

/** The ids that triage made. */
export interface TriagedCase {
	complaintId: string;
	strandId: string;
	elementId: string;
	corporateStrandId: string;
	corporateElementId: string;
}

/** An order with what a test leaves out filled in. */
export interface GivenInTest {
	by: string;
	complaintId: string;
	order: Order;
	texts?: readonly PushedText[];
	commandId?: string;
	basedOnVersion?: number;
}

/** An office behind a running server, whose cases come in today: its pages count from their own clock. */
export function openOfficeToday({ db, keys }: Pick<Service, 'db' | 'keys'>): Office {
	const nowMs = Date.now();
	const office = openOffice(db, keys, dateInEngland(nowMs));
	office.setNow(nowMs);
	return office;
}

/** Opens an office on `db`, on Monday 2 November 2026 unless told otherwise; its cases come in on that day. */
export function openOffice(
	db: Kysely<Database>,
	keys: Service['keys'] = deriveMasterKeys(Buffer.alloc(32, 5)),
	on: PlainDate = '2026-11-02'
): Office {
	let nowMs = instantInEngland(on, 10);
	const service: Service = {
		db,
		keys,
		now: () => nowMs
	};
	return {
		service,
		setToday: (date) => {
			nowMs = instantInEngland(date, 10);
		},
		setNow: (instantMs) => {
			nowMs = instantMs;
		},
		hire: (name, roles, teamId) => hire(service, { name, roles, teamId: teamId ?? null }),
		manages: (managerId, staffId) =>
			inTransaction(service, { kind: 'system' }, async ({ trx }) => {
				await trx
					.updateTable('staff')
					.set({ line_manager_id: managerId })
					.where('staff_id', '=', staffId)
					.execute();
			}),
		receive: (intake) =>
			inTransaction(service, { kind: 'public' }, (work) =>
				receiveFromIntake(work, { ...anIntake(on), ...intake })
			),
		give,
		triage: (by, complaintId, alsoCorporate = false) =>
			triage(give, { by, complaintId, alsoCorporate, on })
	};

	function give({ by, complaintId, order, texts, commandId, basedOnVersion }: GivenInTest) {
		return giveCommand(service, by, {
			commandId: commandId ?? crypto.randomUUID(),
			complaintId,
			basedOnVersion: basedOnVersion ?? 1,
			givenAt: new Date(nowMs).toISOString(),
			texts: texts ?? [],
			order
		});
	}
}

interface ToTriage {
	by: string;
	complaintId: string;
	alsoCorporate: boolean;
	on: PlainDate;
}

async function triage(
	give: Office['give'],
	{ by, complaintId, alsoCorporate, on }: ToTriage
): Promise<TriagedCase> {
	const ids = {
		complaintId,
		strandId: crypto.randomUUID(),
		elementId: crypto.randomUUID(),
		corporateStrandId: crypto.randomUUID(),
		corporateElementId: crypto.randomUUID()
	};
	const titles = [crypto.randomUUID(), crypto.randomUUID()] as const;
	const care: TriagedElement = {
		elementId: ids.elementId,
		titleTextId: titles[0],
		person: 'P1',
		subject: 'S2',
		category: 'quality',
		routes: ['STAT_S1'],
		strandId: ids.strandId,
		reasonTextId: null
	};
	const manners: TriagedElement = {
		...care,
		elementId: ids.corporateElementId,
		titleTextId: titles[1],
		person: 'P13',
		routes: ['CORPORATE'],
		strandId: ids.corporateStrandId
	};
	const answer = await give({
		by,
		complaintId,
		texts: [
			{ textId: titles[0], kind: 'elementTitle' as const, words: 'The room is cold' },
			{ textId: titles[1], kind: 'elementTitle' as const, words: 'How I was spoken to' }
		].slice(0, alsoCorporate ? 2 : 1),
		order: {
			type: 'decideTriage',
			decidedOn: on,
			spokenTo: 'yes',
			elements: alsoCorporate ? [care, manners] : [care],
			strands: [
				{ strandId: ids.strandId, procedure: 'statutory' as const, opensAt: 'stage1' as const },
				{
					strandId: ids.corporateStrandId,
					procedure: 'corporate' as const,
					opensAt: 'stage1' as const
				}
			].slice(0, alsoCorporate ? 2 : 1)
		}
	});
	if (!answer.done) throw new Error(`triage was refused: ${JSON.stringify(answer.refusal)}`);
	return ids;
}

/** What Jay sends on the site, with new ids each time. */
export function anIntake(receivedOn: PlainDate = '2026-11-02'): IntakeComplaint {
	return {
		complaintId: crypto.randomUUID(),
		draftId: null,
		receivedOn,
		channel: 'website',
		madeBy: 'childOrYoungPerson',
		madeOrally: false,
		texts: [{ textId: crypto.randomUUID(), kind: 'whatHappened', words: 'My room is cold' }],
		people: [{ personId: crypto.randomUUID(), part: 'complainant', name: 'Jay', relation: '' }],
		safeContacts: [
			{
				safeContactId: crypto.randomUUID(),
				channel: 'textMessage',
				isAllowed: true,
				details: { to: '07700 900 982', name: null },
				whoCanSee: 'justMe',
				voicemailAllowed: false,
				goodTimes: ['evening']
			}
		],
		facts: {
			pickedSubjects: ['home'],
			wishes: ['change'],
			toldHow: 'type',
			safetyAnswer: 'yes',
			wantsAdvocate: 'notNow',
			advocateMayKnow: null,
			changesComing: [],
			promiseVersion: '2026-11',
			further: {}
		},
		advocate: null
	};
}

async function hire(
	service: Service,
	{ name, roles, teamId }: { name: string; roles: readonly StaffRole[]; teamId: string | null }
): Promise<string> {
	const staffId = crypto.randomUUID();
	await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		await trx
			.insertInto('staff')
			.values({
				staff_id: staffId,
				username: `${name.toLowerCase()}-${staffId.slice(0, 8)}`,
				display_name: name,
				team_id: teamId,
				password_hash: 'none'
			})
			.execute();
		await trx
			.insertInto('staff_role')
			.values(roles.map((role) => ({ staff_id: staffId, role })))
			.execute();
	});
	return staffId;
}
