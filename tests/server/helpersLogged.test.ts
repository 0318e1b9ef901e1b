import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { everythingPage } from '#lib/server/intake/my/everythingPage.ts';
import { readCaseForLetter } from '#lib/server/letters/caseFacts.ts';
import { findPeople } from '#lib/server/people/people.ts';
import {
	canReadOnline,
	findSafeAddresses,
	findSafePhones
} from '#lib/server/people/safeContacts.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { LoggedSafeContact, LogContact } from '#lib/wire/sync.ts';
import { up } from '#migrations/2026-11-26-7-who-told-us.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => test.close());

const asServer = <T>(act: (work: Work) => Promise<T>) =>
	inTransaction(service, { kind: 'system' }, act);

/** Rosa rang for Ash, and left a number that is the child's own or hers. */
async function rosaRang(
	whose: 'child' | 'helper',
	madeBy: LogContact['madeBy'] = 'helper'
): Promise<string> {
	const complaintId = crypto.randomUUID();
	const whatHappenedTextId = crypto.randomUUID();
	const way: LoggedSafeContact = {
		safeContactId: crypto.randomUUID(),
		channel: 'textMessage',
		to: '07700 900 333',
		name: '',
		whoCanSee: 'justMe',
		voicemailAllowed: null,
		goodTimes: [],
		...(whose === 'helper' ? { whose } : {})
	};
	const order: LogContact = {
		type: 'logContact',
		receivedOn: '2026-10-30',
		channel: 'telephone',
		madeBy,
		complainantName: 'Rosa',
		relationToChild: 'Foster carer',
		childName: 'Ash',
		whatHappenedTextId,
		whatWouldHelpTextId: null,
		wantsAdvocate: false,
		safeNow: 'yes',
		safeContacts: [way]
	};
	const texts = [
		{ textId: whatHappenedTextId, kind: 'whatHappened' as const, words: 'He was moved on Friday' }
	];
	const given = await office.give({ by: sam, complaintId, order, texts });
	if (!given.done) throw new Error(JSON.stringify(given));
	return complaintId;
}

/** A message of ours to the child, and to where it was queued that one waits. */
async function wroteTo(complaintId: string, to?: 'helper') {
	const messageId = crypto.randomUUID();
	const order = { type: 'sendMessage' as const, messageId, words: 'We have it.', replyByOn: null };
	const given = await office.give({ by: sam, complaintId, order: to ? { ...order, to } : order });
	const queued = await asServer(({ trx }) =>
		trx
			.selectFrom('outgoing_message')
			.select('channel')
			.where('complaint_id', '=', complaintId)
			.where('purpose', '=', 'newMessage')
			.execute()
	);
	return { given, queued: queued.map(({ channel }) => channel) };
}

const addressesOf = (complaintId: string, whose: 'complainant' | 'helper') =>
	asServer(async (work) =>
		(await findSafeAddresses(work, complaintId, ['textMessage', 'email', 'letter'], whose)).map(
			({ to }) => to
		)
	);

describe('somebody who rang for a child', () => {
	it('is the helper, not the one whose case it is', async () => {
		const complaintId = await rosaRang('child');
		const people = await asServer(
			async ({ trx, keys }) => (await findPeople(trx, keys, [complaintId])).get(complaintId) ?? []
		);
		expect(people.map(({ part, name, relation }) => [part, name, relation]).sort()).toEqual([
			['child', 'Ash', ''],
			['helper', 'Rosa', 'Foster carer']
		]);
	});

	it('may give the child’s own number: what is for the child goes there', async () => {
		const complaintId = await rosaRang('child');
		expect(await addressesOf(complaintId, 'complainant')).toEqual(['07700 900 333']);
		expect(await addressesOf(complaintId, 'helper')).toEqual([]);
		expect(await wroteTo(complaintId)).toMatchObject({
			given: { done: true },
			queued: ['textMessage']
		});
	});

	it('may give a number of their own: nothing for the child ever goes there', async () => {
		const complaintId = await rosaRang('helper');
		expect(await addressesOf(complaintId, 'complainant')).toEqual([]);
		expect(await addressesOf(complaintId, 'helper')).toEqual(['07700 900 333']);
		expect(await wroteTo(complaintId)).toMatchObject({ given: { done: true }, queued: [] });
		await asServer(async (work) => {
			expect(await canReadOnline(work, complaintId)).toBe(false);
			expect(await findSafePhones(work, complaintId)).toEqual([]);
		});
	});

	it('has no page of their own, so no message is written to them there', async () => {
		const complaintId = await rosaRang('helper');
		expect(await wroteTo(complaintId, 'helper')).toMatchObject({
			given: { refusal: { code: 'badForm', path: 'to' } },
			queued: []
		});
	});

	it('is named in no letter to the child, which is in the child’s name', async () => {
		const complaintId = await rosaRang('helper');
		await inTransaction(service, { kind: 'staff', staffId: sam }, async (work) => {
			const about = { complaintId, strandId: null };
			const { facts, others, audience } = await readCaseForLetter(work, about, 'complainant');
			expect(facts).toMatchObject({ name: 'Ash', complainantName: 'Ash' });
			expect(audience).toBe('child');
			expect(others).toEqual(
				expect.arrayContaining([
					{ owner: 'helper', words: 'Rosa' },
					{ owner: 'helper', words: '07700 900 333' }
				])
			);
		});
	});

	it('is not what the child is called on their own pages, nor is their number a way of the child', async () => {
		const complaintId = await rosaRang('helper');
		const own = await readOwnCase(service, complaintId);
		expect(own).toMatchObject({ ownName: null, childName: 'Ash', helperName: 'Rosa' });
		expect(own?.safeContact).toEqual([]);
		const page = JSON.stringify(own && everythingPage(own).rows);
		expect(page).toContain('Ash');
		expect(page).not.toContain('Rosa');
	});
});

it('keeps no way apart where the child or an adult told us themselves', async () => {
	for (const madeBy of ['childOrYoungPerson', 'adult'] as const) {
		const complaintId = await rosaRang('helper', madeBy);
		expect(await addressesOf(complaintId, 'complainant')).toEqual(['07700 900 333']);
		expect(await addressesOf(complaintId, 'helper')).toEqual([]);
	}
});

it('makes a helper of whoever was written down before as the complainant, and of nobody else', async () => {
	const rang = await rosaRang('child');
	const own = await rosaRang('child', 'adult');
	await test.owner
		.updateTable('complaint_person')
		.set({ part: 'complainant' })
		.where('complaint_id', '=', rang)
		.where('part', '=', 'helper')
		.execute();
	await up(test.owner as never);
	const rows = await test.owner
		.selectFrom('complaint_person')
		.select(['complaint_id', 'part'])
		.where('complaint_id', 'in', [rang, own])
		.execute();
	const partsOf = (id: string) =>
		rows.flatMap(({ complaint_id, part }) => (complaint_id === id ? [part] : [])).sort();
	expect(partsOf(rang)).toEqual(['child', 'helper']);
	expect(partsOf(own)).toEqual(['child', 'complainant']);
});
