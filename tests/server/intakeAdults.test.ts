import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { personOfAnswers } from '#lib/domain/triage/linkedPersons.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { enterDoor } from '#lib/server/intake/enterDoor.ts';
import { everythingPage } from '#lib/server/intake/my/everythingPage.ts';
import { openForm } from '#lib/server/intake/openForm.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { sentPage } from '#lib/server/intake/stepPage.ts';
import { findPeople } from '#lib/server/people/people.ts';
import { findFacts } from '#lib/server/sync/caseParts.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { NOT_TOLD, WHICH_STEPS } from '#lib/words/public/adults.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { createTestService, Visitor, type TestService } from '../support/visitor.ts';

const ADULT = {
	'2': { who: 'adult' },
	'31': { link: 'relative' },
	'33': { aboutWhom: 'both' },
	'34': { court: 'notSure' },
	'9': { name: 'Dana' }
} as const;

let test: TestDatabase;
let service: TestService;
let adult: Visitor;

beforeAll(async () => {
	test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => {
	service = createTestService(test, '2026-06-01T10:00:00Z');
	adult = new Visitor(service);
});

const asSystem = <Result>(act: (work: Work) => Promise<Result>) =>
	inTransaction(service, { kind: 'system' }, act);

async function send() {
	const sending = await sendDraft(service, adult.cookie);
	expect(sending.kind).toBe('sent');
	const form = await openForm(service, adult.cookie);
	if (form.kind !== 'sent') throw new Error('not sent');
	return form.sent;
}

describe('a complaint of an adult’s own (journeys 2.4)', () => {
	it('is received as theirs, with the child it is about and their link to the child', async () => {
		await adult.fillIn(ADULT);
		const { complaintId } = await send();
		const ids = [complaintId];
		const kept = await asSystem(async ({ trx, keys }) => ({
			row: await trx
				.selectFrom('complaint')
				.select(['made_by', 'received_on', 'phase'])
				.where('complaint_id', '=', complaintId)
				.executeTakeFirst(),
			people: (await findPeople(trx, keys, ids)).get(complaintId) ?? [],
			texts: (await findTexts(trx, keys, ids)).get(complaintId) ?? [],
			facts: (await findFacts(trx, ids)).get(complaintId)
		}));
		expect(kept.row).toEqual({ made_by: 'adult', received_on: '2026-06-01', phase: 'received' });
		expect(kept.people.map(({ part, name, relation }) => [part, name, relation]).sort()).toEqual([
			['child', 'Ella', ''],
			['complainant', 'Dana', 'Grandparent or other relative']
		]);
		expect(kept.texts.map(({ kind }) => kind)).toEqual(['whatHappened', 'whatWouldHelp']);
		expect(kept.facts).toMatchObject({
			pickedSubjects: ['family', 'plan'],
			wantsAdvocate: null,
			toldHow: 'type',
			further: { link: 'relative', aboutWhom: 'both', court: 'notSure', othersCheck: 'no' }
		});
		expect(personOfAnswers(kept.facts?.further ?? {})).toBe('P12');
	});

	it('may be told aloud: they are called or met, and what they told before goes along', async () => {
		for (const theirHow of ['call', 'meet']) {
			adult = new Visitor(service);
			await adult.fillIn(ADULT);
			await adult.press('34b', { theirHow });
			if (theirHow === 'call') {
				await adult.press('10b', { to: '07700 900 982', whoCanSee: 'justMe' });
			}
			const { complaintId } = await send();
			const kept = await asSystem(async ({ trx, keys }) => ({
				row: await trx
					.selectFrom('complaint')
					.select(['made_by', 'received_on'])
					.where('complaint_id', '=', complaintId)
					.executeTakeFirst(),
				isOral: rebuild((await findHistory(trx, complaintId)).map(({ event }) => event)).madeOrally,
				texts: (await findTexts(trx, keys, [complaintId])).get(complaintId) ?? [],
				facts: (await findFacts(trx, [complaintId])).get(complaintId)
			}));
			expect(kept.row).toEqual({ made_by: 'adult', received_on: '2026-06-01' });
			expect(kept.isOral).toBe(true);
			expect(kept.texts.map(({ kind }) => kind)).toEqual(['whatHappened', 'whatWouldHelp']);
			expect(kept.facts).toMatchObject({ toldHow: theirHow, pickedSubjects: ['family', 'plan'] });
		}
	});

	it('says which steps it takes and why, and what they may not be told', async () => {
		await adult.fillIn(ADULT);
		const page = await sentPage(service, await send());
		expect(page.adult).toEqual({ whichSteps: WHICH_STEPS.both, notTold: NOT_TOLD });
		expect(page.advocate).toBeNull();
	});

	it('tells a child nothing of the kind', async () => {
		await adult.fillIn();
		expect((await sentPage(service, await send())).adult).toBeNull();
	});

	it('reads back to them what they said, in the words of their own pages', async () => {
		await adult.fillIn(ADULT);
		const own = await readOwnCase(service, (await send()).complaintId);
		const rows = new Map(
			everythingPage(own!).rows.map(({ question, answer }) => [question, answer.join(', ')])
		);
		expect(rows.get('What happened')).toBe(
			'Nobody told me about the meeting. The plan changed without me.'
		);
		expect(rows.get('Your link to the child')).toBe('I am a grandparent or other relative');
		expect(rows.get('What it is about')).toBe(
			'Time with family or friends, The plan for the child, or meetings'
		);
		expect(rows.get('The child')).toBe('Ella');
		expect(rows.get('What we call you')).toBe('Dana');
	});

	it('raises the alert at once where they do not feel safe', async () => {
		await adult.press('1');
		await adult.press('2', { who: 'adult' });
		const taken = await adult.press('32', { feelSafe: 'no' });
		expect(taken).toMatchObject({ kind: 'next', step: '3h' });
		const form = await openForm(service, adult.cookie);
		expect(form).toMatchObject({ kind: 'open', alert: { answer: 'no', isClosed: false } });
	});

	it('leaves out what a child typed in the same browser before', async () => {
		await adult.press('1');
		await adult.press('6', { happened: 'They moved me.' });
		await adult.fillIn(ADULT);
		const { complaintId } = await send();
		const texts = await asSystem(async ({ trx, keys }) =>
			(await findTexts(trx, keys, [complaintId])).get(complaintId)
		);
		expect(texts?.some(({ words }) => words?.includes('They moved me'))).toBe(false);
	});
});

describe('a door for adults', () => {
	it('begins a form on the page after "who is telling us"', async () => {
		const entered = await enterDoor(service, undefined, { door: 'family', who: 'adult' });
		expect(entered.step).toBe('31');
		const form = await openForm(service, entered.newCookie ?? undefined);
		expect(form).toMatchObject({ kind: 'open', answers: { door: 'family', who: 'adult' } });
	});

	it('goes on with what this browser holds, and loses nothing of it', async () => {
		await adult.press('1');
		await adult.press('9', { name: 'Dana' });
		const entered = await enterDoor(service, adult.cookie, { door: 'carer', who: 'adult' });
		expect(entered.newCookie).toBeNull();
		expect(await openForm(service, adult.cookie)).toMatchObject({
			kind: 'open',
			answers: { name: 'Dana', door: 'carer' }
		});
	});

	it('begins anew after something was sent', async () => {
		await adult.fillIn();
		await send();
		const entered = await enterDoor(service, adult.cookie, { door: 'family', who: 'adult' });
		expect(entered.newCookie).not.toBeNull();
	});
});
