import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { noteAct } from '#lib/server/audit/auditEntries.ts';
import { askForAdvocate, writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { lockComplaint } from '#lib/server/complaints/log.ts';
import { saveAnswer } from '#lib/server/complaints/answers/writeAnswer.ts';
import type { Database } from '#lib/server/database/tables.ts';
import type { Actor } from '#lib/server/service.ts';
import { readCase, readPull } from '#lib/server/sync/pull.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { STAFF_ROLES, type StaffRole } from '#lib/domain/roles/roles.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { listTables, listTablesWith } from '../support/databaseDump.ts';
import { createTestDatabase } from '../support/testDatabase.ts';
import { untilSomebodyWaits } from '../support/untilSomebodyWaits.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
const owner = test.owner as unknown as Kysely<unknown>;
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => test.close());

const as = <T>(actor: Actor, act: (work: Work) => Promise<T>) => inTransaction(service, actor, act);
const asServer = <T>(act: (work: Work) => Promise<T>) => as({ kind: 'system' }, act);

/** A case with a row in every table that hangs on a case. */
async function fullCase(): Promise<TriagedCase> {
	const { complaintId } = await office.receive();
	const ids = await office.triage(sam, complaintId, true);
	await askForAdvocate(service, { complaintId, actId: crypto.randomUUID(), mayKnow: 'story' });
	await writeMessage(service, { complaintId, actId: crypto.randomUUID(), words: 'Hello' });
	const textId = crypto.randomUUID();
	await office.give({
		by: sam,
		complaintId,
		texts: [{ textId, kind: 'note', words: 'A note' }],
		order: { type: 'addNote', textId }
	});
	await office.give({
		by: sam,
		complaintId,
		order: { type: 'sendMessage', messageId: crypto.randomUUID(), words: 'Hi.', replyByOn: null }
	});
	await saveAnswer(service, sam, {
		complaintId,
		strandId: ids.strandId,
		seenVersion: 0,
		content: { parts: [], delayReason: null }
	});
	await nameSubject(complaintId, await office.hire('Una', ['teamManager']));
	await readCase(service, sam, { complaintId, what: 'case' });
	await asServer(async (work) => {
		const alertId = crypto.randomUUID();
		await raiseAlert(work, { alertId, draftId: null, complaintId, answer: 'no', callBack: null });
		await noteAct(work, { action: 'looked', complaintId, data: {} });
		await work.trx
			.insertInto('promise')
			.values({
				promise_id: crypto.randomUUID(),
				complaint_id: complaintId,
				sealed: null,
				due_on: '2026-11-09'
			})
			.execute();
		await work.trx
			.insertInto('full_answer')
			.values({
				full_answer_id: crypto.randomUUID(),
				complaint_id: complaintId,
				strand_id: ids.strandId,
				stage: 2,
				state: 'waitingForRelease',
				written_by: sam,
				writers: [sam]
			})
			.execute();
		await work.trx
			.insertInto('imported_record')
			.values({
				record_id: `old-${complaintId}`,
				complaint_id: complaintId,
				kind: 'complaint',
				data: '{}',
				sealed: null,
				content_hash: 'none'
			})
			.execute();
	});
	return ids;
}

function nameSubject(complaintId: string, staffId: string, by = sam) {
	return office.give({
		by,
		complaintId,
		order: { type: 'nameSubject', personId: crypto.randomUUID(), name: 'Named', staffId }
	});
}

async function countAll(actor: Actor | null): Promise<Record<string, number>> {
	const tables = await listTables(owner);
	const count = async (db: Kysely<Database>) => {
		const counts: Record<string, number> = {};
		for (const table of tables) {
			const rows = await sql<{ n: number }>`
				select count(*) as n from ${sql.table(table)}`.execute(db);
			counts[table] = Number(rows.rows[0]?.n);
		}
		return counts;
	};
	return actor ? as(actor, ({ trx }) => count(trx)) : count(test.db);
}

/** How many rows of one case the actor sees, in every table that names a case. */
async function rowsOf(complaintId: string, actor: Actor): Promise<Record<string, number>> {
	const tables = await listTablesWith(owner, 'complaint_id');
	return as(actor, async ({ trx }) => {
		const counts: Record<string, number> = {};
		for (const table of tables) {
			const rows = await sql<{ n: number }>`
				select count(*) as n from ${sql.table(table)}
				where complaint_id = ${complaintId}`.execute(trx);
			counts[table] = Number(rows.rows[0]?.n);
		}
		const audit = await sql<{ n: number }>`
			select count(*) as n from audit_entry where entity_id = ${complaintId}`.execute(trx);
		counts['audit_entry'] = Number(audit.rows[0]?.n);
		return counts;
	});
}

const allZero = (counts: Record<string, number>) =>
	Object.fromEntries(Object.keys(counts).map((table) => [table, 0]));

describe('the database itself', () => {
	it('lets the app own nothing and step over no row rule', async () => {
		const role = await sql<{ bypasses: boolean; is_super: boolean; owned: number }>`
			select rolbypassrls as bypasses, rolsuper as is_super,
				(select count(*) from pg_class where relowner = pg_roles.oid) as owned
			from pg_roles where rolname = current_user`.execute(test.db);
		expect(role.rows).toEqual([{ bypasses: false, is_super: false, owned: 0 }]);
	});

	it('has a forced row rule on every table', async () => {
		const open = await sql<{ name: string }>`
			select relname as name from pg_class
			where relnamespace = 'public'::regnamespace and relkind = 'r'
				and relname not like 'kysely\\_%' and not (relrowsecurity and relforcerowsecurity)`.execute(owner);
		expect(open.rows).toEqual([]);
	});

	it('shows no row of any table to one who does not say who they are', async () => {
		await fullCase();
		const full = await countAll({ kind: 'system' });
		expect(Object.values(full).filter((count) => count > 0).length).toBeGreaterThan(20);
		const seen = await countAll(null);
		expect(seen).toEqual(allZero(seen));
	});

	it('lets nobody write who does not say who they are', async () => {
		const tables = await listTablesWith(owner, 'complaint_id');
		for (const table of tables) {
			const changed = await sql`
				delete from ${sql.table(table)}`
				.execute(test.db)
				.catch((error: Error) => error);
			if (changed instanceof Error) expect(changed.message).toMatch(/permission denied/);
			else expect(Number(changed.numAffectedRows ?? 0)).toBe(0);
		}
	});
});

describe('the person complained about', () => {
	const everyRole: readonly (readonly StaffRole[])[] = [
		...STAFF_ROLES.map((role) => [role]),
		STAFF_ROLES
	];

	it.each(everyRole.map((roles) => [roles.join(' + '), roles] as const))(
		'sees no row of the case in any table: %s',
		async (_, roles) => {
			const { complaintId } = await fullCase();
			const una = await office.hire('Una', roles, 'fostering');
			await office.give({
				by: sam,
				complaintId,
				order: { type: 'assignCase', officerId: null, responderId: null, teamId: 'fostering' }
			});
			await nameSubject(complaintId, una);
			const seen = await rowsOf(complaintId, { kind: 'staff', staffId: una });
			expect(seen).toEqual(allZero(seen));
		}
	);

	it('finds the same lists and counts as if the case were not there', async () => {
		const una = await office.hire('Una', ['complaintsOfficer', 'complaintsManager']);
		const before = await countAll({ kind: 'staff', staffId: una });
		const pulledBefore = await readPull(service, una);
		const { complaintId } = await office.receive();
		await nameSubject(complaintId, una);
		const after = await countAll({ kind: 'staff', staffId: una });
		const pulledAfter = await readPull(service, una);
		expect(pulledAfter?.cases).toEqual(pulledBefore?.cases);
		expect(pulledAfter?.alerts).toEqual(pulledBefore?.alerts);
		// Keys, jobs and the counter name no case; everything that does is unchanged.
		const shared = ['data_key', 'job', 'outgoing_message', 'reference_counter'];
		for (const [table, count] of Object.entries(after)) {
			if (!shared.includes(table)) expect([table, count]).toEqual([table, before[table]]);
		}
	});

	it('cannot open, change or add to it by its id', async () => {
		const una = await office.hire('Una', ['complaintsManager']);
		const { complaintId, strandId } = await fullCase();
		await nameSubject(complaintId, una);
		expect(await readCase(service, una, { complaintId, what: 'case' })).toBeNull();
		const textId = crypto.randomUUID();
		const orders = [
			{ type: 'acknowledgeComplaint', acknowledgedOn: '2026-11-02' },
			{ type: 'closeStrand', strandId, closedOn: '2026-11-02', reason: 'notPursued' },
			{ type: 'assignCase', officerId: una, responderId: null, teamId: null },
			{ type: 'nameSubject', personId: textId, name: 'Sam', staffId: sam }
		] as const;
		for (const order of orders) {
			expect(await office.give({ by: una, complaintId, order })).toMatchObject({
				done: false,
				refusal: { code: 'notYours' }
			});
		}
	});

	it('loses at once what they held of it: officer, responder, and an alert they took', async () => {
		const una = await office.hire('Una', ['complaintsOfficer', 'teamManager']);
		const { complaintId } = await office.receive();
		await office.give({
			by: sam,
			complaintId,
			order: { type: 'assignCase', officerId: una, responderId: una, teamId: null }
		});
		const alertId = crypto.randomUUID();
		await asServer(async (work) => {
			await raiseAlert(work, { alertId, draftId: null, complaintId, answer: 'no', callBack: null });
			await work.trx
				.updateTable('safety_alert')
				.set({ taken_by: una, taken_at: '2026-11-02T10:00:00.000Z' })
				.where('alert_id', '=', alertId)
				.execute();
		});
		await nameSubject(complaintId, una);
		await asServer(async ({ trx }) => {
			const held = await trx
				.selectFrom('complaint')
				.select(['officer_id', 'responder_id'])
				.where('complaint_id', '=', complaintId)
				.executeTakeFirst();
			expect(held).toEqual({ officer_id: null, responder_id: null });
			const alert = await trx
				.selectFrom('safety_alert')
				.select('taken_by')
				.where('alert_id', '=', alertId)
				.executeTakeFirst();
			expect(alert?.taken_by).toBeNull();
			const jobs = await trx
				.selectFrom('job')
				.select('unique_key')
				.where('unique_key', 'like', `tellDuty:${alertId}:%`)
				.execute();
			expect(jobs).toHaveLength(2);
		});
	});

	it('may name themselves, and is shut out by the same act', async () => {
		const una = await office.hire('Una', ['complaintsOfficer']);
		const { complaintId } = await office.receive();
		expect(await nameSubject(complaintId, una, una)).toMatchObject({ done: true });
		expect(await readCase(service, una, { complaintId, what: 'case' })).toBeNull();
	});

	it('cannot be given it, though a colleague tries', async () => {
		const una = await office.hire('Una', ['complaintsOfficer']);
		const { complaintId } = await office.receive();
		await nameSubject(complaintId, una);
		expect(
			await office.give({
				by: sam,
				complaintId,
				order: { type: 'assignCase', officerId: una, responderId: null, teamId: null }
			})
		).toMatchObject({ done: false, refusal: { code: 'complainedAbout', staffId: una } });
	});

	it('is refused even an order that was waiting when they were named', async () => {
		const una = await office.hire('Una', ['complaintsManager']);
		const { complaintId } = await office.receive();
		let waiting: ReturnType<typeof office.give> | undefined;
		await asServer(async (work) => {
			await lockComplaint(work, complaintId);
			const textId = crypto.randomUUID();
			waiting = office.give({
				by: una,
				complaintId,
				texts: [{ textId, kind: 'note', words: 'Mine' }],
				order: { type: 'addNote', textId }
			});
			await untilSomebodyWaits(owner);
			await work.trx
				.insertInto('complaint_subject')
				.values({ complaint_id: complaintId, staff_id: una })
				.execute();
		});
		expect(await waiting).toMatchObject({ done: false, refusal: { code: 'notYours' } });
	});
});

describe('a complainant', () => {
	it('sees their own case and no row of another', async () => {
		const own = await fullCase();
		const other = await fullCase();
		const actor = { kind: 'complainant', complaintId: own.complaintId } as const;
		const foreign = await rowsOf(other.complaintId, actor);
		expect(foreign).toEqual(allZero(foreign));
		expect((await rowsOf(own.complaintId, actor))['complaint']).toBe(1);
	});

	it('sees no note, no draft, no other person and not who looked', async () => {
		const { complaintId } = await fullCase();
		await as({ kind: 'complainant', complaintId }, async ({ trx }) => {
			const texts = await trx.selectFrom('sealed_text').select('kind').execute();
			expect([...new Set(texts.map(({ kind }) => kind))].sort()).toEqual([
				'elementTitle',
				'whatHappened'
			]);
			expect(await trx.selectFrom('stage1_answer').select('state').execute()).toEqual([]);
			expect(await trx.selectFrom('full_answer').select('state').execute()).toEqual([]);
			const people = await trx.selectFrom('complaint_person').select('part').execute();
			expect(people).toEqual([{ part: 'complainant' }]);
			expect(await trx.selectFrom('complaint_subject').select('staff_id').execute()).toEqual([]);
			expect(await trx.selectFrom('view_record').select('view_id').execute()).toEqual([]);
			expect(await trx.selectFrom('safety_alert').select('alert_id').execute()).toEqual([]);
		});
	});
});
