import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/database/tables.ts';
import { findChanged, takeStamp } from '#lib/server/sync/changedCases.ts';
import { forgetChangesDaily } from '#lib/server/sync/forgetChanges.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
let jays: string;
let tias: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
beforeEach(async () => {
	jays = (await office.receive()).complaintId;
	tias = (await office.receive()).complaintId;
	await othersEnded();
});
afterAll(() => test.close());

const asSystem = <T>(act: (work: Work) => Promise<T>) =>
	inTransaction(service, { kind: 'system' }, act);
/** Waits for every transaction that is under way now, in the other databases of this server too. */
async function othersEnded(): Promise<void> {
	const { rows } = await asSystem(({ trx }) =>
		sql<{ last: string }>`select pg_current_xact_id()::text as last`.execute(trx)
	);
	while (BigInt(await stampNow()) <= BigInt(rows[0]?.last ?? '0')) {
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}

const stampNow = () => asSystem(takeStamp);

/** Of Jay's and Tia's case, in whose something changed since. */
async function changedSince(stamp: string): Promise<string[]> {
	const held = [jays, tias].map((complaintId) => ({ complaintId, stamp }));
	const changed = await asSystem((work) => findChanged(work, held));
	return [...(changed.includes(jays) ? ['Jay'] : []), ...(changed.includes(tias) ? ['Tia'] : [])];
}

function writeNote(complaintId: string) {
	const textId = crypto.randomUUID();
	const texts = [{ textId, kind: 'note' as const, words: 'Jay rang.' }];
	return office.give({ by: sam, complaintId, order: { type: 'addNote', textId }, texts });
}

/** A transaction that has changed a case and is not at its end. */
async function beginSlowly(complaintId: string) {
	let end = () => {};
	const isToEnd = new Promise<void>((resolve) => {
		end = resolve;
	});
	let hasChanged = () => {};
	const changed = new Promise<void>((resolve) => {
		hasChanged = resolve;
	});
	const ended = asSystem(async ({ trx }) => {
		await trx
			.updateTable('complaint')
			.set({ team_id: 'fostering' })
			.where('complaint_id', '=', complaintId)
			.execute();
		hasChanged();
		await isToEnd;
	});
	await changed;
	return () => {
		end();
		return ended;
	};
}

describe('what a device is told of its cases', () => {
	it('is nothing where nothing changed', async () => {
		expect(await changedSince(await stampNow())).toEqual([]);
	});

	it('is each case in which something happened or was written', async () => {
		const stamp = await stampNow();
		await office.triage(sam, jays);
		expect(await changedSince(stamp)).toEqual(['Jay']);
		await writeNote(tias);
		expect(await changedSince(stamp)).toEqual(['Jay', 'Tia']);
		await othersEnded();
		expect(await changedSince(await stampNow())).toEqual([]);
	});

	it('is that somebody else carries the case now', async () => {
		const stamp = await stampNow();
		const order = { type: 'assignCase', officerId: sam, responderId: null, teamId: null } as const;
		await office.give({ by: sam, complaintId: tias, order });
		expect(await changedSince(stamp)).toEqual(['Tia']);
	});

	it('holds what a slow writer changed, though quicker ones came and were told before it ended', async () => {
		const endSlow = await beginSlowly(jays);
		await writeNote(tias);
		const stamp = await stampNow();
		expect(await changedSince(stamp)).toEqual(['Tia']);
		await endSlow();
		expect(await changedSince(stamp)).toEqual(['Jay', 'Tia']);
	});
});

describe('changes that are forgotten after the longest time that a device may go unheard', () => {
	const made = (days: number) => new Date(service.now() - days * 86_400_000).toISOString();
	const kept = () => test.owner.selectFrom('change_feed').select('complaint_id').execute();

	it('are told as everything to whoever comes later, and leave the newer ones', async () => {
		const before = await stampNow();
		await writeNote(jays);
		await othersEnded();
		const between = await stampNow();
		await test.owner
			.updateTable('change_feed')
			.set({ at: made(9) })
			.execute();
		await writeNote(tias);
		await othersEnded();
		const after = await stampNow();
		await test.owner
			.updateTable('change_feed')
			.set({ at: made(7) })
			.where('complaint_id', '=', tias)
			.where('at', '>', made(8))
			.execute();
		await forgetChangesDaily(service, '2026-11-03');
		expect(new Set((await kept()).map((row) => row.complaint_id))).toEqual(new Set([tias]));
		expect(await changedSince(before)).toEqual(['Jay', 'Tia']);
		expect(await changedSince(between)).toEqual(['Tia']);
		expect(await changedSince(after)).toEqual([]);
	});

	it('are forgotten again the next night', async () => {
		await forgetChangesDaily(service, '2026-11-03');
		const rows = await test.owner
			.selectFrom('job')
			.select(['unique_key', 'run_at'])
			.where('kind', '=', 'forgetChanges')
			.execute();
		expect(rows).toMatchObject([{ unique_key: 'forgetChanges:2026-11-04' }]);
	});

	it('count for nothing after a restore, in which the moments begin anew', async () => {
		await test.owner
			.updateTable('change_feed_end')
			.set({ epoch: 'before the restore', up_to: '9999999999' })
			.execute();
		expect(await changedSince(await stampNow())).toEqual([]);
	});
});
