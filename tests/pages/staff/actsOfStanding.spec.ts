import { askFor, expectRefused, giveAct, openAct, postAct } from '../../support/actAtPage.ts';
import { test } from '../../support/pageTest.ts';
import { openStagesOffice, type StagesOffice } from '../../support/stagesOffice.ts';
import { signIn } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the acts' });
// Every page of every act is looked at in each of its states, which takes a busy machine a while.
test.setTimeout(240_000);

let stages: StagesOffice;

test.beforeAll(async ({ server }) => {
	stages = await openStagesOffice(server.service);
});

test.beforeEach(async ({ page }) => signIn(page, 'Sam'));

test('what is over a year old is refused only in writing, or taken for two reasons', async ({
	page
}) => {
	const { complaintId } = await stages.opened('Nia', 6);
	const words = 'Decide about more than one year';
	const earlier = page.getByRole('group', { name: 'Was it too much to expect' });
	const fair = page.getByRole('group', { name: 'Can we still look into it' });
	const fill = async (isFair: 'Yes' | 'No') => {
		await page.getByLabel('When did it happen?').fill('2024-01-10');
		await earlier.getByLabel('Yes').check();
		await page.getByLabel('Why?', { exact: true }).fill('They were in hospital.');
		await fair.getByLabel(isFair).check();
		await page.getByLabel('Why, or why not?').fill('The people have all left.');
	};
	await openAct(page, complaintId, words);
	await fill('No');
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, record it', says: /written|in writing/ });
	await giveAct(page, complaintId, {
		words,
		missing: 'Choose whether it was too much to expect',
		fill: async () => {
			await fill('Yes');
			await page.getByLabel('They were a child then').check();
		},
		yes: 'Yes, record it',
		says: /^Over a year old, since .*: accepted/
	});
});

test('whether an adult has sufficient interest is decided, with what the child thinks', async ({
	page
}) => {
	const { complaintId } = await stages.opened('Ola', 6, {
		by: 'adult',
		points: [{ person: 'P4' }]
	});
	const words = 'Decide on sufficient interest';
	const enough = page.getByRole('group', { name: 'Have they sufficient interest' });
	await openAct(page, complaintId, words);
	await enough.getByLabel('Yes').check();
	await page.getByLabel('Why, or why not?').fill('An aunt who sees the child each week.');
	await page.getByLabel('The child was asked, and said what they think').check();
	await askFor(page, words);
	await expectRefused(page, { yes: 'Yes, record it', says: /child/ });
	await giveAct(page, complaintId, {
		words,
		missing: 'Choose whether they have',
		fill: async () => {
			await enough.getByLabel('Yes').check();
			await page.getByLabel('Why, or why not?').fill('An aunt who sees the child each week.');
			await page.getByLabel('The child could not be reached').check();
		},
		yes: 'Yes, record it',
		says: /^Sufficient interest, decided/
	});
});

test('the child’s consent is recorded, and taken back', async ({ page }) => {
	const { complaintId } = await stages.opened('Pip', 6, {
		by: 'adult',
		points: [{ person: 'P4' }]
	});
	const heard = page.getByLabel('What was said, and who heard it?');
	await giveAct(page, complaintId, {
		words: 'Record the child’s consent',
		missing: 'Choose how we know',
		fill: async () => {
			await page.getByLabel('The child agrees', { exact: true }).check();
			await page.getByLabel('How do we know?').selectOption('spoken');
			await heard.fill('Yes, please. Mo heard it.');
			const suitable = page.getByRole('group', { name: 'Is the person who acts' });
			await suitable.getByLabel('Yes').check();
		},
		yes: 'Yes, record it',
		says: /^The child agrees, said to us, .* The person acting is suitable$/
	});
	await postAct(page, complaintId, {
		words: 'The child takes back their consent',
		fill: () => heard.fill('Not any more. Mo heard it.'),
		yes: 'Yes, record it',
		says: /^The child took back their consent/
	});
});

test('a part that went elsewhere is decided again', async ({ page }) => {
	const { complaintId } = await stages.opened('Quin', 6, {
		points: [{}, { answers: { aboutUs: 'no' } }]
	});
	await giveAct(page, complaintId, {
		words: 'Decide a part again',
		missing: 'Choose where it goes',
		fill: async () => {
			await page.getByLabel('Which part?').selectOption({ label: 'Part 2: A point' });
			await page.getByLabel('Where does it go now?').selectOption('STAT_S1');
			await page.getByLabel('Over a year, accepted', { exact: true }).check();
			await page.getByLabel('What is new?').fill('It was our own home after all.');
		},
		yes: 'Yes, decide it',
		says: /^Route of one part decided again/
	});
});
