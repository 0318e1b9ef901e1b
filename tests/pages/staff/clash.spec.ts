import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { WHOLE_BROWSER } from '../../support/browser.ts';
import { openOfficeToday, type Office } from '../../support/caseworkOffice.ts';
import { follow, makeTablet } from '../../support/ownDeviceAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

// Two people wrote down the same step, one of them with no signal. Whoever was away decides, in three taps.

test.use({
	launchOptions: WHOLE_BROWSER,
	serviceWorkers: 'allow',
	reuseContext: false,
	serverOf: 'two who did the same'
});
test.setTimeout(240_000);

let office: Office;
let sam: string;
let complaintId: string;
let strandId: string;
test.beforeAll(async ({ server }) => {
	office = openOfficeToday(server.service);
	sam = await addStaff(server.service, 'Sam', ['complaintsOfficer']);
	const una = await addStaff(server.service, 'Una', ['complaintsOfficer']);
	complaintId = (await office.receive()).complaintId;
	const order = { type: 'assignCase', officerId: una, responderId: null, teamId: null } as const;
	await office.give({ by: una, complaintId, order });
	strandId = (await office.triage(una, complaintId)).strandId;
});

test('what two did meanwhile stands side by side, is decided in three taps, and can be taken back', async ({
	context,
	page,
	server
}) => {
	await makeTablet(page, 'Una');
	await context.setOffline(true);
	await follow(page, `/staff/case/${complaintId}/clock`);
	await page.getByLabel('The complaint is complex').check();
	await page.getByRole('radio', { name: 'Agrees', exact: true }).check();
	await page.getByRole('button', { name: 'Take more time' }).click();
	await page.getByRole('button', { name: 'Yes, take more time' }).click();
	await expect(page.getByText('Saved on this device. Not sent yet.')).toBeVisible();
	const given = await office.give({
		by: sam,
		complaintId,
		order: {
			...{ type: 'extendStage1', strandId, reason: 'advocate' },
			...{ toldOn: dateInEngland(Date.now()), complainantsView: 'notReached' }
		}
	});
	expect(given).toMatchObject({ done: true });
	await context.setOffline(false);
	await expect(page.getByText('Saved on this device. Not sent yet.')).toBeHidden();

	await page.getByRole('link', { name: /^Needs you ?, 1 waiting for you/ }).click();
	const card = page.getByRole('article');
	await expect(card.getByRole('heading', { level: 2 })).toHaveText(
		'Sam changed this while you were offline.'
	);
	await expect(card.getByRole('heading', { name: /^Yours, / })).toBeVisible();
	await expect(card.getByRole('heading', { name: /^Sam’s, / })).toBeVisible();
	await expectGoodPage(page);
	await card.getByRole('button', { name: 'Keep both as a note' }).click();
	await expect(card.getByRole('status')).toContainText('Keep both as a note');
	await expectGoodPage(page);
	await card.getByRole('button', { name: 'Undo' }).click();
	await card.getByRole('button', { name: 'Use Sam’s' }).click();
	await expect(card.getByRole('status')).toContainText('Use Sam’s');
	// Hers stays in the history, as words; what counts is Sam's, once.
	await follow(page, `/staff/case/${complaintId}/timeline`);
	await expect(page.getByText('Una left what stands in the case.').first()).toBeVisible();
	const told = await asActor(server.service.db, 'system', (trx) =>
		trx
			.selectFrom('complaint_event')
			.select('actor_id')
			.where('complaint_id', '=', complaintId)
			.where('type', '=', 'stage1Extended')
			.execute()
	);
	expect(told).toEqual([{ actor_id: sam }]);
});
