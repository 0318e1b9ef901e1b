import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '#lib/domain/complaint/commands.ts';
import { appendEvents, findHistory } from '#lib/server/complaints/log.ts';
import { compareRowsWithLog, rebuildRows } from '#lib/server/complaints/rebuildRows.ts';
import { giveOnce } from '#lib/server/complaints/receipts.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openFor } from '#lib/server/keys/sealing.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => test.close());

const asServer = <T>(act: (work: Work) => Promise<T>) =>
	inTransaction(office.service, { kind: 'system' }, act);

async function newCase(alsoCorporate = false): Promise<TriagedCase> {
	const { complaintId } = await office.receive();
	return office.triage(sam, complaintId, alsoCorporate);
}

async function typesOf(complaintId: string): Promise<string[]> {
	const history = await asServer(({ trx }) => findHistory(trx, complaintId));
	return history.map(({ event }) => event.type);
}

describe('the log of a complaint', () => {
	it('cannot be changed or deleted by the app, nor can views, audit or alert steps', async () => {
		await newCase();
		const append = ['complaint_event', 'view_record', 'audit_entry', 'command_receipt'];
		for (const table of [...append, 'safety_alert_step']) {
			for (const statement of [
				`update ${table} set ${await anyColumn(table)} = default`,
				`delete from ${table}`,
				`truncate ${table}`,
				`drop table ${table}`,
				`alter table ${table} disable row level security`
			]) {
				await expect(
					asServer(({ trx }) => sql.raw(statement).execute(trx)),
					statement
				).rejects.toThrow(/permission denied|must be owner/);
			}
		}
	});

	it('has each version once: the second writer of the same version fails', async () => {
		const { complaintId } = await office.receive();
		const again = asServer((work) =>
			appendEvents(work, [{ type: 'complaintAcknowledged', acknowledgedOn: '2026-11-02' }], {
				complaintId,
				commandId: crypto.randomUUID(),
				givenAt: '2026-11-02T10:00:00.000Z',
				seenVersion: 0
			})
		);
		await expect(again).rejects.toThrow(/complaint_event_pkey/);
	});

	it('keeps who gave the order, when by their device, and when it was written down', async () => {
		const { complaintId } = await office.receive();
		await office.give({
			by: sam,
			complaintId,
			order: { type: 'acknowledgeComplaint', acknowledgedOn: '2026-11-02' }
		});
		const history = await asServer(({ trx }) => findHistory(trx, complaintId));
		expect(history.map(({ version, actorKind, actorId }) => [version, actorKind, actorId])).toEqual(
			[
				[1, 'complainant', null],
				[2, 'staff', sam]
			]
		);
		expect(history[1]?.givenAt).toBe('2026-11-02T10:00:00.000Z');
	});
});

describe('several people at once', () => {
	it('one of three acknowledges; the others decide again and hear that it was done', async () => {
		const others = await Promise.all([
			office.hire('Priya', ['complaintsOfficer']),
			office.hire('Lena', ['complaintsManager'])
		]);
		const { complaintId } = await office.receive();
		const answers = await Promise.all(
			[sam, ...others].map((by) =>
				office.give({
					by,
					complaintId,
					order: { type: 'acknowledgeComplaint', acknowledgedOn: '2026-11-02' }
				})
			)
		);
		expect(answers.filter(({ done }) => done)).toHaveLength(1);
		expect(answers.filter((answer) => !answer.done && answer.refusal.code)).toHaveLength(2);
		for (const answer of answers) {
			if (!answer.done) expect(answer.refusal.code).toBe('alreadyAcknowledged');
		}
		expect(await typesOf(complaintId)).toEqual(['complaintReceived', 'complaintAcknowledged']);
	});

	it('notes written at once are all kept', async () => {
		const { complaintId } = await office.receive();
		const answers = await Promise.all(
			['One', 'Two', 'Three'].map((words) => {
				const textId = crypto.randomUUID();
				return office.give({
					by: sam,
					complaintId,
					texts: [{ textId, kind: 'note', words }],
					order: { type: 'addNote', textId }
				});
			})
		);
		expect(answers.every(({ done }) => done)).toBe(true);
		const notes = await asServer(({ trx }) =>
			trx
				.selectFrom('sealed_text')
				.select('text_id')
				.where('complaint_id', '=', complaintId)
				.where('kind', '=', 'note')
				.execute()
		);
		expect(notes).toHaveLength(3);
	});
});

describe('an order that lost a race', () => {
	it('is decided again, and what it seals then can be read', async () => {
		const { complaintId } = await office.receive();
		await asServer(({ trx }) =>
			trx.deleteFrom('data_key').where('owner_id', '=', complaintId).execute()
		);
		const textId = crypto.randomUUID();
		let tries = 0;
		const carried = await giveOnce(
			office.service,
			{ kind: 'staff', staffId: sam },
			{
				commandId: crypto.randomUUID(),
				complaintId,
				type: 'addNote',
				payload: {},
				act: async (work) => {
					tries += 1;
					await keepTexts(work, complaintId, [{ textId, kind: 'note', words: 'Kept' }]);
					if (tries === 1) {
						await appendEvents(
							work,
							[{ type: 'complaintAcknowledged', acknowledgedOn: '2026-11-02' }],
							{
								complaintId,
								commandId: textId,
								givenAt: '2026-11-02T10:00:00.000Z',
								seenVersion: 0
							}
						);
					}
					return { done: true, version: 1 };
				}
			}
		);
		expect([tries, carried]).toEqual([2, { done: true, version: 1 }]);
		const read = await asServer(async ({ trx, keys }) => {
			const row = await trx
				.selectFrom('sealed_text')
				.select('sealed')
				.where('text_id', '=', textId)
				.executeTakeFirstOrThrow();
			const key = await openFor(trx, keys, complaintId);
			return key?.open({ table: 'sealed_text', column: 'sealed', rowId: textId }, row.sealed);
		});
		expect(read).toBe('Kept');
	});
});

describe('an order that is sent again', () => {
	const acknowledge = { type: 'acknowledgeComplaint', acknowledgedOn: '2026-11-02' } as const;

	it('gets the first answer and happens once, also when both tries come at once', async () => {
		const { complaintId } = await office.receive();
		const commandId = crypto.randomUUID();
		const given = { by: sam, complaintId, commandId, order: acknowledge };
		const answers = await Promise.all([office.give(given), office.give(given), office.give(given)]);
		for (const answer of answers) expect(answer).toEqual({ commandId, done: true, version: 2 });
		expect(await office.give(given)).toEqual({ commandId, done: true, version: 2 });
		expect(await typesOf(complaintId)).toHaveLength(2);
	});

	it('gets the first refusal, though today it would be accepted', async () => {
		const { complaintId } = await office.receive();
		const commandId = crypto.randomUUID();
		const tomorrow = { ...acknowledge, acknowledgedOn: '2026-11-03' } as const;
		const given = { by: sam, complaintId, commandId, order: tomorrow };
		const first = await office.give(given);
		expect(first).toMatchObject({ done: false, refusal: { code: 'dateInFuture' } });
		office.setToday('2026-11-03');
		expect(await office.give(given)).toEqual(first);
		office.setToday('2026-11-02');
	});

	it('is refused when the same id comes with another order', async () => {
		const { complaintId } = await office.receive();
		const commandId = crypto.randomUUID();
		await office.give({ by: sam, complaintId, commandId, order: acknowledge });
		const other = await office.give({
			by: sam,
			complaintId,
			commandId,
			order: { type: 'withdrawComplaint', withdrawnOn: '2026-11-02', channel: 'telephone' }
		});
		expect(other).toMatchObject({ done: false, refusal: { code: 'idAlreadyUsed' } });
		expect(await typesOf(complaintId)).not.toContain('complaintWithdrawn');
	});

	it('is refused when the same id comes from another person', async () => {
		const priya = await office.hire('Priya', ['complaintsOfficer']);
		const { complaintId } = await office.receive();
		const commandId = crypto.randomUUID();
		await office.give({ by: sam, complaintId, commandId, order: acknowledge });
		const other = await office.give({ by: priya, complaintId, commandId, order: acknowledge });
		expect(other).toMatchObject({ done: false, refusal: { code: 'idAlreadyUsed' } });
	});
});

describe('an order that is refused', () => {
	it('writes nothing but its receipt, words included', async () => {
		const { complaintId, strandId } = await newCase();
		const termsTextId = crypto.randomUUID();
		const refused = await office.give({
			by: sam,
			complaintId,
			texts: [{ textId: termsTextId, kind: 'terms', words: 'A heater by Friday' }],
			order: {
				type: 'resolveStage1',
				strandId,
				resolvedOn: '2026-11-02',
				termsTextId,
				outcomes: [],
				delayReason: null
			}
		});
		expect(refused).toMatchObject({ done: false, refusal: { code: 'outcomeMissing' } });
		const kept = await asServer(({ trx }) =>
			trx.selectFrom('sealed_text').select('text_id').where('text_id', '=', termsTextId).execute()
		);
		expect(kept).toEqual([]);
	});

	it('cannot bring in an answer without its release, an old record, or words it does not name', async () => {
		const { complaintId, strandId, elementId } = await newCase();
		const answer: Command = {
			type: 'respondStage1',
			strandId,
			sentOn: '2026-11-02',
			outcomes: [{ elementId, outcome: 'upheld' }],
			delayReason: null,
			releasedByStaffId: crypto.randomUUID()
		};
		expect(await office.give({ by: sam, complaintId, order: answer })).toMatchObject({
			refusal: { code: 'mayNotAct' }
		});
		expect(
			await office.give({ by: sam, complaintId, order: { type: 'importHistory', strands: [] } })
		).toMatchObject({ refusal: { code: 'mayNotAct' } });
		expect(
			await office.give({
				by: sam,
				complaintId,
				texts: [{ textId: crypto.randomUUID(), kind: 'note', words: 'Stray' }],
				order: { type: 'acknowledgeComplaint', acknowledgedOn: '2026-11-02' }
			})
		).toMatchObject({ refusal: { code: 'badForm' } });
	});

	it('cannot take over words of another case by their id', async () => {
		const one = await office.receive();
		const other = await office.receive();
		const textId = crypto.randomUUID();
		const note = (complaintId: string, words: string) =>
			office.give({
				by: sam,
				complaintId,
				texts: [{ textId, kind: 'note', words }],
				order: { type: 'addNote', textId }
			});
		expect(await note(one.complaintId, 'First')).toMatchObject({ done: true });
		expect(await note(other.complaintId, 'Second')).toMatchObject({
			done: false,
			refusal: { code: 'idAlreadyUsed' }
		});
	});
});

describe('the rows', () => {
	it('of two strands of one complaint move each by itself', async () => {
		const { complaintId, strandId, corporateStrandId } = await newCase(true);
		await office.give({
			by: sam,
			complaintId,
			order: { type: 'withdrawStrand', strandId, withdrawnOn: '2026-11-02', channel: 'telephone' }
		});
		const strands = await asServer(({ trx }) =>
			trx
				.selectFrom('strand')
				.select(['strand_id', 'procedure', 'stage', 'stage1_due_on', 'withdrawn_on'])
				.where('complaint_id', '=', complaintId)
				.orderBy('position')
				.execute()
		);
		expect(strands).toEqual([
			{
				strand_id: strandId,
				procedure: 'statutory',
				stage: 'withdrawn',
				stage1_due_on: '2026-11-16',
				withdrawn_on: '2026-11-02'
			},
			{
				strand_id: corporateStrandId,
				procedure: 'corporate',
				stage: 'stage1Open',
				stage1_due_on: '2026-11-23',
				withdrawn_on: null
			}
		]);
	});

	it('equal what replaying the log gives, over every ending', async () => {
		const endings: readonly (readonly [string, (ids: TriagedCase) => Promise<void>])[] = [
			['received only', async () => {}],
			['answered on paper', (ids) => answerOnPaper(ids)],
			[
				'answered, then stage 2',
				async (ids) => {
					await answerOnPaper(ids);
					await askForStage2(ids);
				}
			],
			[
				'answered and content',
				async (ids) => {
					await answerOnPaper(ids);
					await close(ids, 'answeredAndContent');
				}
			],
			[
				'resolved and closed',
				async (ids) => {
					await resolve(ids);
					await close(ids, 'resolved');
				}
			],
			['withdrawn', (ids) => withdraw(ids)],
			[
				'withdrawn and taken up again',
				async (ids) => {
					await withdraw(ids);
					await carry(ids, {
						type: 'reinstateStrand',
						strandId: ids.strandId,
						reinstatedOn: '2026-11-02'
					});
				}
			],
			[
				'withdrawn and closed',
				async (ids) => {
					await withdraw(ids);
					await close(ids, 'withdrawn');
				}
			],
			['not pursued', (ids) => close(ids, 'notPursued')],
			[
				'waiting for an advocate',
				(ids) => carry(ids, { type: 'askForAdvocate', askedOn: '2026-11-02', askedBy: 'officer' })
			],
			[
				'receipt date corrected',
				async (ids) => {
					const reasonTextId = crypto.randomUUID();
					await carry(
						ids,
						{ type: 'correctReceiptDate', receivedOn: '2026-10-30', reasonTextId },
						{ textId: reasonTextId, kind: 'reason' }
					);
				}
			]
		];
		for (const [, reach] of endings) await reach(await newCase(true));
		const { complaintId } = await office.receive();
		await office.give({
			by: sam,
			complaintId,
			order: { type: 'withdrawComplaint', withdrawnOn: '2026-11-02', channel: 'telephone' }
		});
		expect(await asServer((work) => compareRowsWithLog(work, 3))).toEqual([]);
	});

	it('that were changed behind the log are found by column, and rebuilt', async () => {
		const { complaintId, strandId, elementId } = await newCase();
		await asServer(async ({ trx }) => {
			await trx
				.updateTable('strand')
				.set({ stage1_due_on: '2026-12-24' })
				.where('strand_id', '=', strandId)
				.execute();
			await trx.deleteFrom('element').where('element_id', '=', elementId).execute();
		});
		const differences = await asServer((work) => compareRowsWithLog(work));
		expect(differences).toEqual([
			{ complaintId, table: 'strand', rowId: strandId, column: 'stage1_due_on' },
			{ complaintId, table: 'element', rowId: elementId, column: null }
		]);
		await asServer((work) => rebuildRows(work, complaintId));
		expect(await asServer((work) => compareRowsWithLog(work))).toEqual([]);
	});
});

async function carry(
	{ complaintId }: TriagedCase,
	order: Command,
	text?: { textId: string; kind: 'reason' | 'terms' }
): Promise<void> {
	const texts = text ? [{ ...text, words: 'Because' }] : [];
	const answer = await office.give({ by: sam, complaintId, order, texts });
	if (!answer.done) throw new Error(`${order.type}: ${JSON.stringify(answer.refusal)}`);
}

const answerOnPaper = (ids: TriagedCase) =>
	carry(ids, {
		type: 'respondStage1',
		strandId: ids.strandId,
		sentOn: '2026-11-02',
		outcomes: [{ elementId: ids.elementId, outcome: 'partiallyUpheld' }],
		delayReason: null,
		releasedByStaffId: null,
		sentOnPaper: true
	});

const askForStage2 = (ids: TriagedCase) =>
	carry(ids, {
		type: 'requestStage2',
		strandId: ids.strandId,
		requestedOn: '2026-11-02',
		channel: 'telephone'
	});

const withdraw = (ids: TriagedCase) =>
	carry(ids, {
		type: 'withdrawStrand',
		strandId: ids.strandId,
		withdrawnOn: '2026-11-02',
		channel: 'telephone'
	});

const resolve = (ids: TriagedCase) => {
	const termsTextId = crypto.randomUUID();
	return carry(
		ids,
		{
			type: 'resolveStage1',
			strandId: ids.strandId,
			resolvedOn: '2026-11-02',
			termsTextId,
			outcomes: [{ elementId: ids.elementId, outcome: 'upheld' }],
			delayReason: null
		},
		{ textId: termsTextId, kind: 'terms' }
	);
};

const close = (
	ids: TriagedCase,
	reason: Extract<Command, { type: 'closeStrand' }>['reason']
): Promise<void> =>
	carry(ids, { type: 'closeStrand', strandId: ids.strandId, closedOn: '2026-11-02', reason });

async function anyColumn(table: string): Promise<string> {
	const column = await sql<{ name: string }>`
		select column_name as name from information_schema.columns
		where table_name = ${table} limit 1`.execute(test.owner);
	return column.rows[0]!.name;
}
