import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findQuestion, pathOf } from '#lib/intake/questions.ts';
import { answersOfPartner } from '#lib/intake/partner.ts';
import { checkRows } from '#lib/intake/checkRows.ts';
import { makePartnerPass } from '#lib/server/advocacy/partnerPass.ts';
import { readYoungPeople } from '#lib/server/advocacy/youngPeople.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { findDraft } from '#lib/server/intake/draft.ts';
import { enterAsPartner } from '#lib/server/intake/enterAsPartner.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { findVisit } from '#lib/server/intake/visit.ts';
import { findPeople } from '#lib/server/people/people.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { Database } from '#lib/server/database/tables.ts';
import {
	countTold,
	hireAdvocate,
	newestRequest,
	useProviders
} from '../../support/advocacyOffice.ts';
import { openOffice } from '../../support/caseworkOffice.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';
import { Visitor } from '../../support/visitor.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
afterAll(() => test.close());
beforeAll(async () => {
	await useProviders(office);
});

let robin: string;
beforeEach(async () => {
	robin = await hireAdvocate(office, 'Robin');
});

const asSystem = <Result>(act: (work: Work) => Promise<Result>) =>
	inTransaction(service, { kind: 'system' }, act);

/** The advocate presses Begin in the portal, in a browser that holds this cookie. */
async function begin(staffId: string, cookie?: string) {
	const pass = await makePartnerPass(service, staffId);
	const entered = await enterAsPartner(service, cookie, pass ?? '');
	if (!entered) throw new Error('the pass was not taken');
	return {
		pass: pass ?? '',
		step: entered.step,
		browser: new Visitor(service, entered.newCookie ?? cookie)
	};
}

/** The answers that the browser's form holds. */
async function held({ cookie }: Visitor) {
	return asSystem(async (work) => {
		const visit = await findVisit(work, cookie);
		return (await findDraft(work, visit?.draftId ?? ''))?.answers;
	});
}

/** Fills in what is asked of an advocate who signed in. */
async function fillIn(browser: Visitor) {
	await browser.fillIn({}, { step: '23', answers: (await held(browser)) ?? { seen: [] } });
}

/** Fills it in, and sends it. */
async function tell(browser: Visitor) {
	await fillIn(browser);
	const sending = await sendDraft(service, browser.cookie);
	if (sending.kind !== 'sent') throw new Error(JSON.stringify(sending));
	const form = await openForm(service, sending.newCookie ?? browser.cookie);
	if (form.kind !== 'sent') throw new Error(form.kind);
	return form.sent;
}

describe('an advocate who tells us by their own sign-in (journeys 2.3, A1)', () => {
	it('is asked about the child alone, and the child’s own words are still asked for', () => {
		const answers = {
			seen: [],
			...answersOfPartner({ staffId: crypto.randomUUID(), name: 'Robin', email: 'r@example.org' })
		};
		expect(pathOf(answers)).toEqual(['23', '24', '25', '27', '28', '29', '30', '11', '12']);
		expect(findQuestion('25')?.skip).toBe('Skip this');
		const asked = checkRows(answers).map(({ question }) => question);
		expect(asked).not.toContain('Who you are');
		expect(asked).toContain('The child’s own words');
	});

	it('tells us who they are and where their safe mailbox is without typing it', async () => {
		const { browser, step } = await begin(robin);
		expect(step).toBe('23');
		const { complaintId } = await tell(browser);
		const told = await asSystem(async ({ trx, keys }) => ({
			people: (await findPeople(trx, keys, [complaintId])).get(complaintId) ?? [],
			complaint: await trx
				.selectFrom('complaint')
				.select('made_by')
				.where('complaint_id', '=', complaintId)
				.executeTakeFirst(),
			history: await findHistory(trx, complaintId),
			facts: await trx
				.selectFrom('intake_fact')
				.select('further')
				.where('complaint_id', '=', complaintId)
				.executeTakeFirst(),
			ways: await trx
				.selectFrom('safe_contact')
				.select(['whose', 'channel'])
				.where('complaint_id', '=', complaintId)
				.orderBy('whose')
				.orderBy('channel')
				.execute()
		}));
		expect(told.complaint).toEqual({ made_by: 'helper' });
		expect(told.history.map(({ event }) => event)).toMatchObject([
			{ type: 'complaintReceived', channel: 'advocate', madeOrally: false },
			{ type: 'advocateAskedFor' },
			{ type: 'advocateAppointed' }
		]);
		expect(told.facts?.further).toMatchObject({
			helperKind: 'advocate',
			childKnows: 'asked',
			hearsChild: 'ownCode'
		});
		expect(told.people.map(({ part, name }) => [part, name])).toEqual(
			expect.arrayContaining([
				['child', 'Ella'],
				['helper', 'Robin'],
				['advocate', 'Robin']
			])
		);
		expect(told.ways).toEqual([
			{ whose: 'complainant', channel: 'code' },
			{ whose: 'helper', channel: 'code' },
			{ whose: 'helper', channel: 'email' }
		]);
	});

	it('is the child’s advocate from that day, by the name alone, and the child has six words', async () => {
		const { browser } = await begin(robin);
		const { complaintId, words, childsWords } = await tell(browser);
		expect(childsWords).toHaveLength(6);
		expect(childsWords).not.toEqual(words);
		expect(await newestRequest(office, complaintId)).toMatchObject({
			provider_id: 'nyas',
			assigned_to: robin,
			answer: 'accepted',
			may_know: 'nameOnly'
		});
		const seen = await readYoungPeople(service, robin);
		expect(seen?.rows).toMatchObject([{ name: 'Ella', place: 'mine', mayKnow: 'nameOnly' }]);
	});

	it('goes on with a form they began, and never with one of somebody else in that browser', async () => {
		const child = new Visitor(service);
		await child.fillIn({});
		const { browser } = await begin(robin, child.cookie);
		expect(browser.cookie).not.toBe(child.cookie);
		expect((await held(browser))?.happened).toBeUndefined();
		await fillIn(browser);
		const again = await begin(robin, browser.cookie);
		expect((await held(again.browser))?.childName).toBe('Ella');
		const kim = await hireAdvocate(office, 'Kim');
		const other = await begin(kim, browser.cookie);
		expect((await held(other.browser))?.childName).toBeUndefined();
	});

	it('crosses once, and only where they signed to keep it to themselves', async () => {
		const { pass } = await begin(robin);
		expect(await enterAsPartner(service, undefined, pass)).toBeNull();
		expect(await enterAsPartner(service, undefined, 'a-guess')).toBeNull();
		const unsigned = await hireAdvocate(office, 'Lee', { signs: false });
		expect(await makePartnerPass(service, unsigned)).toBeNull();
	});

	it.each([
		['is still good after 59 seconds', 59_999, true],
		['is over after a minute', 60_000, false]
	])('crosses by a pass that %s', async (_when, afterMs, isTaken) => {
		const madeAt = service.now();
		const pass = (await makePartnerPass(service, robin)) ?? '';
		office.setNow(madeAt + afterMs);
		expect((await enterAsPartner(service, undefined, pass)) !== null).toBe(isTaken);
		office.setNow(madeAt);
	});

	it.each([
		[
			'not sign in any more',
			(work: Work) =>
				work.trx
					.updateTable('staff')
					.set({ is_active: false })
					.where('staff_id', '=', robin)
					.execute()
		],
		[
			'not be the advocate, as a member of the council',
			(work: Work) =>
				work.trx
					.updateTable('outside_person')
					.set({ is_officer_or_member: true })
					.where('staff_id', '=', robin)
					.execute()
		]
	])(
		'is as any helper where they may %s: a provider is asked, and told so',
		async (_why, change) => {
			const { browser } = await begin(robin);
			await asSystem(change);
			const before = await countTold(office, 'advocateRequest');
			const { complaintId } = await tell(browser);
			expect(await newestRequest(office, complaintId)).toMatchObject({
				provider_id: 'nyas',
				assigned_to: null,
				may_know: 'nameOnly'
			});
			expect(await countTold(office, 'advocateRequest')).toBe(before + 1);
		}
	);
});
