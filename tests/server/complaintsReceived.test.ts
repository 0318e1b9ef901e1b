import { afterAll, describe, expect, it } from 'vitest';
import { findHistory } from '#lib/server/complaints/log.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { everythingPage } from '#lib/server/intake/my/everythingPage.ts';
import { findPeople } from '#lib/server/people/people.ts';
import {
	findSafeAddressAgain,
	findSafeAddresses,
	findSafeContacts,
	isReachable
} from '#lib/server/people/safeContacts.ts';
import { raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { LogContact } from '#lib/wire/sync.ts';
import { anIntake, openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
afterAll(() => test.close());

const asServer = <T>(act: (work: Work) => Promise<T>) =>
	inTransaction(office.service, { kind: 'system' }, act);

describe('a form that a child has sent', () => {
	it('becomes a complaint with a case number of its year, without gaps', async () => {
		const first = await office.receive();
		const second = await office.receive();
		expect(first.reference).toMatch(/^26-\d{4}$/);
		expect(Number(second.reference.slice(3))).toBe(Number(first.reference.slice(3)) + 1);
		office.setToday('2027-01-04');
		expect((await office.receive({ receivedOn: '2027-01-04' })).reference).toBe('27-0001');
		office.setToday('2026-11-02');
	});

	it('is one complaint, though it is sent twice', async () => {
		const intake = anIntake();
		const first = await office.receive(intake);
		expect(await office.receive(intake)).toEqual(first);
		const history = await asServer(({ trx }) => findHistory(trx, intake.complaintId));
		expect(history.map(({ event }) => event.type)).toEqual(['complaintReceived']);
	});

	it('keeps the words as they were typed, the people and the safe number', async () => {
		const intake = anIntake();
		await office.receive(intake);
		await asServer(async (work) => {
			const ids = [intake.complaintId];
			const texts = (await findTexts(work.trx, work.keys, ids)).get(intake.complaintId);
			expect(texts?.map(({ kind, words, authorKind }) => [kind, words, authorKind])).toEqual([
				['whatHappened', 'My room is cold', 'complainant']
			]);
			const people = (await findPeople(work.trx, work.keys, ids)).get(intake.complaintId);
			expect(people?.map(({ part, name }) => [part, name])).toEqual([['complainant', 'Jay']]);
			const contactId = intake.safeContacts[0]!.safeContactId;
			expect(await findSafeAddressAgain(work, contactId)).toMatchObject({
				to: '07700 900 982',
				channel: 'textMessage'
			});
		});
	});

	it('asks the provider for an advocate in the same act, with no word of the case', async () => {
		const intake = { ...anIntake(), advocate: { mayKnow: 'nameOnly' as const } };
		await office.receive(intake);
		await asServer(async ({ trx }) => {
			const history = await findHistory(trx, intake.complaintId);
			expect(history.map(({ event }) => event.type)).toEqual([
				'complaintReceived',
				'advocateAskedFor'
			]);
			const request = await trx
				.selectFrom('advocate_request')
				.select(['asked_on', 'may_know', 'provider_id', 'answer'])
				.where('complaint_id', '=', intake.complaintId)
				.executeTakeFirstOrThrow();
			expect(request).toEqual({
				asked_on: '2026-11-02',
				may_know: 'nameOnly',
				provider_id: 'advocacy',
				answer: null
			});
			const told = await trx
				.selectFrom('outgoing_message')
				.select(['purpose', 'complaint_id'])
				.where('purpose', '=', 'advocateRequest')
				.execute();
			expect(told).toEqual([{ purpose: 'advocateRequest', complaint_id: null }]);
		});
	});

	it('ties the alert that the form raised to the complaint', async () => {
		const draftId = crypto.randomUUID();
		const alertId = crypto.randomUUID();
		await inTransaction(office.service, { kind: 'public' }, (work) =>
			raiseAlert(work, { alertId, draftId, complaintId: null, answer: 'notSure', callBack: null })
		);
		const { complaintId } = await office.receive({ draftId });
		const alert = await asServer(({ trx }) =>
			trx
				.selectFrom('safety_alert')
				.select('complaint_id')
				.where('alert_id', '=', alertId)
				.executeTakeFirst()
		);
		expect(alert?.complaint_id).toBe(complaintId);
	});
});

describe('a contact that staff log', () => {
	const contact = (changes: Partial<LogContact> = {}): LogContact => ({
		type: 'logContact',
		receivedOn: '2026-10-30',
		channel: 'telephone',
		madeBy: 'helper',
		complainantName: 'Rosa',
		relationToChild: 'Foster carer',
		childName: 'Ash',
		whatHappenedTextId: crypto.randomUUID(),
		whatWouldHelpTextId: null,
		wantsAdvocate: false,
		safeNow: 'yes',
		safeContacts: [],
		...changes
	});
	const log = (by: string, order: LogContact, complaintId: string = crypto.randomUUID()) =>
		office.give({
			by,
			complaintId,
			order,
			texts: [
				{ textId: order.whatHappenedTextId, kind: 'whatHappened', words: 'He was moved on Friday' }
			]
		});

	it('is received on the day any officer first had it, and was said aloud', async () => {
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const complaintId = crypto.randomUUID();
		expect(await log(sam, contact(), complaintId)).toMatchObject({ done: true, version: 1 });
		await asServer(async ({ trx, keys }) => {
			const [received] = await findHistory(trx, complaintId);
			expect(received).toMatchObject({
				actorKind: 'staff',
				actorId: sam,
				event: { receivedOn: '2026-10-30', channel: 'telephone', madeOrally: true }
			});
			const people = (await findPeople(trx, keys, [complaintId])).get(complaintId);
			expect(people?.map(({ part, name, relation }) => [part, name, relation]).sort()).toEqual([
				['child', 'Ash', ''],
				['helper', 'Rosa', 'Foster carer']
			]);
		});
	});

	it('keeps the ways they called safe, sealed, as the site does', async () => {
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const complaintId = crypto.randomUUID();
		const way = {
			safeContactId: crypto.randomUUID(),
			channel: 'textMessage' as const,
			to: ' 07700 900 982 ',
			name: '',
			whoCanSee: 'justMe' as const,
			voicemailAllowed: null,
			goodTimes: ['evening'] as const
		};
		await log(sam, contact({ safeContacts: [way] }), complaintId);
		await asServer(async ({ trx, keys }) => {
			expect((await findSafeContacts(trx, [complaintId])).get(complaintId)).toEqual([
				{
					channel: 'textMessage',
					isAllowed: true,
					whoCanSee: 'justMe',
					voicemailAllowed: null,
					goodTimes: ['evening'],
					checkedOn: null
				}
			]);
			const [address] = await findSafeAddresses({ trx, keys }, complaintId, ['textMessage']);
			expect(address?.to).toBe('07700 900 982');
			const row = await trx
				.selectFrom('safe_contact')
				.select('sealed')
				.where('complaint_id', '=', complaintId)
				.executeTakeFirstOrThrow();
			expect(row.sealed?.includes('900 982')).toBe(false);
		});
	});

	it('may have no safe way yet: then nothing goes out to anybody', async () => {
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const complaintId = crypto.randomUUID();
		await log(sam, contact(), complaintId);
		await asServer(async ({ trx, keys }) => {
			expect(isReachable((await findSafeContacts(trx, [complaintId])).get(complaintId)!)).toBe(
				false
			);
			const every = ['textMessage', 'email', 'letter'] as const;
			expect(await findSafeAddresses({ trx, keys }, complaintId, every)).toEqual([]);
		});
	});

	it('says nothing of an advocate on the child’s own page where nobody asked them', async () => {
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const saidOf = async (changes: Partial<LogContact>) => {
			const complaintId = crypto.randomUUID();
			await log(sam, contact(changes), complaintId);
			const { rows } = everythingPage((await readOwnCase(office.service, complaintId))!);
			return rows.find(({ question }) => question === 'Someone on your side')?.answer;
		};
		const madeBy = 'childOrYoungPerson';
		expect(await saidOf({ madeBy, advocateNotAsked: true })).toEqual([]);
		expect(await saidOf({ madeBy })).toEqual(['Not now. You can ask me again']);
		expect(await saidOf({ madeBy, wantsAdvocate: true })).toEqual(['Yes, ask them to contact me']);
	});

	it('may be logged by a duty worker, who does not see the case afterwards', async () => {
		const mo = await office.hire('Mo', ['dutyWorker']);
		const complaintId = crypto.randomUUID();
		const logged = await log(mo, contact({ wantsAdvocate: true }), complaintId);
		expect(logged).toMatchObject({ done: true, version: 2 });
		const seen = await inTransaction(office.service, { kind: 'staff', staffId: mo }, ({ trx }) =>
			trx.selectFrom('complaint').select('complaint_id').execute()
		);
		expect(seen).toEqual([]);
	});

	it('raises an alert when somebody is not safe, and the duty list is told', async () => {
		const mo = await office.hire('Mo', ['dutyWorker']);
		const complaintId = crypto.randomUUID();
		await log(mo, contact({ safeNow: 'no' }), complaintId);
		await asServer(async ({ trx }) => {
			const alert = await trx
				.selectFrom('safety_alert')
				.select(['alert_id', 'answer'])
				.where('complaint_id', '=', complaintId)
				.executeTakeFirstOrThrow();
			expect(alert.answer).toBe('no');
			const job = await trx
				.selectFrom('job')
				.select('data')
				.where('kind', '=', 'tellDuty')
				.where('unique_key', '=', `tellDuty:${alert.alert_id}:0`)
				.executeTakeFirst();
			expect(job?.data).toEqual({ alertId: alert.alert_id });
		});
	});

	it('writes an adult’s wish for an advocate down, though the law gives none', async () => {
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const complaintId = crypto.randomUUID();
		await log(sam, contact({ madeBy: 'adult', wantsAdvocate: true }), complaintId);
		await asServer(async ({ trx }) => {
			const history = await findHistory(trx, complaintId);
			expect(history.map(({ event }) => event.type)).toEqual(['complaintReceived']);
			const facts = await trx
				.selectFrom('intake_fact')
				.select('wants_advocate')
				.where('complaint_id', '=', complaintId)
				.executeTakeFirst();
			expect(facts?.wants_advocate).toBe('yes');
		});
	});

	it('is refused, whole, when its day has not come yet', async () => {
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const complaintId = crypto.randomUUID();
		const refused = await log(sam, contact({ receivedOn: '2026-11-03' }), complaintId);
		expect(refused).toMatchObject({ done: false, refusal: { code: 'dateInFuture' } });
		const left = await asServer(({ trx }) =>
			trx
				.selectFrom('complaint')
				.select('complaint_id')
				.where('complaint_id', '=', complaintId)
				.execute()
		);
		expect(left).toEqual([]);
	});

	it('is not for an administrator, who handles no complaint', async () => {
		const ada = await office.hire('Ada', ['administrator']);
		expect(await log(ada, contact())).toMatchObject({
			done: false,
			refusal: { code: 'mayNotAct', act: 'logContact' }
		});
	});
});
