import { afterAll, beforeAll, beforeEach, describe, expect, it, test as each } from 'vitest';
import {
	listWhatChanged,
	publishWhatChanged,
	takeDownWhatChanged
} from '#lib/server/learning/whatChanged.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { addStaff } from '../support/testService.ts';
import { createTestService, type TestService } from '../support/visitor.ts';

let test: TestDatabase;
let service: TestService;
let priya: string;
beforeAll(async () => {
	test = await createTestDatabase();
	service = createTestService(test, '2026-06-01T10:00:00Z');
	priya = await addStaff(service, 'Priya', ['complaintsManager']);
});
beforeEach(async () => {
	for (
		let [shown] = await listWhatChanged(service);
		shown;
		[shown] = await listWhatChanged(service)
	)
		await takeDownWhatChanged(service, priya, shown.changeId);
});
afterAll(() => test.close());

const LAPTOPS = {
	said: 'You had no laptop to do your homework.',
	did: 'Each of you who needs a laptop now has one.',
	doneOn: '2026-05-20'
};
const publish = (changes: Partial<typeof LAPTOPS> = {}) =>
	publishWhatChanged(service, priya, { ...LAPTOPS, ...changes });

describe('“You said, we did”', () => {
	it('shows what changed to everybody, the newest first, until it is taken down', async () => {
		expect(await publish()).toEqual([]);
		expect(await publish({ said: 'No one told you before a move.', doneOn: '2026-06-01' })).toEqual(
			[]
		);
		const shown = await listWhatChanged(service);
		expect(shown.map(({ doneOn }) => doneOn)).toEqual(['2026-06-01', '2026-05-20']);
		expect(shown[1]).toMatchObject(LAPTOPS);

		await takeDownWhatChanged(service, priya, shown[0]?.changeId ?? '');
		expect(await listWhatChanged(service)).toEqual([shown[1]]);
	});

	it('stands there once, though its button was pressed twice, and may come again once taken down', async () => {
		expect(await Promise.all([publish(), publish()])).toEqual([[], []]);
		const [shown, ...more] = await listWhatChanged(service);
		expect(more).toEqual([]);
		await takeDownWhatChanged(service, priya, shown?.changeId ?? '');
		await publish();
		expect(await listWhatChanged(service)).toHaveLength(1);
	});

	it('shows twenty at most', async () => {
		for (let day = 1; day <= 21; day += 1) {
			await publish({ doneOn: `2026-05-${String(day).padStart(2, '0')}` });
		}
		const shown = await listWhatChanged(service);
		expect(shown).toHaveLength(20);
		expect(shown.at(-1)?.doneOn).toBe('2026-05-02');
	});

	each.each([
		['said', { said: 'You did not like your placement.' }, /other words than “placement”/],
		['did', { did: 'Ring 01632 960 999 and ask for one.' }, /address or number/],
		[
			'did',
			{ did: 'All of you who wanted a laptop and had asked us for one got one on the same day.' },
			/15 words or fewer/
		],
		[
			'said',
			{
				said: 'Accommodation necessitated considerable improvement throughout everybody’s residential situation. Information availability remained unsatisfactory. Participation opportunities required considerable expansion. Everybody experienced difficulties accordingly.'
			},
			/shorter words/
		],
		['doneOn', { doneOn: '2026-06-02' }, /a day that has come/],
		['doneOn', { doneOn: '31 May' }, /Enter the day/]
	])('is refused for what is wrong with %s', async (field, changes, sentence) => {
		const wrong = await publish(changes);
		expect(wrong).toMatchObject([{ field, sentence: expect.stringMatching(sentence) as string }]);
		expect(await listWhatChanged(service)).toEqual([]);
	});

	it('may hold the council’s own number, which children may ring', async () => {
		expect(await publish({ did: 'You can now ring 0808 808 1001 free.' })).toEqual([]);
	});
});
