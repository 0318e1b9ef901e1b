import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/database/tables.ts';
import { readFigures } from '#lib/server/figures/figures.ts';
import { keepEquality } from '#lib/server/more/equality.ts';
import {
	howWeDidFields,
	howWeDidIn,
	isAskedHowWeDid,
	keepHowWeDid,
	readHowWeDid
} from '#lib/server/more/howWeDid.ts';
import { readCase } from '#lib/server/sync/pull.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let priya: string;
let asha: string;
beforeAll(async () => {
	priya = await office.hire('Priya', ['complaintsManager']);
	asha = await office.hire('Asha', ['auditor']);
});
afterAll(() => test.close());

const WORDS = 'Sam rang me back each time.';

describe('how we did, in the eyes of who told us (T7)', () => {
	it('is asked once there is an answer or it is over, and not while one is owed', () => {
		const asked = ['answered', 'settled', 'answeredAgain', 'lastAnswer', 'closed'] as const;
		expect(asked.map(isAskedHowWeDid)).not.toContain(false);
		const notYet = ['waitingToBeRead', 'lookingIntoIt', 'late', 'someoneNewLooks'] as const;
		expect(notYet.map(isAskedHowWeDid)).not.toContain(true);
	});

	it('needs no answer, and takes only those that were offered', () => {
		const fields = new FormData();
		for (const [name, code] of [
			['overall', 'good'],
			['listened', 'toString'],
			['again', '']
		] as const) {
			fields.set(name, code);
		}
		expect(howWeDidIn(fields)).toEqual({ overall: 'good' });
		expect(howWeDidFields({}).map((field) => 'chosen' in field && field.chosen)).toEqual([
			null,
			null,
			null,
			null,
			false
		]);
	});

	it('is kept once, can be changed and taken back, and is never part of the case', async () => {
		const { complaintId } = await office.receive();
		expect(await keepHowWeDid(service, complaintId, { listened: 'yes', words: WORDS })).toBe(true);
		expect(await keepHowWeDid(service, complaintId, { overall: 'bad', words: WORDS })).toBe(true);
		expect(await readHowWeDid(service, complaintId)).toEqual({ overall: 'bad', words: WORDS });
		const seen = await readCase(service, priya, { complaintId, what: 'case' });
		expect(JSON.stringify(seen)).not.toContain(WORDS);
		const rows = await test.owner.selectFrom('how_we_did').selectAll().execute();
		expect(rows).toHaveLength(1);
		expect(Buffer.concat(rows.flatMap(({ sealed }) => sealed ?? [])).toString()).not.toContain(
			WORDS
		);
		for (const staffId of [priya, asha]) {
			const read = await inTransaction(service, { kind: 'staff', staffId }, ({ trx }) =>
				trx.selectFrom('how_we_did').selectAll().execute()
			);
			expect(read).toEqual([]);
		}
		expect(await keepHowWeDid(service, complaintId, { words: ' ' })).toBe(false);
		expect(await readHowWeDid(service, complaintId)).toBeNull();
	});
});

describe('what is counted of it on the page of figures', () => {
	it('is how often each answer was given, none from 1 to 4 and none that gives one away', async () => {
		const said = [...Array(7).fill('yes'), ...Array(6).fill('aBit'), 'no'] as string[];
		for (const [place, listened] of said.entries()) {
			const { complaintId } = await office.receive();
			const words = place === 0 ? WORDS : '';
			await keepHowWeDid(service, complaintId, { listened, words });
			await keepEquality(service, complaintId, { sex: place < 10 ? 'female' : 'male' });
		}
		const { howWeDid, equality } = await readFigures(service, asha);
		expect(howWeDid).toEqual([
			{
				question: 'Did we listen?',
				answers: [
					{ words: 'Yes', count: 7 },
					{ words: 'A bit', count: 'few' },
					{ words: 'No', count: 'few' }
				]
			}
		]);
		// Ten and four: the four are not told, and so neither are the ten.
		expect(equality).toEqual([
			{
				question: 'What is your sex?',
				answers: [
					{ words: 'Female', count: 'few' },
					{ words: 'Male', count: 'few' },
					{ words: 'I do not want to say', count: 0 }
				]
			}
		]);
	});

	it('says of a question that fewer than five answered no more than that', async () => {
		for (let answered = 1; answered <= 4; answered += 1) {
			const { complaintId } = await office.receive();
			await keepHowWeDid(service, complaintId, { overall: 'bad' });
			await keepEquality(service, complaintId, { long_condition: 'yes' });
		}
		const { howWeDid, equality } = await readFigures(service, asha);
		expect(howWeDid[0]).toEqual({ question: 'How was it for you?', answers: 'few' });
		expect(equality.filter(({ answers }) => answers === 'few')).toHaveLength(1);
	});

	it('shows what was written once five have written, without whose it is', async () => {
		for (let written = 2; written <= 4; written += 1) await write(`I wrote as number ${written}.`);
		expect((await readFigures(service, priya)).howWeDidWords).toEqual([]);
		await write('I wrote as number 5.');
		expect((await readFigures(service, priya)).howWeDidWords).toEqual(FIVE);
	});

	it('shows it to the complaints manager alone', async () => {
		expect((await readFigures(service, asha)).howWeDidWords).toEqual([]);
	});

	it('leaves out a case that the one who looks never sees', async () => {
		const complaintId = await write('Priya was late.');
		const sam = await office.hire('Sam', ['complaintsOfficer']);
		const personId = crypto.randomUUID();
		const order = { type: 'nameSubject', personId, name: 'Priya', staffId: priya } as const;
		expect(await office.give({ by: sam, complaintId, order })).toMatchObject({ done: true });
		expect((await readFigures(service, priya)).howWeDidWords).toEqual(FIVE);
	});
});

const FIVE = [2, 3, 4, 5].map((written) => `I wrote as number ${written}.`).concat(WORDS);

async function write(words: string): Promise<string> {
	const { complaintId } = await office.receive();
	await keepHowWeDid(service, complaintId, { words });
	return complaintId;
}
