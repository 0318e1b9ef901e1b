import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepEquality, readEquality } from '#lib/server/more/equality.ts';
import { equalityIn, moreForm, wordsOf } from '#lib/server/more/moreForms.ts';
import { addMore } from '#lib/server/complaints/complainantActs.ts';
import { readOwnCase } from '#lib/server/complaints/ownCase.ts';
import { moreFields, tasksDone } from '#lib/server/more/morePage.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { inTransaction } from '#lib/server/work.ts';
import { EQUALITY_QUESTIONS } from '#lib/words/equality.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer', 'complaintsManager', 'director', 'auditor']);
});
afterAll(() => test.close());

const said = (task: Parameters<typeof wordsOf>[0], filled: object) =>
	wordsOf(task, moreForm.parse(filled));
const posted = (answers: Record<string, string>) => {
	const fields = new FormData();
	for (const [name, value] of Object.entries(answers)) fields.set(name, value);
	return fields;
};

describe('what may be told after sending', () => {
	it('is added to the case in words, and nothing where it was left blank', () => {
		expect(said('age', { age: '14' })).toBe('How old are you? 14');
		expect(said('when', { when: 'longAgo' })).toBe('When did it happen? More than a year ago');
		expect(said('talk', { talk: 'someone', talkTo: 'Mo from my home' })).toBe(
			'Who should talk to you? Someone else. I will say who. Mo from my home'
		);
		expect(said('who', { called: 'Mo', who: ['aboutThem'] })).toBe(
			'Who works with you? Mo. It is about them'
		);
		expect(said('help', { help: ['sign', 'nonsense'], more: 'A quiet room' })).toBe(
			'Do you need anything to make this easier? Sign language. A quiet room'
		);
		for (const task of ['talk', 'age', 'when', 'who', 'help'] as const)
			expect(said(task, {})).toBeNull();
	});

	it('takes an age in numbers only, or none', () => {
		expect(moreForm.safeParse({ age: '14' }).success).toBe(true);
		expect(moreForm.safeParse({ age: '' }).success).toBe(true);
		for (const age of ['ten', '-4', '140', '1.5']) {
			expect(moreForm.safeParse({ age }).success).toBe(false);
		}
	});
});

describe('the five questions', () => {
	it('each have "I do not want to say", and none is ever put into the case', () => {
		for (const { answers } of EQUALITY_QUESTIONS) {
			expect(Object.values(answers).at(-1)).toBe('I do not want to say');
		}
		expect(said('you', {})).toBeNull();
	});

	it('ask about gender identity from 16, and not where the age is not known', () => {
		const asks = (age?: number) =>
			moreFields('you', age === undefined ? {} : { age }).some(
				({ id }) => id === 'gender_identity'
			);
		expect([asks(), asks(15), asks(16), asks(17)]).toEqual([false, false, true, true]);
		const fields = posted({ gender_identity: 'no', sex: 'female' });
		expect(equalityIn(fields, 15)).toEqual({ sex: 'female' });
		expect(equalityIn(fields, 16)).toEqual({ sex: 'female', gender_identity: 'no' });
	});

	it('take only answers that were offered', () => {
		expect(equalityIn(posted({ religion: 'toString', sex: 'x' }), 14)).toEqual({});
	});

	it('are kept once for each, can be changed, and are shown to nobody on the staff', async () => {
		const { complaintId } = await office.receive();
		const other = await office.receive();
		await keepEquality(service, complaintId, { age: 16 });
		await keepEquality(service, complaintId, { sex: 'female', religion: 'sikh' });
		await keepEquality(service, complaintId, { sex: 'notSaid' });
		await keepEquality(service, other.complaintId, {});
		expect(await readEquality(service, complaintId)).toEqual({
			age: 16,
			sex: 'notSaid',
			religion: 'sikh'
		});
		expect(await readEquality(service, other.complaintId)).toEqual({});
		const rows = await test.owner.selectFrom('equality_answer').selectAll().execute();
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toContain(complaintId);
		for (const actor of [
			{ kind: 'staff', staffId: sam },
			{ kind: 'complainant', complaintId }
		] as const) {
			const seen = await inTransaction(service, actor, ({ trx }) =>
				trx.selectFrom('equality_answer').selectAll().execute()
			);
			expect(seen).toEqual([]);
		}
	});
});

describe('what was told already', () => {
	it('is marked as done, each by itself, and no other', async () => {
		const { complaintId } = await office.receive();
		const done = async () =>
			tasksDone(
				(await readOwnCase(service, complaintId))!,
				await readEquality(service, complaintId)
			);
		expect(await done()).toEqual([]);
		const act = () => ({ complaintId, actId: crypto.randomUUID() });
		await addMore(service, { ...act(), words: 'My bike too' });
		await addMore(service, { ...act(), words: said('who', { called: 'Mo' }) ?? '' });
		await keepEquality(service, complaintId, { age: 14 });
		expect(await done()).toEqual(['who']);
		await addMore(service, { ...act(), words: said('age', { age: '14' }) ?? '' });
		await keepEquality(service, complaintId, { sex: 'female' });
		expect(await done()).toEqual(['age', 'who', 'you']);
	});
});

describe('a page of the optional ones that cannot be taken', () => {
	const sent = (fields: Record<string, string | readonly string[]>) => {
		const form = new FormData();
		for (const [name, values] of Object.entries(fields)) {
			for (const value of [values].flat()) form.append(name, value);
		}
		return form;
	};

	it('stands there again with all that was typed and chosen, and what is wrong beside its field', () => {
		const tooLong = 'Ms Reed '.repeat(100);
		const errors = { called: 'That is too long. Make it a bit shorter.' };
		const [called, who] = moreFields(
			'who',
			{},
			{
				sent: sent({ called: tooLong, who: ['unknown', 'isAboutThem'] }),
				errors
			}
		);
		expect(called).toMatchObject({ value: tooLong, error: errors.called });
		expect(who).toMatchObject({ chosen: ['unknown', 'isAboutThem'], error: null });
		const [talk, talkTo] = moreFields(
			'talk',
			{},
			{
				sent: sent({ talk: 'someone', talkTo: tooLong }),
				errors: { talkTo: errors.called }
			}
		);
		expect(talk).toMatchObject({ chosen: 'someone', error: null });
		expect(talkTo).toMatchObject({ value: tooLong, error: errors.called });
		const [help, more] = moreFields(
			'help',
			{},
			{
				sent: sent({ help: ['bigPrint'], more: 'Large letters' }),
				errors: {}
			}
		);
		expect([help, more]).toMatchObject([{ chosen: ['bigPrint'] }, { value: 'Large letters' }]);
	});
});
