import type { BrowserContext, Page } from '@playwright/test';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Order } from '#lib/wire/sync.ts';
import { WHOLE_BROWSER } from '../../support/browser.ts';
import { aPicture } from '../../support/mediaFiles.ts';
import { openOfficeToday } from '../../support/caseworkOffice.ts';
import { fillContact, follow, makeTablet, unlockDevice } from '../../support/ownDeviceAtPage.ts';
import { expect, test } from '../../support/pageTest.ts';
import { expectGoodPage, signIn } from '../../support/staffAtPage.ts';
import { addStaff } from '../../support/testService.ts';

// A tablet in a kitchen: what its officer does there with no signal, from the app that is kept on it
// to the case that the office sees.

test.use({
	launchOptions: WHOLE_BROWSER,
	serviceWorkers: 'allow',
	reuseContext: false,
	serverOf: 'a kitchen with no signal'
});
test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

let complaintId: string;
/** A case of Una's, past triage. */
let unasCase: string;
let unasStrand: string;
/** Sends the answer of Una’s case at the office, on paper. */
let sendOnPaper: () => Promise<void>;
test.beforeAll(async ({ server }) => {
	const office = openOfficeToday(server.service);
	const sam = await addStaff(server.service, 'Sam', ['complaintsOfficer']);
	await addStaff(server.service, 'Pat', ['complaintsManager']);
	complaintId = (await office.receive()).complaintId;
	const order = { type: 'assignCase', officerId: sam, responderId: null, teamId: null } as const;
	await office.give({ by: sam, complaintId, order });
	const una = await addStaff(server.service, 'Una', ['complaintsOfficer']);
	unasCase = (await office.receive()).complaintId;
	await office.give({ by: una, complaintId: unasCase, order: { ...order, officerId: una } });
	const { strandId, elementId } = await office.triage(una, unasCase);
	unasStrand = strandId;
	sendOnPaper = async () => {
		const now = Date.now();
		office.setNow(now);
		const paper: Order = {
			...{ type: 'respondStage1', strandId, sentOn: dateInEngland(now) },
			...{ outcomes: [{ elementId, outcome: 'upheld' }], delayReason: 'serviceDelay' },
			...{ releasedByStaffId: null, sentOnPaper: true }
		};
		const given = await office.give({ by: una, complaintId: unasCase, order: paper });
		expect(given.done, JSON.stringify(given)).toBe(true);
	};
});

/** A file of theirs waited with its order, and was refused in the end. */
async function refuseLate(service: Service, name: string): Promise<void> {
	await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		const { staff_id } = await trx
			.selectFrom('staff')
			.select('staff_id')
			.where('display_name', '=', name)
			.executeTakeFirstOrThrow();
		await trx
			.insertInto('device_file')
			.values({
				...{ file_id: crypto.randomUUID(), command_id: crypto.randomUUID() },
				...{ complaint_id: unasCase, author_id: staff_id, key_owner_id: crypto.randomUUID() },
				...{ head: 'sealed', byte_size: 9, chunk_count: 1, received: 1 },
				...{ state: 'refused', refusal: 'wrongKind', is_untold: true },
				began_at: new Date().toISOString()
			})
			.execute();
	});
}

const today = (page: Page) => page.getByRole('heading', { level: 1, name: 'Today' });
const bar = (page: Page) => page.getByRole('status').filter({ hasText: /offline|online|All sent/ });

async function writeNote(page: Page, words: string): Promise<void> {
	await follow(page, `/staff/case/${complaintId}/note`);
	await page.getByLabel('Something to keep').check();
	await page.getByLabel('Note', { exact: true }).fill(words);
	await page.getByRole('button', { name: 'Keep the note' }).click();
	await expect(page).toHaveURL(/timeline$/);
}

/** The app opened cold with no signal, and unlocked. */
async function openInKitchen(context: BrowserContext, page: Page): Promise<void> {
	await context.setOffline(true);
	await page.goto('/staff/today');
	await unlockDevice(page);
	await expect(today(page)).toBeVisible();
}

test('the app opens cold with no signal, and shows the case it holds, and from when', async ({
	context,
	page
}) => {
	await makeTablet(page, 'Sam');
	await openInKitchen(context, page);
	await expect(bar(page)).toContainText('You are offline. You can keep working.');
	await expectGoodPage(page);
	await follow(page, `/staff/case/${complaintId}`);
	await expect(page.getByText('We could not check for changes.')).toBeVisible();
	await expect(page.getByText('Messages, papers and other people need a signal.')).toBeVisible();
	await expectGoodPage(page);
});

test('what is written with no signal waits on the device, and goes once, in its order', async ({
	context,
	page
}) => {
	await makeTablet(page, 'Sam');
	await openInKitchen(context, page);
	await writeNote(page, 'He says it is cold again.');
	await writeNote(page, 'He likes the new school.');
	await expect(page.getByText('Saved on this device. Not sent yet.')).toHaveCount(2);
	await expect(bar(page)).toContainText('2 things will send when you are back.');
	await follow(page, '/staff/unsent');
	await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
	await expect(page.getByText('He says it is cold again.')).toBeVisible();
	await expectGoodPage(page);
	await page
		.getByRole('button', { name: /^Delete/ })
		.first()
		.click();
	await page.getByRole('button', { name: /^Delete, it is only here/ }).click();
	await expect(page.getByText('He likes the new school.')).toBeHidden();
	await page.getByRole('button', { name: /Put it back/ }).click();
	await expect(page.getByText('He likes the new school.')).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByText('Everything is sent.')).toBeVisible();
	await expectGoodPage(page);
	await follow(page, `/staff/case/${complaintId}/timeline`);
	await expect(page.getByText('He says it is cold again.')).toHaveCount(1);
	await expect(page.getByText('He likes the new school.')).toHaveCount(1);
});

test('a contact is logged with no signal, and is a case once there is one', async ({
	context,
	page
}) => {
	await makeTablet(page, 'Sam');
	await openInKitchen(context, page);
	await follow(page, '/staff/log');
	await fillContact(page, 'Rowan', 'My visits stopped.');
	const photo = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await aPicture('jpeg') };
	await page.getByLabel('Photos, pictures or recordings').setInputFiles(photo);
	await expect(page.getByText('Picture 1, 0.1 MB')).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Finish and send' }).click();
	await expect(page.getByText('Saved on this device. Not sent yet.')).toBeVisible();
	await follow(page, '/staff/unsent');
	await expect(page.getByRole('heading', { name: 'Contact, Rowan' })).toBeVisible();
	await expect(page.getByText('Picture, Rowan')).toBeVisible();
	await page.getByRole('link', { name: 'Edit' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Change a contact' })).toBeVisible();
	await expectGoodPage(page);
	await page.getByLabel('What did they say?').fill('My visits stopped in May.');
	await page.getByRole('button', { name: 'Finish and send' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
	await expect(page.getByText('My visits stopped in May.')).toBeVisible();
	await context.setOffline(false);
	await expect(page.getByText('Everything is sent.')).toBeVisible();
	await follow(page, '/staff/new');
	await page.getByRole('link', { name: /Rowan/ }).first().click();
	await expect(page.getByText('Picture 1').first()).toBeVisible();
});

test('a date that was recorded with no signal waits for an officer, who confirms it once', async ({
	context,
	page,
	server
}) => {
	await makeTablet(page, 'Una');
	await openInKitchen(context, page);
	await follow(page, `/staff/case/${unasCase}/clock`);
	await page.getByLabel('The complaint is complex').check();
	await page.getByRole('radio', { name: 'Agrees', exact: true }).check();
	await page.getByRole('button', { name: 'Take more time' }).click();
	await page.getByRole('button', { name: 'Yes, take more time' }).click();
	await expect(page.getByText('Saved on this device. Not sent yet.')).toBeVisible();
	await follow(page, `/staff/case/${unasCase}`);
	await expect(page.getByText('Saved on this device. Not sent yet.')).toBeVisible();
	// A picture of hers that waited with something else was no picture.
	await refuseLate(server.service, 'Una');
	await context.setOffline(false);
	await expect(page.getByText('Saved on this device. Not sent yet.')).toBeHidden();
	await follow(page, '/staff/needs-you');
	const notKept = page.getByRole('region', { name: 'Recordings and pictures that were not kept' });
	await expect(notKept.getByText('It is no picture and no recording')).toBeVisible();
	await expectGoodPage(page);
	await expect(page.getByRole('link', { name: /^Needs you ?, 2 waiting for you/ })).toBeVisible();
	await notKept.getByRole('button', { name: /I have read this/ }).click();
	await expect(notKept).toBeHidden();
	await expect(page.getByRole('link', { name: /^Needs you ?, 1 waiting for you/ })).toBeVisible();
	await expect(page.getByRole('heading', { level: 2 })).toHaveText(
		'You recorded a date with no signal'
	);
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Put it away' }).click();
	await page.getByRole('button', { name: 'Put it away' }).click();
	await expect(page.getByText('Say why')).toBeVisible();
	await expectGoodPage(page);
	await page.getByRole('button', { name: 'Confirm it' }).click();
	await expect(page.getByText('Nothing needs you.')).toBeVisible();
	await expectGoodPage(page);
	await follow(page, `/staff/case/${unasCase}/timeline`);
	await expect(page.getByText(/More time at stage 1, told/)).toHaveCount(1);
});

test('a letter that is typed as the signal goes is on the device, and is kept in its case later', async ({
	browser,
	context,
	page
}) => {
	await makeTablet(page, 'Una');
	await follow(page, `/staff/case/${unasCase}/letters`);
	await page.getByLabel('Which letter').selectOption({ label: 'Stage 1: More time at stage 1' });
	await page.getByRole('button', { name: 'Begin this letter' }).click();
	await expect(page.getByRole('heading', { name: 'Checks' })).toBeVisible();
	const reason = page.getByLabel('The reason');
	const keep = page.getByRole('button', { name: 'Keep the draft' });
	const foundAgain = page.getByText('What you had typed and not kept is here again.');
	const childs = page.getByRole('region', { name: 'The child version' });
	await context.setOffline(true);
	await reason.fill('We need to talk to one more person.');
	await keep.click();
	await expect(page.getByText(/^Not kept in the case.*It is kept on this device/)).toBeVisible();
	await expectGoodPage(page);

	await context.setOffline(false);
	await page.goto('/staff/unsent');
	await unlockDevice(page);
	const half = page.getByRole('region', { name: 'Half written' });
	await half.getByRole('link', { name: 'Go on with it Letter, Jay' }).click();
	await expect(foundAgain).toBeVisible();
	await expect(reason).toHaveValue('We need to talk to one more person.');
	// It goes to a child, as it did before it was filled in again.
	await expect(page.getByLabel('For a child')).toBeChecked();
	await expectGoodPage(page);
	await keep.click();
	await expect(foundAgain).toBeHidden();
	await expect(childs).toContainText('We need to talk to one more person.');
	await expect(childs).toContainText('This one goes');
	// The new date is known since the test before: nothing is missing, and what is known stands open.
	await reason.fill('We need one more week.');
	const theirs = await browser.newContext();
	const other = await theirs.newPage();
	await signIn(other, 'Pat');
	await other.goto(page.url());
	await other.getByLabel('The reason').fill('Ravi is away.');
	await other.getByRole('button', { name: 'Keep the draft' }).click();
	await expect(other.getByRole('region', { name: 'The child version' })).toContainText(
		'Ravi is away.'
	);
	await theirs.close();

	await page.reload();
	await unlockDevice(page);
	await expect(page.getByText('This letter was changed after you typed this')).toBeVisible();
	await expect(reason).toHaveValue('We need one more week.');
	await expectGoodPage(page);
	await keep.click();
	await expect(page.getByText(/^Somebody changed this while you were writing/)).toBeVisible();
	await expect(childs).toContainText('Ravi is away.');
	await page.getByRole('button', { name: 'Delete what I typed' }).click();
	await expect(reason).toHaveValue('Ravi is away.');
});

test('an answer is drafted with no signal, and no word of it is lost', async ({
	context,
	page
}) => {
	await makeTablet(page, 'Una');
	await openInKitchen(context, page);
	const answer = `/staff/case/${unasCase}/answer/${unasStrand}`;
	const found = page.getByLabel('What we found');
	const told = page.getByLabel(/^What we tell/);
	const alone = page.getByText('We could not check what is written of this answer already.');
	await follow(page, answer);
	await expect(alone).toBeVisible();
	await found.fill('The record shows three visits missed.');
	await told.fill('You were right. Three visits did not happen.');
	await expect(page.getByText('Draft kept on this device')).toBeVisible();
	await expectGoodPage(page);

	await page.reload();
	await unlockDevice(page);
	await expect(told).toHaveValue('You were right. Three visits did not happen.');
	await context.setOffline(false);
	await expect(page.getByText(/^Draft kept \d/)).toBeVisible();
	await expect(alone).toBeHidden();
	await page.reload();
	await unlockDevice(page);
	await expect(found).toHaveValue('The record shows three visits missed.');
	await expect(told).toHaveValue('You were right. Three visits did not happen.');

	// What is typed as the page is left goes too, and is no clash with oneself.
	await told.fill('You were right. Three visits did not happen. We are sorry.');
	await follow(page, '/staff/today');
	await follow(page, answer);
	await expect(told).toHaveValue(/We are sorry\.$/);
	await told.fill('You were right. Three visits did not happen. We are very sorry.');
	await expect(page.getByText(/^Draft kept \d/)).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);

	// It went on paper while words of it were on this device: they are shown, until their author deletes them.
	await context.setOffline(true);
	await told.fill('You were right. We are so sorry.');
	await expect(page.getByText('Draft kept on this device')).toBeVisible();
	await sendOnPaper();
	await page.reload();
	await unlockDevice(page);
	await expect(told).toHaveValue('You were right. We are so sorry.');
	await context.setOffline(false);
	const notInIt = page.getByRole('region', { name: 'What you wrote is not in it' });
	await expect(notInIt).toContainText('You were right. We are so sorry.');
	await expectGoodPage(page);
	await page.reload();
	await unlockDevice(page);
	await notInIt.getByRole('button', { name: 'Delete what I wrote' }).click();
	await expect(notInIt).toBeHidden();
	await page.reload();
	await unlockDevice(page);
	// What was drafted in the case before is no answer that Jay ever had.
	await expect(page.getByRole('region', { name: 'A draft that was not sent' })).toContainText(
		'We are very sorry.'
	);
	await expect(page.getByText('It went on paper, or was settled by agreement.')).toBeVisible();
	await expect(notInIt).toBeHidden();
	await expect(page.getByText('What Jay will see')).toBeHidden();
});
