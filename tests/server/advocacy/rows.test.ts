import { afterAll, beforeAll, describe, expect, it, test as each } from 'vitest';
import type { MayKnow } from '#lib/domain/advocacy/request.ts';
import { sharedWith, type Looking } from '#lib/domain/advocacy/sharedWith.ts';
import { acceptRequest, handOver } from '#lib/server/advocacy/answerRequest.ts';
import { changeAdvocateConsent } from '#lib/server/advocacy/changeConsent.ts';
import { keepMandate, writeToTeam, writeWithThem } from '#lib/server/advocacy/withYoungPerson.ts';
import {
	readYoungPeople,
	readYoungPerson,
	takeSharedFile
} from '#lib/server/advocacy/youngPeople.ts';
import { askForAdvocate, writeMessage } from '#lib/server/complaints/complainantActs.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import {
	countTold,
	hireAdvocate,
	newestRequest,
	useProviders
} from '../../support/advocacyOffice.ts';
import { makeOutside } from '../../support/appointed.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
beforeAll(async () => {
	await useProviders(office);
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => test.close());

const as = <Result>(staffId: string, read: (work: Work) => Promise<Result>) =>
	inTransaction(service, { kind: 'staff', staffId }, read);
const actId = () => crypto.randomUUID();

/** Tables that hold anything of a case, and how a row of one case is found. */
const TABLES = [
	'complaint',
	'complaint_event',
	'strand',
	'element',
	'complaint_person',
	'complaint_subject',
	'sealed_text',
	'safe_contact',
	'intake_fact',
	'message',
	'promise',
	'stage1_answer',
	'attached_file',
	'case_document',
	'advocate_request',
	'advocate_consent',
	'advocate_chase',
	'command_receipt',
	'view_record',
	'outgoing_message'
] as const satisfies readonly (keyof Database)[];

/** How many rows of a case somebody sees, table by table; tables without one are left out. */
async function rowsSeen(staffId: string, complaintId: string): Promise<Record<string, number>> {
	return as(staffId, async ({ trx }) => {
		const seen: Record<string, number> = {};
		for (const table of TABLES) {
			const rows = await trx
				.selectFrom(table as 'complaint')
				.select('complaint_id')
				.where('complaint_id', '=', complaintId)
				.execute();
			if (rows.length > 0) seen[table] = rows.length;
		}
		return seen;
	});
}

/** Jay's case with words of everybody in it, and Robin as Jay's advocate. */
async function jaysCase(mayKnow: 'nameOnly' | 'story') {
	office.setToday('2026-11-02');
	const robin = await hireAdvocate(office, 'Robin');
	const { complaintId } = await office.receive({ advocate: { mayKnow } });
	await office.triage(sam, complaintId);
	const { request_id: requestId } = await newestRequest(office, complaintId);
	const act = { staffId: robin, requestId, actId: actId(), advocateId: robin };
	expect(await acceptRequest(service, act)).toEqual({ done: true });
	const textId = crypto.randomUUID();
	const noted = await office.give({
		by: sam,
		complaintId,
		texts: [{ textId, kind: 'note', words: 'NOTE OF STAFF' }],
		order: { type: 'addNote', textId }
	});
	const sent = await office.give({
		by: sam,
		complaintId,
		order: {
			type: 'sendMessage',
			messageId: crypto.randomUUID(),
			words: 'We will see you soon.',
			replyByOn: null
		}
	});
	expect([noted.done, sent.done]).toEqual([true, true]);
	await writeMessage(service, { complaintId, actId: actId(), words: 'MESSAGE OF JAY' });
	return { robin, complaintId, requestId };
}

const NOTHING = {};
/** What everybody sees who is the advocate: who, how to reach them, and the request. */
const NAME_ONLY = {
	complaint_person: 1,
	safe_contact: 1,
	advocate_request: 1,
	advocate_consent: 1
};

describe('what the database shows an advocate of a case', () => {
	it('is the name and how to reach them, where the child lets that be known', async () => {
		const { robin, complaintId } = await jaysCase('nameOnly');
		expect(await rowsSeen(robin, complaintId)).toEqual(NAME_ONLY);
	});

	it('is what the child told and wrote as well, where they let that be known', async () => {
		const { robin, complaintId } = await jaysCase('story');
		expect(await rowsSeen(robin, complaintId)).toEqual({
			...NAME_ONLY,
			sealed_text: 1,
			message: 1
		});
	});

	it('is nothing of theirs to an advocate of another provider, a colleague, or one who has not signed', async () => {
		const { complaintId, requestId } = await jaysCase('story');
		const others = [
			await hireAdvocate(office, 'Una', { providerId: 'shout-out' }),
			await hireAdvocate(office, 'Kim'),
			await hireAdvocate(office, 'Lou', { signs: false })
		];
		for (const staffId of others) {
			expect(await rowsSeen(staffId, complaintId)).toEqual(NOTHING);
			expect(await readYoungPerson(service, staffId, requestId)).toBeNull();
			const list = await readYoungPeople(service, staffId);
			expect(list?.rows.some((row) => row.requestId === requestId)).toBe(false);
		}
	});

	it('is nothing before they sign, also of a new request', async () => {
		office.setToday('2026-11-02');
		const lou = await hireAdvocate(office, 'Lou', { signs: false });
		const { complaintId } = await office.receive({
			advocate: { mayKnow: 'story' }
		});
		expect(await rowsSeen(lou, complaintId)).toEqual(NOTHING);
		expect(await readYoungPeople(service, lou)).toMatchObject({ hasSigned: false, rows: [] });
	});

	it('is nothing after their last day; a colleague then finds the young person in the inbox', async () => {
		const { robin, complaintId, requestId } = await jaysCase('nameOnly');
		const kim = await hireAdvocate(office, 'Kim');
		await makeOutside(service, robin, '2026-11-01');
		expect(await rowsSeen(robin, complaintId)).toEqual(NOTHING);
		expect(await readYoungPerson(service, robin, requestId)).toBeNull();
		expect((await readYoungPerson(service, kim, requestId))?.place).toBe('inbox');
	});

	it('is nothing to one it is about, or who manages somebody it is about', async () => {
		for (const relation of ['subject', 'manager'] as const) {
			const { robin, complaintId } = await jaysCase('story');
			const named = relation === 'subject' ? robin : await office.hire('Mo', ['teamManager']);
			if (relation === 'manager') await office.manages(robin, named);
			await office.give({
				by: sam,
				complaintId,
				order: { type: 'nameSubject', personId: actId(), name: 'Named', staffId: named }
			});
			expect(await rowsSeen(robin, complaintId)).toEqual(NOTHING);
		}
	});

	it('is never a note, a reply of ours, an event, or what a helper says of it', async () => {
		const { robin, requestId } = await jaysCase('story');
		const said = JSON.stringify([
			await readYoungPeople(service, robin),
			await readYoungPerson(service, robin, requestId)
		]);
		expect(said).toContain('My room is cold');
		expect(said).toContain('MESSAGE OF JAY');
		for (const words of ['NOTE OF STAFF', 'We will see you soon', 'The room is cold', 'triage']) {
			expect(said).not.toContain(words);
		}
	});

	it('is of a child somebody spoke for what the child said, and not what was said of them', async () => {
		office.setToday('2026-11-02');
		const robin = await hireAdvocate(office, 'Robin');
		const { complaintId } = await office.receive({
			madeBy: 'helper',
			advocate: { mayKnow: 'story' },
			texts: [
				{ textId: actId(), kind: 'whatHappened', words: 'I AM COLD' },
				{ textId: actId(), kind: 'helpersAccount', words: 'ACCOUNT OF GRAN' }
			],
			people: [
				{ personId: actId(), part: 'child', name: 'Jay', relation: '' },
				{ personId: actId(), part: 'helper', name: 'GRAN', relation: 'Grandmother' }
			],
			safeContacts: [
				{
					safeContactId: actId(),
					channel: 'telephone',
					isAllowed: true,
					details: { to: '07700 900 111', name: null },
					whoCanSee: 'justMe',
					voicemailAllowed: false,
					goodTimes: [],
					whose: 'helper'
				}
			]
		});
		const { request_id: requestId } = await newestRequest(office, complaintId);
		const said = JSON.stringify(await readYoungPerson(service, robin, requestId));
		expect(said).toContain('I AM COLD');
		for (const words of ['ACCOUNT OF GRAN', 'GRAN', '07700 900 111']) {
			expect(said).not.toContain(words);
		}
	});
});

describe('what an advocate of before wrote and kept', () => {
	/** Robin wrote to the team and kept a signed paper; the child took it back and asked again. */
	async function askedAgain() {
		const { robin, complaintId, requestId } = await jaysCase('story');
		const by = { staffId: robin, requestId };
		await writeToTeam(service, { ...by, actId: actId(), words: 'JAY TOLD ROBIN' });
		const bytes = new TextEncoder().encode('%PDF-1.4 signed');
		const file = { name: 'a.pdf', kind: 'pdf', bytes, seconds: null, scan: 'none' } as const;
		await keepMandate(service, { ...by, actId: actId() }, file);
		await changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow: 'nothing' });
		office.setToday('2026-11-03');
		const ask = { complaintId, actId: actId(), mayKnow: 'nameOnly' as const };
		expect((await askForAdvocate(service, ask)).done).toBe(true);
		return { robin, complaintId, requestId: (await newestRequest(office, complaintId)).request_id };
	}

	it('is not for the next one, who knows the name only', async () => {
		const { robin, complaintId, requestId } = await askedAgain();
		const person = await readYoungPerson(service, robin, requestId);
		expect(person).toMatchObject({ place: 'inbox', thread: [], files: [] });
		const seen = await rowsSeen(robin, complaintId);
		expect([seen.message, seen.attached_file]).toEqual([undefined, undefined]);
	});

	it('goes along with a hand-over', async () => {
		const { robin, requestId } = await jaysCase('nameOnly');
		const by = { staffId: robin, requestId };
		await writeToTeam(service, { ...by, actId: actId(), words: 'FROM ROBIN' });
		const kim = await hireAdvocate(office, 'Kim');
		await handOver(service, { ...by, actId: actId(), advocateId: kim });
		expect((await readYoungPerson(service, kim, requestId))?.thread).toMatchObject([
			{ words: 'FROM ROBIN' }
		]);
	});
});

describe('what a child lets an advocate know, changed at any time', () => {
	it('holds from that moment, in both directions', async () => {
		const { robin, complaintId, requestId } = await jaysCase('nameOnly');
		const change = (mayKnow: MayKnow) =>
			changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow });
		office.setToday('2026-11-05');
		expect((await change('story')).done).toBe(true);
		const person = await readYoungPerson(service, robin, requestId);
		expect(person).toMatchObject({ mayKnow: 'story', sharedSinceOn: '2026-11-05' });
		expect(person?.story).toMatchObject([{ words: 'My room is cold' }]);
		await change('nameOnly');
		expect((await readYoungPerson(service, robin, requestId))?.story).toEqual([]);
		expect(await rowsSeen(robin, complaintId)).toMatchObject({ advocate_consent: 3 });
	});

	it('taken back shows nothing any more, and nothing more can be done', async () => {
		const { robin, complaintId, requestId } = await jaysCase('story');
		await changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow: 'nothing' });
		expect(await rowsSeen(robin, complaintId)).toEqual(NOTHING);
		expect(await readYoungPerson(service, robin, requestId)).toBeNull();
		const file = { requestId, fileId: crypto.randomUUID() };
		expect(await takeSharedFile(service, robin, file)).toBeNull();
		const act = { staffId: robin, requestId, actId: actId(), words: 'Too late' };
		expect(await writeWithThem(service, act)).toEqual({ done: false, because: 'gone' });
		expect(await newestRequest(office, complaintId)).toMatchObject({
			ended_because: 'childTookBack',
			ended_on: '2026-11-02'
		});
	});

	it('taken back before an officer shows nothing any more either, and that is written down', async () => {
		office.setToday('2026-11-02');
		const robin = await hireAdvocate(office, 'Robin');
		const { complaintId } = await office.receive({ advocate: { mayKnow: 'story' } });
		const { request_id: requestId } = await newestRequest(office, complaintId);
		expect(await readYoungPerson(service, robin, requestId)).not.toBeNull();
		const order = { type: 'recordAdvocateDeclined', declinedOn: '2026-11-02' } as const;
		expect((await office.give({ by: sam, complaintId, order })).done).toBe(true);
		expect(await rowsSeen(robin, complaintId)).toEqual(NOTHING);
		const act = { staffId: robin, requestId, actId: actId(), advocateId: robin };
		expect(await acceptRequest(service, act)).toEqual({ done: false, because: 'gone' });
		const told = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.selectFrom('advocate_consent')
				.select(['may_know', 'recorded_by'])
				.where('request_id', '=', requestId)
				.orderBy('position')
				.execute()
		);
		expect(told.at(-1)).toEqual({ may_know: 'nothing', recorded_by: sam });
	});

	it('goes to no second provider while an advocate signs in for them', async () => {
		const { complaintId } = await jaysCase('story');
		const refused = { done: false, refusal: { code: 'advocateAlreadyAsked' } };
		const order = { type: 'askForAdvocate', askedOn: '2026-11-02', askedBy: 'officer' } as const;
		expect(await office.give({ by: sam, complaintId, order })).toMatchObject(refused);
		const ask = { complaintId, actId: actId(), mayKnow: 'story' as const };
		expect(await askForAdvocate(service, ask)).toMatchObject(refused);
		const requests = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.selectFrom('advocate_request')
				.select('request_id')
				.where('complaint_id', '=', complaintId)
				.execute()
		);
		expect(requests).toHaveLength(1);
	});

	it('is told to the provider without a word of the case', async () => {
		const { complaintId } = await jaysCase('story');
		await changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow: 'nothing' });
		const queued = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.selectFrom('outgoing_message')
				.select(['purpose', 'complaint_id'])
				.where('purpose', '=', 'advocateChanged')
				.execute()
		);
		expect(queued.length).toBeGreaterThan(0);
		expect(queued.every(({ complaint_id }) => complaint_id === null)).toBe(true);
	});
});

describe('a child who takes it back while two requests stand', () => {
	it('is told of to a provider once, though both were its own', async () => {
		office.setToday('2026-11-02');
		const { complaintId } = await office.receive({ advocate: { mayKnow: 'story' } });
		const { request_id: requestId } = await newestRequest(office, complaintId);
		const rosa = {
			type: 'recordAdvocateAnswer',
			requestId,
			answer: 'accepted',
			answeredOn: '2026-11-02',
			advocateName: 'Rosa'
		} as const;
		expect((await office.give({ by: sam, complaintId, order: rosa })).done).toBe(true);
		const ask = { complaintId, actId: actId(), mayKnow: 'nameOnly' as const };
		expect((await askForAdvocate(service, ask)).done).toBe(true);
		const before = await countTold(office, 'advocateChanged');
		await changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow: 'nothing' });
		expect(await countTold(office, 'advocateChanged')).toBe(before + 1);
	});
});

describe('the rule and the database', () => {
	each.each<[string, Looking['given'], boolean, boolean, MayKnow]>([
		['their own', 'them', true, true, 'story'],
		['a colleague’s', 'colleague', true, true, 'story'],
		['of another provider', 'them', false, true, 'story'],
		['before they signed', 'them', true, false, 'story'],
		['taken back', 'them', true, true, 'nothing'],
		['the name only', 'them', true, true, 'nameOnly']
	])('say the same: %s', async (_name, given, isOfProvider, hasSigned, mayKnow) => {
		const { robin, complaintId, requestId } = await jaysCase('story');
		if (mayKnow !== 'story') {
			await changeAdvocateConsent(service, { complaintId, actId: actId(), mayKnow });
		}
		const kim = given === 'colleague' ? await hireAdvocate(office, 'Kim') : robin;
		await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
			if (!isOfProvider) {
				await trx
					.updateTable('outside_person')
					.set({ provider_id: 'shout-out' })
					.where('staff_id', '=', kim)
					.execute();
			}
		});
		const looker = hasSigned ? kim : await unsigned(requestId);
		const seen = (await readYoungPerson(service, looker, requestId))?.mayKnow ?? 'nothing';
		const shared = { mayKnow, isEnded: mayKnow === 'nothing' };
		expect(seen).toBe(sharedWith(shared, { given, isOfProvider, hasSigned, isShutOut: false }));
	});

	/** Somebody to whom the request is given before they have signed. */
	async function unsigned(requestId: string): Promise<string> {
		const lou = await hireAdvocate(office, 'Lou', { signs: false });
		await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.updateTable('advocate_request')
				.set({ assigned_to: lou })
				.where('request_id', '=', requestId)
				.execute()
		);
		return lou;
	}
});
