import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCallBack, raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { askForRelease, saveAnswer } from '#lib/server/complaints/answers/writeAnswer.ts';
import { releaseAnswer } from '#lib/server/complaints/answers/releaseAnswer.ts';
import { sendAnswerBack } from '#lib/server/complaints/answers/sendAnswerBack.ts';
import { addMore, askForAdvocate, writeMessage } from '#lib/server/complaints/complainantActs.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { destroyKey } from '#lib/server/keys/sealing.ts';
import { readCase, readPull } from '#lib/server/sync/pull.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { dumpAll } from '../support/databaseDump.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
const owner = test.owner as unknown as Kysely<unknown>;
afterAll(() => test.close());

const said: string[] = [];

/** Words that stand nowhere else, so that they are found wherever they leak. */
function say(what: string): string {
	const word = `Zq${what}${said.length}wx`;
	said.push(word);
	return word;
}

const id = () => crypto.randomUUID();
let complaintId: string;
let sam: string;
let priya: string;

describe('a stolen copy of the database', () => {
	beforeAll(async () => {
		sam = await office.hire('Sam', ['complaintsOfficer']);
		priya = await office.hire('Priya', ['complaintsManager']);
		({ complaintId } = await office.receive({
			texts: [
				{ textId: id(), kind: 'whatHappened', words: `It is ${say('happened')}` },
				{ textId: id(), kind: 'whatWouldHelp', words: say('help') },
				{ textId: id(), kind: 'whenItChanges', words: say('changes') }
			],
			people: [
				{ personId: id(), part: 'complainant', name: say('name'), relation: say('relation') },
				{ personId: id(), part: 'helper', name: say('helper'), relation: '' }
			],
			safeContacts: (['textMessage', 'email', 'trustedPerson'] as const).map((channel) => ({
				safeContactId: id(),
				channel,
				isAllowed: true,
				details: { to: say(channel), name: say('trusted') },
				whoCanSee: null,
				voicemailAllowed: null,
				goodTimes: []
			}))
		}));
		await writeAllElse();
	});

	it('holds no word, name or number that anybody typed, in any form', async () => {
		const dump = await dumpAll(owner);
		expect(dump.length).toBeGreaterThan(10_000);
		expect(said.length).toBeGreaterThan(20);
		const forms = (word: string) => [
			word,
			Buffer.from(word).toString('hex'),
			Buffer.from(word).toString('base64').replace(/=+$/, ''),
			Buffer.from(word).toString('base64url')
		];
		const found = said.filter((word) => forms(word).some((form) => dump.includes(form)));
		expect(found).toEqual([]);
	});

	it('would be found to hold one, if one word were kept open', async () => {
		const textId = id();
		await test.owner
			.insertInto('sealed_text')
			.values({
				text_id: textId,
				complaint_id: complaintId,
				kind: 'note',
				sealed: Buffer.from('Zqopenwx'),
				author_kind: 'staff'
			})
			.execute();
		expect(await dumpAll(owner)).toContain(Buffer.from('Zqopenwx').toString('hex'));
		await test.owner.deleteFrom('sealed_text').where('text_id', '=', textId).execute();
	});

	it('does not hold the master key or the pepper', async () => {
		const dump = await dumpAll(owner);
		expect(dump).not.toContain(service.keys.masterKey.toString('hex'));
		expect(dump).not.toContain(service.keys.pepper.toString('hex'));
	});

	it('cannot be turned against its reader: words moved to another row do not open', async () => {
		const texts = await test.owner
			.selectFrom('sealed_text')
			.select(['text_id', 'sealed'])
			.where('complaint_id', '=', complaintId)
			.limit(2)
			.execute();
		const [one, two] = texts as [(typeof texts)[0], (typeof texts)[0]];
		const put = (textId: string, sealed: Buffer | null) =>
			test.owner.updateTable('sealed_text').set({ sealed }).where('text_id', '=', textId).execute();
		await put(one.text_id, two.sealed);
		await expect(readCase(service, sam, { complaintId, what: 'case' })).rejects.toThrow(
			/changed, moved, or sealed by another key/
		);
		await put(one.text_id, one.sealed);
		expect(await readCase(service, sam, { complaintId, what: 'case' })).not.toBeNull();
	});
});

describe('a case whose key was destroyed', () => {
	it('still has its dates and its log, and reads as erased', async () => {
		await inTransaction(service, { kind: 'system' }, ({ trx }) => destroyKey(trx, complaintId));
		const opened = await readCase(service, sam, { complaintId, what: 'case' });
		expect(opened?.events.length).toBeGreaterThan(3);
		expect(opened?.texts.length).toBeGreaterThan(5);
		expect(opened?.texts.every(({ words }) => words === null)).toBe(true);
		expect(opened?.messages.every(({ words }) => words === null)).toBe(true);
		expect(opened?.people).toEqual([]);
		expect(opened?.calledName).toBeNull();
		expect((await readPull(service, sam))?.cases).toHaveLength(1);
	});
});

async function writeAllElse(): Promise<void> {
	const { strandId, elementId } = await office.triage(sam, complaintId);
	const act = () => ({ complaintId, actId: id() });
	await writeMessage(service, { ...act(), words: say('message') });
	await addMore(service, { ...act(), words: say('added') });
	await askForAdvocate(service, { ...act(), mayKnow: 'story' });
	const [noteId, reasonId] = [id(), id()];
	await office.give({
		by: sam,
		complaintId,
		texts: [{ textId: noteId, kind: 'note', words: say('note') }],
		order: { type: 'addNote', textId: noteId }
	});
	await office.give({
		by: sam,
		complaintId,
		texts: [{ textId: reasonId, kind: 'reason', words: say('reason') }],
		order: { type: 'correctReceiptDate', receivedOn: '2026-10-30', reasonTextId: reasonId }
	});
	const named = {
		type: 'nameSubject',
		personId: id(),
		name: say('subject'),
		staffId: null
	} as const;
	await office.give({ by: sam, complaintId, order: named });
	const words = `${say('outgoing')} at 14 Mill Lane.`;
	const sent = { type: 'sendMessage', messageId: id(), words, replyByOn: null } as const;
	await office.give({ by: sam, complaintId, order: sent });
	const opened = await readCase(service, sam, { complaintId, what: 'case' });
	await office.give({
		by: sam,
		complaintId,
		order: {
			type: 'recordAdvocateAnswer',
			requestId: opened?.advocateRequests[0]?.requestId ?? '',
			answer: 'accepted',
			answeredOn: '2026-11-02',
			advocateName: say('advocate')
		}
	});
	await answer(strandId, elementId);
	await inTransaction(service, { kind: 'public' }, async (work) => {
		const alertId = id();
		await raiseAlert(work, { alertId, draftId: id(), complaintId, answer: 'no', callBack: null });
		const callBack = { telephone: say('callback'), goodTime: 'now', mayLeaveMessage: false };
		await addCallBack(work, alertId, callBack);
	});
}

async function answer(strandId: string, elementId: string): Promise<void> {
	const seen = { complaintId, strandId };
	const action = { actionId: id(), what: say('what'), who: say('who'), ownerId: null };
	const part = {
		elementId,
		found: say('found'),
		told: say('told'),
		outcome: 'upheld' as const,
		sorry: say('sorry'),
		actions: [{ ...action, byOn: '2026-11-09' as const }],
		spokenFirst: 'yes' as const
	};
	const content = { parts: [part], delayReason: null };
	await saveAnswer(service, sam, { ...seen, seenVersion: 0, content });
	await askForRelease(service, sam, { ...seen, seenVersion: 1, secondPersonId: priya });
	await sendAnswerBack(service, priya, { ...seen, seenVersion: 1, why: say('why') });
	await askForRelease(service, sam, { ...seen, seenVersion: 1, secondPersonId: priya });
	const released = await releaseAnswer(service, priya, {
		...seen,
		commandId: id(),
		seenVersion: 1,
		delayReason: null,
		confirmsAddresses: true
	});
	if (!released.done) throw new Error(JSON.stringify(released.refusal));
}
