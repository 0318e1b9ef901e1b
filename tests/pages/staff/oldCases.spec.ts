import { giveAct, openAct } from '../../support/actAtPage.ts';
import { importOldCase } from '../../support/oldCase.ts';
import { expect, test } from '../../support/pageTest.ts';
import { openStagesOffice } from '../../support/stagesOffice.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';

test.use({ serverOf: 'the acts' });
// Every page of every act is looked at in each of its states, which takes a busy machine a while.
test.setTimeout(240_000);

test('a case of the old register is opened again and goes on from where it stood', async ({
	page,
	server
}) => {
	await openStagesOffice(server.service);
	const complaintId = await importOldCase(server.service, 'OLD-PAGE-1');
	await signIn(page, 'Sam');
	await giveAct(page, complaintId, {
		words: 'Open it again',
		missing: 'Write why',
		fill: () => page.getByLabel('Why?').fill('They ask for stage 2.'),
		yes: 'Yes, open it',
		says: /^Opened again/
	});
	await page.goto(`/staff/case/${complaintId}`);
	await expectGoodPage(page);
	await openAct(page, complaintId, 'They ask for stage 2');
	await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
});
